/* booking_alternatives.c - what could be had instead of a time that was refused. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "booking/booking.h"

#define ALTERNATIVES 3
/* Of the first two, both may be other times of the same room; then another room has its turn. */
#define TIMES_FIRST 2

struct hunt {
	struct work *work;
	const struct venue *venue;
	const struct booking_draft *draft;
	int64_t length; /* in quarters, as the room allows it */
	struct alternative *found;
	size_t count;
};

static void
add(struct hunt *hunt, const struct venue *venue, int64_t start)
{
	if (hunt->count == ALTERNATIVES)
		return;
	for (size_t i = 0; i < hunt->count; i++)
		if (id_same(hunt->found[i].venue_id, venue->id) &&
		    hunt->found[i].start_quarter == start)
			return;
	hunt->found[hunt->count++] = (struct alternative){
		.venue_id = venue->id,
		.venue_name = venue->name,
		.start_quarter = start,
		.end_quarter = start + hunt->length,
	};
}

/* As long as was asked for, on the grid and within what the room allows. */
static int64_t
length_for(const struct venue *venue, const struct booking_draft *draft)
{
	int64_t grid = venue->grid_minutes / QUARTER_MINUTES;
	int64_t length = draft->end_quarter - draft->start_quarter;

	length = (length + grid - 1) / grid * grid;
	if (length < venue->shortest_minutes / QUARTER_MINUTES)
		return venue->shortest_minutes / QUARTER_MINUTES;
	if (length > venue->longest_minutes / QUARTER_MINUTES)
		return venue->longest_minutes / QUARTER_MINUTES;
	return length;
}

/* The start within a free stretch that is nearest to the one wanted. */
struct near_start {
	int64_t start, away;
};

static int
nearer(const void *a, const void *b)
{
	const struct near_start *one = a, *other = b;

	if (one->away != other->away)
		return one->away < other->away ? -1 : 1;
	return one->start < other->start ? -1 : one->start > other->start;
}

static struct near_start
within(const struct hunt *hunt, const struct stretch *stretch, int64_t wanted)
{
	int64_t start = venue_grid_down(hunt->venue, wanted);
	int64_t latest = venue_grid_down(hunt->venue, stretch->end_quarter - hunt->length);

	if (start > latest)
		start = latest;
	if (start < stretch->start_quarter)
		start = stretch->start_quarter;
	return (struct near_start){ start, llabs(start - wanted) };
}

static void
add_nearest(struct hunt *hunt, const struct venue_day *day, int64_t wanted, size_t most)
{
	struct near_start *starts = arena_array(hunt->work->arena, day->count, sizeof(*starts));
	size_t count = 0;

	for (size_t i = 0; i < day->count; i++) {
		const struct stretch *stretch = &day->stretches[i];

		if (stretch->state == SLOT_FREE &&
		    stretch->end_quarter - stretch->start_quarter >= hunt->length)
			starts[count++] = within(hunt, stretch, wanted);
	}
	if (count > 1)
		qsort(starts, count, sizeof(*starts), nearer);
	for (size_t i = 0; i < count && i < most; i++)
		add(hunt, hunt->venue, starts[i].start);
}

/* Times of the same room on a day, near the hour that was asked for. */
static void
add_times(struct hunt *hunt, int64_t day, size_t most)
{
	struct work *work = hunt->work;
	time_t wanted = day_time(day, minute_of(quarter_time(hunt->draft->start_quarter)));
	struct open_day open;

	if (hunt->draft->people > hunt->venue->seats || !venue_in_service(hunt->venue) ||
	    venue_opens_at(work, hunt->venue->id, day) > work->now)
		return;
	open = calendar_day(work, hunt->venue->centre_id, day);
	add_nearest(hunt, venue_days(work, hunt->venue, 1, &open), quarter_of(wanted), most);
}

/* Other rooms of the kind at the time that was asked for; if it is too small, any that is not. */
static void
add_rooms(struct hunt *hunt, size_t most)
{
	const struct venue *venue = hunt->venue;
	bool too_small = hunt->draft->people > venue->seats;
	const struct venue_query query = {
		.centre_id = venue->centre_id,
		.kind = too_small ? NULL : venue->kind,
		.people = hunt->draft->people,
		.day = DAY_NONE,
		.start_quarter = hunt->draft->start_quarter,
		.end_quarter = hunt->draft->start_quarter + hunt->length,
	};
	struct venue *rooms;
	size_t count;

	if (venue_search(hunt->work, &query, &rooms, &count))
		return;
	for (size_t i = 0; i < count && most > 0; i++)
		if (!id_same(rooms[i].id, venue->id)) {
			add(hunt, &rooms[i], query.start_quarter);
			most--;
		}
}

/* The last day that is open for booking now. */
static int64_t
last_day(const struct work *work, const struct venue *venue)
{
	int64_t day = day_of(work->now) + setting_at(work, venue->id, &venue_window_days);

	return venue_opens_at(work, venue->id, day) <= work->now ? day : day - 1;
}

/* The days around, from the nearest on, as far as they can be booked. */
static void
add_days(struct hunt *hunt, int64_t wanted)
{
	int64_t first = day_of(hunt->work->now);
	int64_t last = last_day(hunt->work, hunt->venue);
	int64_t middle = wanted > last ? last : wanted < first ? first : wanted;

	for (int64_t away = middle == wanted; away <= last - first; away++) {
		if (hunt->count < ALTERNATIVES && middle + away <= last)
			add_times(hunt, middle + away, 1);
		if (hunt->count < ALTERNATIVES && away > 0 && middle - away >= first)
			add_times(hunt, middle - away, 1);
	}
}

const struct alternative *
booking_alternatives(struct work *work, const struct venue *venue,
		     const struct booking_draft *draft)
{
	struct hunt hunt = { work, venue, draft, length_for(venue, draft), NULL, 0 };
	int64_t day = day_of(quarter_time(draft->start_quarter));

	hunt.found = arena_array(work->arena, ALTERNATIVES + 1, sizeof(*hunt.found));
	if (day >= day_of(work->now))
		add_times(&hunt, day, TIMES_FIRST);
	add_rooms(&hunt, 1);
	if (hunt.count < ALTERNATIVES && day >= day_of(work->now))
		add_times(&hunt, day, ALTERNATIVES);
	add_days(&hunt, day);
	add_rooms(&hunt, ALTERNATIVES);
	return hunt.found;
}
