/* bookings.c - days that look alive: what residents have booked, and will come for. */

#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "booking/booking.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"

const struct column demo_place_columns[] = {
	COLUMN_ID(struct demo_place, id),
	COLUMN_REAL(struct demo_place, latitude),
	COLUMN_REAL(struct demo_place, longitude),
	COLUMN_END,
};

#define KEENEST 20
#define KEENEST_WHERE_LIVELY 50

/* Where the first days after the demonstration was loaded are not empty. */
static const char *const lively_centres[] = { "sports-park", "fenghuangtai", "fengchan-road" };

static bool
is_lively(struct work *work, struct id centre)
{
	for (size_t i = 0; i < COUNT(lively_centres); i++) {
		if (id_same(centre, demo_id(work, "centre", lively_centres[i])))
			return true;
	}
	return false;
}

/* What people come for; nobody books a consulting room to be with friends. */
static size_t
purposes_of(const struct demo_stage *stage, const char *kind, size_t *first)
{
	const struct csv *csv = &stage->purposes;
	size_t count = 0;

	for (size_t i = 0; i < csv->count; i++) {
		if (strcmp(csv_text(csv, i, "kind"), kind) != 0)
			continue;
		if (count++ == 0)
			*first = i;
	}
	return count;
}

static void
keep_bookable(const struct demo_stage *stage, struct demo_scene *scene)
{
	size_t kept = 0, first;

	for (size_t i = 0; i < scene->venue_count; i++) {
		const struct venue *venue = &scene->venues[i];

		if (!venue->needs_approval && purposes_of(stage, venue->kind, &first) > 0)
			scene->venues[kept++] = *venue;
	}
	scene->venue_count = kept;
}

static bool
set_scene(struct work *work, const struct demo_stage *stage, const struct demo_place *centre,
	  struct demo_scene *scene)
{
	const struct venue_query query = { .centre_id = centre->id, .day = DAY_NONE };

	*scene = (struct demo_scene){ .centre = *centre };
	if (venue_search(work, &query, &scene->venues, &scene->venue_count))
		fault("the rooms of a centre cannot be found");
	keep_bookable(stage, scene);
	scene->days = calendar_days(work, centre->id, stage->first_day, stage->day_count);
	return scene->venue_count > 0;
}

struct demo_stage
demo_stage(struct work *work, const char *folder, bool lively, int64_t days_before)
{
	int64_t ahead = lively ? 1 + setting_of_network(work, &venue_window_days) : 0;
	size_t count;
	const struct demo_place *centres = sql_demo_centres(work, &count);
	struct demo_stage stage = {
		.names = csv_read(work, folder, "names.csv"),
		.purposes = csv_read(work, folder, "purposes.csv"),
		.scenes = arena_array(work->arena, count, sizeof(struct demo_scene)),
		.keenest = lively ? KEENEST_WHERE_LIVELY : KEENEST,
		.first_day = day_of(work->now) - days_before,
		.day_count = (size_t)(days_before + ahead),
	};

	stage.communities = sql_demo_communities(work, &stage.community_count);
	for (size_t i = 0; i < count; i++) {
		if (lively && !is_lively(work, centres[i].id))
			continue;
		stage.scene_count +=
			set_scene(work, &stage, &centres[i], &stage.scenes[stage.scene_count]);
	}
	return stage;
}

/* How long: often an hour or what is the least, up to two hours. */
static int64_t
draw_minutes(struct draw *draw, const struct venue *venue)
{
	int64_t most = venue->longest_minutes < 120 ? venue->longest_minutes : 120;
	int64_t steps = (most - venue->shortest_minutes) / 30;

	return venue->shortest_minutes + 30 * draw_between(draw, 0, steps + 1);
}

/* A time within the hours, on the grid; false if the day has no room for it. */
static bool
draw_time(struct draw *draw, const struct venue *venue, const struct open_day *day,
	  struct demo_booking *booking)
{
	int64_t minutes = draw_minutes(draw, venue), slots;
	const struct span *span;

	if (day->span_count == 0)
		return false;
	span = &day->spans[draw_between(draw, 0, (int64_t)day->span_count)];
	slots = (span->until_minute - span->from_minute - minutes) / 30 + 1;
	if (slots <= 0)
		return false;
	booking->start_quarter = quarter_of(
		day_time(day->day, span->from_minute + 30 * draw_between(draw, 0, slots)));
	booking->end_quarter = booking->start_quarter + minutes / QUARTER_MINUTES;
	booking->held_until = booking->end_quarter + venue->gap_quarters;
	return venue_on_grid(venue, booking->start_quarter) &&
	       venue_on_grid(venue, booking->end_quarter);
}

/* Between the moment the day opened for booking and half an hour before the start. */
static bool
draw_making(const struct work *work, struct draw *draw, const struct venue *venue, int64_t day,
	    struct demo_booking *booking)
{
	time_t opens = venue_opens_at(work, venue->id, day);
	time_t last = quarter_time(booking->start_quarter) - 1800;

	if (last > work->now)
		last = work->now;
	if (opens >= last)
		return false;
	booking->made_at = draw_between(draw, opens, last);
	booking->changed_at = booking->made_at;
	return true;
}

static int64_t
draw_people(struct draw *draw, const struct venue *venue)
{
	int64_t least = venue->companions + 1;
	int64_t most = venue->seats < 12 ? venue->seats : 12;

	return most > least ? draw_between(draw, least, most + 1) : venue->seats;
}

static const char *
draw_purpose(const struct demo_stage *stage, struct draw *draw, const char *kind)
{
	size_t first = 0;
	int64_t count = (int64_t)purposes_of(stage, kind, &first);

	return csv_text(&stage->purposes, first + (size_t)draw_between(draw, 0, count), "purpose");
}

/* A few are cancelled again: those hold nothing.  Of the others some lose to who was first. */
static void
write_booking(struct work *work, struct draw *draw, struct demo_booking *booking)
{
	if (draw_chance(draw, 6)) {
		booking->status = booking_cancelled.word;
		booking->version = 2;
	} else if (!sql_demo_claim(work, booking)) {
		return;
	}
	sql_demo_booking_insert(work, booking);
	sql_demo_diary_insert(work, booking);
}

static void
book_one(struct work *work, const struct demo_stage *stage, const struct demo_scene *scene,
	 struct draw *draw, const struct demo_person *person, const struct open_day *day)
{
	const struct venue *venue =
		&scene->venues[draw_between(draw, 0, (int64_t)scene->venue_count)];
	struct demo_booking booking = {
		.id = id_new(),
		.person_id = person->id,
		.venue_id = venue->id,
		.made_by = person->account_id,
		.reference = reference_new(work),
		.status = booking_confirmed.word,
		.purpose = draw_purpose(stage, draw, venue->kind),
		.people = draw_people(draw, venue),
		.version = 1,
	};

	if (draw_time(draw, venue, day, &booking) &&
	    draw_making(work, draw, venue, day->day, &booking))
		write_booking(work, draw, &booking);
}

void
demo_bookings(struct work *work, const struct demo_stage *stage, const struct demo_scene *scene,
	      struct draw *draw, const struct demo_person *person)
{
	int64_t keenness = draw_between(draw, stage->keenest / 4, stage->keenest + 1);

	for (size_t i = 0; i < stage->day_count; i++) {
		if (draw_chance(draw, keenness))
			book_one(work, stage, scene, draw, person, &scene->days[i]);
	}
}
