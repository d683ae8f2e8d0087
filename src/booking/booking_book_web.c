/* booking_book_web.c - the three steps of booking. */

#include "booking/booking_web.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booking/book_html.h"
#include "household/household.h"
#include "http/decode.h"
#include "http/respond.h"

#define ADDRESS_MOST 2000

/* ---- addresses ---- */

static void
add_part(struct work *work, struct buf *address, const char *name, const char *value)
{
	if (*value)
		buf_format(address, "&%s=%s", name, url_encoded(work, value));
}

static const char *
way_with(struct work *work, const char *path, const struct step *step,
	 const struct alternative *time)
{
	static const char *const kept[] = { "for", "people", "purpose" };
	struct buf address;

	buf_init(&address, work->arena, ADDRESS_MOST);
	buf_format(&address, "%s?venue=%s&start=%s&end=%s", path, id_text(time->venue_id).chars,
		   quarter_stamp(work, time->start_quarter),
		   quarter_stamp(work, time->end_quarter));
	for (size_t i = 0; i < COUNT(kept); i++)
		add_part(work, &address, kept[i], form_input(step->form, kept[i])->value);
	return address.chars;
}

const char *
step_way(struct work *work, const char *path, const struct step *step)
{
	const struct alternative same = {
		.venue_id = step->venue.id,
		.start_quarter = step->draft.start_quarter,
		.end_quarter = step->draft.end_quarter,
	};

	return way_with(work, path, step, &same);
}

const char *
other_way(struct work *work, const struct step *step, const struct alternative *alternative)
{
	return way_with(work, "/book/people", step, alternative);
}

static bool
has_time(const struct step *step)
{
	return step->draft.start_quarter != 0 && step->draft.end_quarter != 0;
}

const char *
draft_time(struct work *work, const struct step *step)
{
	if (!has_time(step))
		return _("not chosen yet");
	return between_times(work, quarter_time(step->draft.start_quarter),
			     quarter_time(step->draft.end_quarter));
}

const struct alternative *
step_alternatives(const struct step *step)
{
	const struct refusal *refusal = form_refused(step->form);

	return refusal ? refusal->alternatives : NULL;
}

/* ---- the first step: time and for whom ---- */

static void
add_option(struct work *work, struct time_option *options, size_t *count, int64_t quarter)
{
	options[(*count)++] = (struct time_option){
		.value = quarter_stamp(work, quarter),
		.label = at_time(work, quarter_time(quarter)),
	};
}

/* Every start and end on the grid of the room within what is free. */
static void
offer_times(struct work *work, struct step *step)
{
	const struct open_day open = calendar_day(work, step->venue.centre_id, step->day);
	const struct venue_day *day = venue_days(work, &step->venue, 1, &open);
	int64_t grid = step->venue.grid_minutes / QUARTER_MINUTES;
	int64_t shortest = step->venue.shortest_minutes / QUARTER_MINUTES;

	step->starts = arena_array(work->arena, 100, sizeof(*step->starts));
	step->ends = arena_array(work->arena, 100, sizeof(*step->ends));
	for (size_t i = 0; i < day->count; i++) {
		const struct stretch *free = &day->stretches[i];

		if (free->state != SLOT_FREE)
			continue;
		for (int64_t q = free->start_quarter; q <= free->end_quarter - shortest; q += grid)
			add_option(work, step->starts, &step->start_count, q);
		for (int64_t q = free->start_quarter + shortest; q <= free->end_quarter; q += grid)
			add_option(work, step->ends, &step->end_count, q);
	}
}

static const struct refusal *
show_time(struct request *req, struct step *step)
{
	step->people = household_choices(req->work, &step->people_count);
	offer_times(req->work, step);
	book_time_html(respond_html(req, form_status(step->form)), req, step);
	return NULL;
}

/* A stretch that is longer than a booking may be was pressed to choose within. */
static void
suggest(const struct work *work, struct step *step)
{
	struct booking_draft *draft = &step->draft;

	if (draft->start_quarter != 0 &&
	    !venue_length_allowed(&step->venue, draft->start_quarter, draft->end_quarter))
		draft->end_quarter =
			draft->start_quarter + step->venue.shortest_minutes / QUARTER_MINUTES;
	if (!id_given(draft->person_id))
		draft->person_id = work->person;
}

/* ---- beginning a step ---- */

static const struct refusal *
find_venue(struct request *req, struct step *step)
{
	int64_t start = step->draft.start_quarter;

	step->day = start ? day_of(quarter_time(start)) : day_of(req->work->now);
	return venue_find(req->work, step->draft.venue_id, &step->venue);
}

static const struct refusal *
begin_by_query(struct request *req, struct step *step)
{
	*step = (struct step){ 0 };
	step->form = query_read(req, &step->draft);
	return find_venue(req, step);
}

