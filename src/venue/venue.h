/* venue.h - what can be booked: where it is, for how many, with what, by which grid. */
#ifndef VENUE_H
#define VENUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "centre/calendar.h"
#include "db/column.h"

struct venue {
	struct id id;
	const char *key;
	const char *name;
	struct id centre_id;
	const char *centre_name;
	const char *kind; /* its key */
	const char *kind_name;
	struct id whole_id; /* of a half: the hall */
	int64_t floor, seats, area_m2;
	bool step_free, needs_approval;
	int64_t companions;
	const char *note;      /* or NULL */
	const char *equipment; /* names, "Projector, Sound system"; or NULL */
	/* Set by C, from the settings of its node: */
	int64_t grid_minutes, shortest_minutes, longest_minutes;
	int64_t gap_quarters; /* kept free after each booking */
	int64_t walk_minutes, distance_m; /* where a place was given; -1 else */
};
extern const struct column venue_columns[];

extern const struct setting venue_grid, venue_shortest, venue_longest, venue_gap;

/* What to look for; each may be left out. */
struct venue_query {
	struct id centre_id;
	const char *kind;
	int64_t people;
	const char *equipment; /* keys, separated by commas: all are asked for */
	bool step_free;
	int64_t day;		/* DAY_NONE: any */
	int64_t start_quarter, end_quarter; /* API: with a time, only what can be booked then */
	const char *from, *until; /* page: "14:00", on the day */
	struct point near;
	int64_t within_minutes;
	struct id area_id;
};
extern const struct field venue_query_fields[];

MUST_USE const struct refusal *venue_find(struct work *work, struct id id, struct venue *venue);
struct venue *venue_search(struct work *work, const struct venue_query *query, size_t *count);

/* Who holds a quarter of a venue, as those may know who ask: nobody, somebody, the asker's own. */
enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_MINE, SLOT_SHUT, SLOT_PAST };

/* A stretch of a day, as long as its state stays the same. */
struct stretch {
	int64_t start_quarter, end_quarter;
	enum slot_state state;
	struct id booking_id; /* of what is the asker's own */
};
struct venue_day {
	struct venue venue;
	size_t count;
	const struct stretch *stretches; /* within the hours, in order */
	int64_t free_count;
};

/* The day of several venues of one centre, by one statement; free time has the gap taken off. */
struct venue_day *venue_days(struct work *work, const struct venue *venues, size_t count,
			     const struct open_day *open);

/* A stretch within which all is free, for the availability of the API. */
struct time_span {
	int64_t start_quarter, end_quarter;
};
extern const struct column time_span_columns[];

#endif
