/* venue_day.c - the day of a venue: which of its quarters are free, held, past or out of hours. */

#include "base/arena.h"
#include "base/quarter.h"
#include "venue/venue.h"
#include "venue/venue_hold.h"
#include "venue/venue_sql.h"

const struct column hold_columns[] = {
	COLUMN_ID(struct hold, venue_id),         COLUMN_QUARTER(struct hold, start_quarter),
	COLUMN_QUARTER(struct hold, end_quarter), COLUMN_ID(struct hold, booking_id),
	COLUMN_QUARTER(struct hold, own_end),     COLUMN_END,
};

const struct column time_span_columns[] = {
	COLUMN_QUARTER(struct time_span, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct time_span, end_quarter, .as = "end"),
	COLUMN_END,
};

/* A day on which clocks are set back is an hour longer. */
#define MARKS_MOST 100

/* A day, quarter by quarter. */
struct marks {
	int64_t first;
	size_t count;
	enum slot_state state[MARKS_MOST];
	struct id booking[MARKS_MOST];
};

int64_t
day_first_quarter(int64_t day)
{
	return quarter_of(day_time(day, 0));
}

/* The mark of a quarter, kept within the day. */
static size_t
mark_of(const struct marks *marks, int64_t quarter)
{
	int64_t mark = quarter - marks->first;

	if (mark < 0)
		return 0;
	return mark > (int64_t)marks->count ? marks->count : (size_t)mark;
}

static void
mark_hours(struct marks *marks, const struct open_day *open)
{
	marks->first = day_first_quarter(open->day);
	marks->count = (size_t)(day_first_quarter(open->day + 1) - marks->first);
	for (size_t i = 0; i < marks->count; i++)
		marks->state[i] = SLOT_SHUT;
	for (size_t i = 0; i < open->span_count; i++) {
		time_t from = day_time(open->day, open->spans[i].from_minute);
		time_t until = day_time(open->day, open->spans[i].until_minute);
		size_t end = mark_of(marks, quarter_of(until));

		for (size_t q = mark_of(marks, quarter_of(from)); q < end; q++)
			marks->state[q] = SLOT_FREE;
	}
}

static void
mark_held(struct marks *marks, int64_t start, int64_t end, struct id booking)
{
	size_t last = mark_of(marks, end);

	for (size_t q = mark_of(marks, start); q < last; q++) {
		marks->state[q] = id_given(booking) ? SLOT_MINE : SLOT_TAKEN;
		marks->booking[q] = booking;
	}
}

/* A booking must leave the gap free before what follows it: there none can end any more. */
static void
mark_gap_before(struct marks *marks, int64_t start, int64_t gap)
{
	size_t last = mark_of(marks, start);

	for (size_t q = mark_of(marks, start - gap); q < last; q++)
		if (marks->state[q] == SLOT_FREE)
			marks->state[q] = SLOT_TAKEN;
}

static void
mark_hold(struct marks *marks, const struct hold *hold, int64_t gap)
{
	const struct id nobody = { 0 };
	int64_t own_end = hold->end_quarter;

	if (id_given(hold->booking_id) && hold->own_end < own_end)
		own_end = hold->own_end;
	mark_gap_before(marks, hold->start_quarter, gap);
	mark_held(marks, own_end, hold->end_quarter, nobody);
	mark_held(marks, hold->start_quarter, own_end, hold->booking_id);
}

static void
mark_holds(struct marks *marks, const struct venue *venue, struct holds holds)
{
	for (size_t i = 0; i < holds.count; i++)
		if (id_same(holds.rows[i].venue_id, venue->id))
			mark_hold(marks, &holds.rows[i], venue->gap_quarters);
}

static void
mark_past(struct marks *marks, time_t now)
{
	for (size_t q = 0; q < marks->count; q++)
		if (quarter_time(marks->first + (int64_t)q) < now && marks->state[q] != SLOT_MINE &&
		    marks->state[q] != SLOT_SHUT)
			marks->state[q] = SLOT_PAST;
}

/* Where the run of marks that are like the one at q ends. */
static size_t
run_end(const struct marks *marks, size_t q)
{
	size_t end = q + 1;

	while (end < marks->count && marks->state[end] == marks->state[q] &&
	       id_same(marks->booking[end], marks->booking[q]))
		end++;
	return end;
}

/* What is free but cannot be booked, off the grid or too short, is as good as taken. */
static void
mark_too_short(struct marks *marks, const struct venue *venue)
{
	const struct id nobody = { 0 };

	for (size_t q = 0, end; q < marks->count; q = end) {
		int64_t from = marks->first + (int64_t)q, until, start, last;

		end = run_end(marks, q);
		if (marks->state[q] != SLOT_FREE)
			continue;
		until = marks->first + (int64_t)end;
		start = venue_grid_up(venue, from);
		last = venue_grid_down(venue, until);
		if ((last - start) * QUARTER_MINUTES < venue->shortest_minutes)
			start = last = until;
		mark_held(marks, from, start, nobody);
		mark_held(marks, last, until, nobody);
	}
}

/* From the first open quarter to the last: before and after there is nothing to show. */
static void
trim(const struct marks *marks, size_t *first, size_t *last)
{
	*first = 0;
	*last = marks->count;
	while (*first < *last && marks->state[*first] == SLOT_SHUT)
		(*first)++;
	while (*last > *first && marks->state[*last - 1] == SLOT_SHUT)
		(*last)--;
}

