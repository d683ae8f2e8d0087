/* booking_rules.c - the house rules of a venue.
 *
 * Each says what it looked at and what it needs, in a sentence that is true either way. */

#include "booking/booking_rules.h"

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booking/booking_sql.h"

REFUSAL(centre_not_open, REFUSED_BY_RULE, "venue", N_("Choose a room of another centre."));
REFUSAL(too_short_or_long, REFUSED_BY_RULE, "end", N_("Choose another end."));
REFUSAL(off_grid, REFUSED_BY_RULE, "start",
	N_("Choose a start and an end as the room offers them."));
REFUSAL(already_past, REFUSED_BY_RULE, "start", N_("Choose a time that is still to come."));
REFUSAL(too_early, REFUSED_BY_RULE, "start",
	N_("This day is not open for booking yet. Come back then, or choose an earlier date."));
REFUSAL(outside_hours, REFUSED_BY_RULE, "start", N_("Choose a time within the opening hours."));
REFUSAL(too_many_people, REFUSED_BY_RULE, "people",
	N_("Reduce the number of people, or look at larger rooms."));
REFUSAL(slot_taken, REFUSED_CONFLICT, "start",
	N_("This time has just been booked by someone else, so nothing was booked for you. Choose "
	   "one of the free times below."));

/* What the rules look at. */
struct plan {
	struct work *work;
	const struct venue *venue;
	const struct booking_draft *draft;
	int64_t day; /* of the start */
	struct open_day open;
};

struct id
booking_person(const struct work *work, const struct booking_draft *draft)
{
	return id_given(draft->person_id) ? draft->person_id : work->person;
}

static const char *
start_said(const struct plan *plan)
{
	return when(plan->work, quarter_time(plan->draft->start_quarter));
}

static struct finding
in_service(const struct plan *plan)
{
	const struct venue *venue = plan->venue;

	return (struct finding){
		.passed = venue_in_service(venue),
		.why = text(plan->work,
			    _("%s: %s. Rooms can be booked where a centre is in service."),
			    venue->centre_name, _(venue->centre_status->label)),
	};
}

static struct finding
length_allowed(const struct plan *plan)
{
	const struct venue *venue = plan->venue;
	const struct booking_draft *draft = plan->draft;
	int64_t minutes = (draft->end_quarter - draft->start_quarter) * QUARTER_MINUTES;

	return (struct finding){
		.passed = venue_length_allowed(venue, draft->start_quarter, draft->end_quarter),
		.why = minutes <= 0 ? text(plan->work, _("It ends before it begins."))
				    : text(plan->work, _("It lasts %s; from %s to %s is possible."),
					   duration(plan->work, minutes),
					   duration(plan->work, venue->shortest_minutes),
					   duration(plan->work, venue->longest_minutes)),
	};
}

static struct finding
on_the_grid(const struct plan *plan)
{
	const struct booking_draft *draft = plan->draft;

	return (struct finding){
		.passed = venue_on_grid(plan->venue, draft->start_quarter) &&
			  venue_on_grid(plan->venue, draft->end_quarter),
		.why = text(plan->work, _("From %s to %s; this room is given out by steps of %s."),
			    at_time(plan->work, quarter_time(draft->start_quarter)),
			    at_time(plan->work, quarter_time(draft->end_quarter)),
			    duration(plan->work, plan->venue->grid_minutes)),
	};
}

static struct finding
still_to_come(const struct plan *plan)
{
	return (struct finding){
		.passed = quarter_time(plan->draft->start_quarter) >= plan->work->now,
		.why = text(plan->work, _("It begins on %s; now it is %s."), start_said(plan),
			    when(plan->work, plan->work->now)),
	};
}

static struct finding
within_window(const struct plan *plan)
{
	time_t opens = venue_opens_at(plan->work, plan->venue->id, plan->day);
	bool open = opens <= plan->work->now;

	return (struct finding){
		.passed = open,
		.why = text(plan->work,
			    open ? _("Booking for %s opened on %s.")
				 : _("Booking for %s opens on %s."),
			    on_day(plan->work, plan->day), when(plan->work, opens)),
		.clears_at = open ? 0 : opens,
	};
}

