/* venue.h - what can be booked: where it is, for how many, with what, by which grid.
 *
 * Grid, durations, gap and the hour at which a day opens for booking are settings of the venue's
 * node; the predicates on them are kept here, so that what is listed as free and what the rules of
 * booking allow is one and the same. */
#ifndef VENUE_H
#define VENUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/cursor.h"
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
	const struct word *centre_status;
	double latitude, longitude; /* of the centre */
	const char *kind;           /* its key */
	const char *kind_name;
	struct id whole_id; /* of a half: the hall */
	int64_t floor, seats, area_m2;
	bool step_free, needs_approval;
	int64_t companions;
	const char *note;           /* or NULL */
	const char *equipment;      /* names, "Projector, Sound system"; or NULL */
	const char *equipment_keys; /* "projector,sound"; or NULL */
	/* Set by C, from the settings of its node: */
	int64_t grid_minutes, shortest_minutes, longest_minutes;
	int64_t gap_quarters; /* kept free after each booking */
	/* Set by a search: */
	int64_t walk_minutes, distance_m; /* where a place was given; -1 else */
	int64_t free_start,
		free_end; /* the free stretch that was found; 0 where no time was asked for */
	int64_t rank;     /* its place in the list, from 1 */
};
extern const struct column venue_columns[];

extern const struct setting venue_grid, venue_shortest, venue_longest, venue_gap;
extern const struct setting venue_window_days;    /* book.window_days, 6: today and six days more */
extern const struct setting venue_release_minute; /* book.release_time, 420: 07:00 */

/* What to look for; each may be left out. */
struct venue_query {
	struct id centre_id;
	const char *kind;
	int64_t people;
	const char *equipment; /* keys, separated by commas: all are asked for */
	bool step_free;
	int64_t day;                        /* DAY_NONE: any */
	int64_t start_quarter, end_quarter; /* with a time, only what can be booked then; 0: none */
	struct point near;
	int64_t within_minutes;
};
extern const struct field venue_query_fields[];

extern const struct refusal impossible_time;

MUST_USE const struct refusal *venue_find(struct work *work, struct id id, struct venue *venue);

/* Nearest first where a place was given, else by centre; in a centre in the order of its rooms. */
MUST_USE const struct refusal *venue_search(struct work *work, const struct venue_query *query,
					    struct venue **venues, size_t *count);

/* The page of a search that a cursor asks for, by rank. */
struct venue *venue_page(struct work *work, const struct venue *venues, const struct cursor *cursor,
			 size_t *count);

/* Something to filter by: its key, and what people call it. */
struct venue_option {
	const char *key;
	const char *label;
};
struct venue_option *venue_kinds(struct work *work, struct id centre, size_t *count);
/* What several rooms have, the most common first. */
struct venue_option *venue_equipments(struct work *work, struct id centre, size_t *count);

/* Where the actor lives; not given for a visitor and for who has not said. */
struct point venue_home(struct work *work);

/* When a day opens for booking. */
time_t venue_opens_at(const struct work *work, struct id venue, int64_t day);

bool venue_in_service(const struct venue *venue);
bool venue_on_grid(const struct venue *venue, int64_t quarter);
bool venue_length_allowed(const struct venue *venue, int64_t start_quarter, int64_t end_quarter);

/* The next quarter on the grid, itself if it is; and the one before. */
int64_t venue_grid_up(const struct venue *venue, int64_t quarter);
int64_t venue_grid_down(const struct venue *venue, int64_t quarter);

/* "2026-11-28T14:00", as forms say a time of the city's clock. */
const char *quarter_stamp(struct work *work, int64_t quarter);

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

/* The day of several venues of one centre, by one statement.  What is free can be booked: it
 * begins on the grid, is long enough, and has the gap before what follows taken off. */
struct venue_day *venue_days(struct work *work, const struct venue *venues, size_t count,
			     const struct open_day *open);

/* The free stretch that begins first, of all rooms; NULL if there is none. */
const struct venue_day *venue_first_free(const struct venue_day *days, size_t count,
					 const struct stretch **stretch);

/* The free stretch in which a time lies as a whole; NULL if there is none. */
const struct stretch *venue_day_holding(const struct venue_day *day, int64_t start_quarter,
					int64_t end_quarter);

/* What is free and what is held, of days that may be past or far ahead: gaps taken off. */
struct time_span {
	int64_t start_quarter, end_quarter;
};
extern const struct column time_span_columns[];

struct availability {
	struct time_span *free, *busy;
	size_t free_count, busy_count;
	bool unpublished; /* the holidays of a year among them are not known yet */
};
#define AVAILABILITY_DAYS_MOST 31
struct availability venue_availability(struct work *work, const struct venue *venue, int64_t first,
				       size_t days);

/* An hour of one room in a table of all: neighbours that are alike are one. */
struct table_cell {
	enum slot_state state;
	int64_t hours;                      /* how many columns */
	int64_t start_quarter, end_quarter; /* of the free stretch that is begun here */
	bool late;                          /* free only from within the hour */
	struct id booking_id;
};
struct table_row {
	const struct venue_day *day;
	size_t count;
	struct table_cell *cells;
};
struct venue_table {
	size_t hour_count;
	int64_t first_hour; /* quarter at which the first column begins */
	size_t count;
	struct table_row *rows;
};
struct venue_table venue_table(struct work *work, const struct venue_day *days, size_t count,
			       const struct open_day *open);

#endif