static struct venue_day
stretches_of(struct work *work, const struct venue *venue, const struct marks *marks)
{
	struct stretch *stretches = arena_array(work->arena, marks->count, sizeof(*stretches));
	struct venue_day day = { .venue = *venue, .stretches = stretches };
	size_t first, last;

	trim(marks, &first, &last);
	for (size_t q = first, end; q < last; q = end) {
		end = run_end(marks, q);
		stretches[day.count++] = (struct stretch){
			.start_quarter = marks->first + (int64_t)q,
			.end_quarter = marks->first + (int64_t)end,
			.state = marks->state[q],
			.booking_id = marks->booking[q],
		};
		day.free_count += marks->state[q] == SLOT_FREE;
	}
	return day;
}

struct venue_day
venue_day_of(struct work *work, const struct venue *venue, const struct open_day *open,
	     struct holds holds)
{
	struct marks marks = { 0 };

	mark_hours(&marks, open);
	mark_holds(&marks, venue, holds);
	mark_past(&marks, work->now);
	mark_too_short(&marks, venue);
	return stretches_of(work, venue, &marks);
}

struct venue_day *
venue_days(struct work *work, const struct venue *venues, size_t count, const struct open_day *open)
{
	struct venue_day *days = arena_array(work->arena, count, sizeof(*days));
	int64_t from = day_first_quarter(open->day) - GAP_QUARTERS_MOST;
	int64_t until = day_first_quarter(open->day + 1) + GAP_QUARTERS_MOST;
	struct holds holds = { 0 };

	if (count == 1)
		holds.rows = sql_holds_of_venue(work, venues->id, work->actor, from, until,
						&holds.count);
	else if (count > 1)
		holds.rows = sql_holds_of_centre(work, venues->centre_id, work->actor, from, until,
						 &holds.count);
	for (size_t i = 0; i < count; i++)
		days[i] = venue_day_of(work, &venues[i], open, holds);
	return days;
}

const struct venue_day *
venue_first_free(const struct venue_day *days, size_t count, const struct stretch **stretch)
{
	const struct venue_day *first = NULL;

	*stretch = NULL;
	for (size_t i = 0; i < count; i++)
		for (size_t s = 0; s < days[i].count; s++) {
			const struct stretch *here = &days[i].stretches[s];

			if (here->state == SLOT_FREE &&
			    (!first || here->start_quarter < (*stretch)->start_quarter)) {
				first = &days[i];
				*stretch = here;
			}
		}
	return first;
}

const struct stretch *
venue_day_holding(const struct venue_day *day, int64_t start_quarter, int64_t end_quarter)
{
	for (size_t i = 0; i < day->count; i++) {
		const struct stretch *stretch = &day->stretches[i];

		if (stretch->state == SLOT_FREE && stretch->start_quarter <= start_quarter &&
		    stretch->end_quarter >= end_quarter)
			return stretch;
	}
	return NULL;
}

/* Adds the runs of one state of a day; what goes on over midnight goes on. */
static void
add_spans(struct time_span *spans, size_t *count, const struct marks *marks,
	  bool (*is)(enum slot_state))
{
	for (size_t q = 0; q < marks->count; q++) {
		int64_t quarter = marks->first + (int64_t)q;

		if (!is(marks->state[q]))
			continue;
		if (*count > 0 && spans[*count - 1].end_quarter == quarter)
			spans[*count - 1].end_quarter++;
		else
			spans[(*count)++] = (struct time_span){ quarter, quarter + 1 };
	}
}

static bool
is_free(enum slot_state state)
{
	return state == SLOT_FREE;
}

static bool
is_held(enum slot_state state)
{
	return state == SLOT_TAKEN || state == SLOT_MINE;
}

/* What is held is told as it is; the gap before it is neither free nor held. */
static void
add_day(struct availability *availability, const struct venue *venue, const struct open_day *open,
	struct holds holds)
{
	struct marks marks = { 0 };

	mark_hours(&marks, open);
	mark_holds(&marks, venue, holds);
	add_spans(availability->free, &availability->free_count, &marks, is_free);
	for (size_t q = 0; q < marks.count; q++)
		marks.state[q] = SLOT_SHUT;
	for (size_t i = 0; i < holds.count; i++)
		mark_held(&marks, holds.rows[i].start_quarter, holds.rows[i].end_quarter,
			  (struct id){ 0 });
	add_spans(availability->busy, &availability->busy_count, &marks, is_held);
	availability->unpublished |= open->unpublished;
}

struct availability
venue_availability(struct work *work, const struct venue *venue, int64_t first, size_t days)
{
	size_t most = days * MARKS_MOST;
	int64_t last = first + (int64_t)days;
	struct availability availability = {
		.free = arena_array(work->arena, most, sizeof(struct time_span)),
		.busy = arena_array(work->arena, most, sizeof(struct time_span)),
	};
	const struct open_day *open = calendar_days(work, venue->centre_id, first, days);
	struct holds holds = { 0 };

	holds.rows = sql_holds_of_venue(work, venue->id, work->actor,
					day_first_quarter(first) - GAP_QUARTERS_MOST,
					day_first_quarter(last) + GAP_QUARTERS_MOST, &holds.count);
	for (size_t i = 0; i < days; i++)
		add_day(&availability, venue, &open[i], holds);
	return availability;
}