/* Minutes of the day of the start: an end after midnight lies after 24:00. */
static bool
open_then(const struct plan *plan)
{
	time_t midnight = day_time(plan->day, 0);
	int64_t from = minute_of(quarter_time(plan->draft->start_quarter));
	int64_t until = (quarter_time(plan->draft->end_quarter) - midnight) / 60;

	if (quarter_time(plan->draft->end_quarter) < day_time(plan->day + 1, 0))
		until = minute_of(quarter_time(plan->draft->end_quarter));
	return until > from && open_between(&plan->open, from, until);
}

static struct finding
within_hours(const struct plan *plan)
{
	const char *hours = open_hours_said(plan->work, &plan->open);
	const char *day = on_day(plan->work, plan->day);

	return (struct finding){
		.passed = open_then(plan),
		.why = plan->open.unpublished ? text(plan->work,
						     _("%s on %s: %s. The public holidays of that "
						       "year are not announced yet."),
						     plan->venue->centre_name, day, hours)
					      : text(plan->work, _("%s on %s: %s."),
						     plan->venue->centre_name, day, hours),
	};
}

static struct finding
room_enough(const struct plan *plan)
{
	return (struct finding){
		.passed = plan->draft->people <= plan->venue->seats,
		.why = text(plan->work, _("%s holds %ld people; you are %ld."), plan->venue->name,
			    plan->venue->seats, plan->draft->people),
	};
}

bool
booking_slot_taken(struct work *work, const struct venue *venue, const struct booking_draft *draft)
{
	return sql_slot_taken(work, venue->id, draft->start_quarter,
			      draft->end_quarter + venue->gap_quarters);
}

static struct finding
slot_free(const struct plan *plan)
{
	bool taken = booking_slot_taken(plan->work, plan->venue, plan->draft);

	return (struct finding){
		.passed = !taken,
		.why = taken ? _("Part of this time is held already.")
			     : _("Nobody holds this time."),
	};
}

const struct clash *
booking_clashes(struct work *work, const struct venue *venue, const struct booking_draft *draft)
{
	const struct diary_wish wish = {
		.person_id = booking_person(work, draft),
		.place_id = venue->id,
		.start_quarter = draft->start_quarter,
		.end_quarter = draft->end_quarter,
	};

	return diary_clashes(work, &wish);
}

static struct finding
diary_empty(const struct plan *plan)
{
	return clash_finding(plan->work, booking_clashes(plan->work, plan->venue, plan->draft),
			     plan->draft->keep_both);
}

/* A request is judged by all rules, though it claims nothing yet. */
static const struct rule {
	const struct refusal *refusal;
	struct finding (*ask)(const struct plan *);
	bool claimed; /* the claim decides: see booking.sql */
} rules[] = {
	{ &centre_not_open, in_service, false },  { &too_short_or_long, length_allowed, false },
	{ &off_grid, on_the_grid, false },        { &already_past, still_to_come, false },
	{ &too_early, within_window, false },     { &outside_hours, within_hours, false },
	{ &too_many_people, room_enough, false }, { &slot_taken, slot_free, true },
	{ &clash, diary_empty, false },           RULES_END,
};

const struct finding *
booking_findings(struct work *work, const struct venue *venue, const struct booking_draft *draft,
		 bool claims)
{
	int64_t day = day_of(quarter_time(draft->start_quarter));
	const struct plan plan = {
		work, venue, draft, day, calendar_day(work, venue->centre_id, day),
	};
	struct finding *findings = arena_array(work->arena, COUNT(rules), sizeof(*findings));
	size_t count = 0;

	for (const struct rule *rule = rules; rule->refusal; rule++) {
		if (rule->claimed && claims)
			continue;
		findings[count] = rule->ask(&plan);
		findings[count++].rule = rule->refusal;
	}
	return findings;
}