static const struct refusal *
begin_by_form(struct request *req, struct step *step)
{
	*step = (struct step){ 0 };
	step->form = form_read(req, &step->draft);
	return find_venue(req, step);
}

const struct refusal *
book_time(struct request *req)
{
	struct step step;
	const struct refusal *refusal;

	if (!query_text(req, "venue"))
		return redirect(req, NULL, "/venues");
	refusal = begin_by_query(req, &step);
	if (refusal)
		return refusal;
	if (form_valid(step.form)) {
		suggest(req->work, &step);
		step.form = form_show(req, booking_fields, &step.draft);
	}
	return show_time(req, &step);
}

/* ---- the second step: people and purpose ---- */

static const struct refusal *
show_people(struct request *req, struct step *step)
{
	book_people_html(respond_html(req, form_status(step->form)), req, step);
	return NULL;
}

/* What the rules say already; what else stands in the diary is asked in the last step. */
static const struct refusal *
judge(struct request *req, const struct step *step)
{
	struct booking_draft draft = step->draft;
	const struct finding *findings;
	const struct refusal *refusal;
	struct refusal *helped;

	draft.keep_both = true;
	refusal = booking_preview(req->work, &step->venue, &draft, &findings);
	if (!refusal)
		refusal = findings_refusal(req->work, findings);
	if (!refusal || !refusal->findings)
		return refusal;
	helped = arena_one(req->work->arena, struct refusal);
	*helped = *refusal;
	helped->alternatives = booking_alternatives(req->work, &step->venue, &draft);
	return helped;
}

/* Where a refusal is mended: the number of people in the second step, all else in the first. */
static bool
is_of_people(const struct refusal *refusal)
{
	return refused_as(refusal, &too_many_people);
}

const struct refusal *
book_people(struct request *req)
{
	struct step step;
	const struct refusal *refusal = begin_by_query(req, &step);

	if (refusal)
		return refusal;
	if (!form_valid(step.form) || !has_time(&step))
		return show_time(req, &step);
	refusal = judge(req, &step);
	if (refusal && !refusal->findings)
		return refusal;
	if (form_accept(step.form, refusal) || is_of_people(refusal))
		return show_people(req, &step);
	return show_time(req, &step);
}

/* ---- the last step: check, and book ---- */

static const char *
name_of(struct work *work, struct id person)
{
	size_t count;
	const struct choice *people = household_choices(work, &count);

	for (size_t i = 0; i < count; i++)
		if (id_same(people[i].id, person))
			return people[i].label;
	return "";
}

static const struct refusal *
show_check(struct request *req, struct step *step)
{
	struct work *work = req->work;
	const struct id person =
		id_given(step->draft.person_id) ? step->draft.person_id : work->person;
	const struct refusal *refusal =
		booking_preview(work, &step->venue, &step->draft, &step->findings);

	if (refusal)
		return refusal;
	step->person_name = name_of(work, person);
	step->clashes = diary_clashes(work, &(struct diary_wish){
						    .person_id = person,
						    .place_id = step->venue.id,
						    .start_quarter = step->draft.start_quarter,
						    .end_quarter = step->draft.end_quarter,
					    });
	step->undo_minutes = setting_at(work, step->venue.id, &booking_undo_minutes);
	book_check_html(respond_html(req, form_status(step->form)), req, step);
	return NULL;
}

/* A form that cannot be read as a whole is mended where its first field stands. */
static const struct refusal *
show_typed(struct request *req, struct step *step)
{
	return has_time(step) ? show_people(req, step) : show_time(req, step);
}

const struct refusal *
book_check(struct request *req)
{
	struct step step;
	const struct refusal *refusal = begin_by_form(req, &step);

	if (refusal)
		return refusal;
	if (!form_valid(step.form))
		return show_typed(req, &step);
	refusal = judge(req, &step);
	if (refusal && !refusal->findings)
		return refusal;
	if (form_accept(step.form, refusal))
		return show_check(req, &step);
	return is_of_people(refusal) ? show_people(req, &step) : show_time(req, &step);
}

const struct refusal *
book_make(struct request *req)
{
	struct step step;
	struct booking booking;
	const struct refusal *refusal = begin_by_form(req, &step);

	if (refusal)
		return refusal;
	if (!form_valid(step.form))
		return show_typed(req, &step);
	refusal = booking_make(req->work, &step.venue, &step.draft, &booking);
	if (refusal && refusal->kind == REFUSED_MISSING)
		return refusal;
	if (!form_accept(step.form, refusal))
		return show_check(req, &step);
	return redirect(req, NULL, "/bookings/%s", id_text(booking.id).chars);
}
