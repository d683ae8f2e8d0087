/* centre.h - the centres, how far they are on foot, and where they stand. */
#ifndef CENTRE_H
#define CENTRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct centre {
	struct id id;
	const char *key;
	const char *name;          /* in the reader's language */
	const char *short_name;    /* "Sports Park" of "Sports Park Service Centre" */
	const struct word *kind;   /* regional, street, community, station */
	const struct word *status; /* planned, building, built, in_service, renovating, closed */
	double latitude, longitude;
	struct id area_id;
	const char *area_name;
	int64_t opened_on;                                   /* day or DAY_NONE */
	int64_t area_m2, storeys, residents, people_a_month; /* 0: not given */
	const char *address;                                 /* or NULL */
	const char *phone;                                   /* E.164, or NULL */
	struct id substitute_id;
	int64_t venue_count;
	int64_t position; /* in what was searched, from 1 */
	/* Where it was asked for near a place: */
	int64_t distance_m, walk_minutes; /* straight line; -1: not asked */
};
extern const struct column centre_columns[];
extern const struct column centre_near_columns[]; /* the same with the way there */
extern const struct word *const centre_statuses[];
extern const struct word *const centre_kinds[];
extern const struct word centre_in_service, centre_renovating;

enum pace { PACE_ADULT, PACE_ELDER };
extern const struct word pace_adult, pace_elder;
extern const struct word *const paces[];
extern const struct setting walk_speed, walk_speed_elder, walk_detour, circle_minutes;

/* What to look for; each may be left out. */
struct centre_query {
	struct point near;
	int64_t within_minutes; /* 0: the setting circle.minutes where near is given */
	const struct word *pace;
	const struct word *kind;
	const char *field; /* the key of a field of service that it has rooms for */
	const char *q;     /* a name, or part of one */
	struct id area_id; /* below this area; for pages */
};
extern const struct field centre_query_fields[];

MUST_USE const struct refusal *centre_find(struct work *work, struct id id, struct centre *centre);

/* Nearest first where a place was given, else by kind and name, those nobody can visit last. */
struct centre *centre_search(struct work *work, const struct centre_query *query, size_t *count);

/* The part of what was found that a page of the list shows, with the one row more that
 * cursor_close() takes off. */
struct centre *centres_from(struct centre *centres, const struct cursor *cursor, size_t *count);

/* Whether people go there, though it may be shut for a while: in service, or being renovated. */
bool centre_is_visited(const struct centre *centre);

/* Sets how far a centre is from a place. */
void centre_measure(const struct work *work, struct centre *centre, struct point from,
		    enum pace pace);

/* Metres in a straight line, and minutes on foot: ceil(metres × detour ÷ speed). */
int64_t distance_between(struct point from, struct point to);
int64_t walk_minutes(const struct work *work, int64_t metres, enum pace pace);
/* How far one comes within so many minutes. */
int64_t walk_metres(const struct work *work, int64_t minutes, enum pace pace);

static inline enum pace
pace_of(const struct word *word)
{
	return word == &pace_elder ? PACE_ELDER : PACE_ADULT;
}

static inline struct point
centre_point(const struct centre *centre)
{
	return (struct point){ centre->latitude, centre->longitude, true };
}

/* What of a centre can be booked, in the order of the fields of service and of kinds. */
struct centre_room {
	struct id id;
	const char *key;
	const char *name;
	const char *kind, *kind_name;
	const char *field, *field_name;
	int64_t floor, seats, area_m2;
	bool step_free, needs_approval;
};
extern const struct column centre_room_columns[];

struct centre_room *centre_rooms(struct work *work, struct id centre, size_t *count);

#endif
