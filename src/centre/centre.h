/* centre.h - the centres, how far they are on foot, and where they stand. */
#ifndef CENTRE_H
#define CENTRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
	const char *name;  /* in the reader's language */
	const char *short_name; /* "Sports Park" of "Sports Park Service Centre" */
	const struct word *kind;   /* regional, street, community, station */
	const struct word *status; /* planned, building, built, in_service, renovating, closed */
	double latitude, longitude;
	struct id area_id;
	const char *area_name;
	int64_t opened_on; /* day or DAY_NONE */
	int64_t area_m2, storeys, residents, people_a_month; /* 0: not given */
	const char *address; /* or NULL */
	const char *phone;   /* E.164, or NULL */
	struct id substitute_id;
	int64_t venue_count;
	/* Where it was asked for near a place: */
	int64_t distance_m, walk_minutes; /* straight line; -1: not asked */
};
extern const struct column centre_columns[];
extern const struct word *const centre_statuses[];
extern const struct word *const centre_kinds[];
extern const struct word centre_in_service, centre_renovating;

enum pace { PACE_ADULT, PACE_ELDER };
extern const struct word pace_adult, pace_elder;
extern const struct setting walk_speed, walk_speed_elder, walk_detour, circle_minutes;

/* What to look for; each may be left out. */
struct centre_query {
	struct point near;
	int64_t within_minutes; /* 0: the setting circle.minutes where near is given */
	const struct word *pace;
	const struct word *kind;
	const char *q; /* a name, or part of one */
	struct id area_id; /* below this area; for pages */
};
extern const struct field centre_query_fields[];

MUST_USE const struct refusal *centre_find(struct work *work, struct id id, struct centre *centre);

/* Nearest first where a place was given, else by name; those nobody can visit (planned, building)
 * come last. */
struct centre *centre_search(struct work *work, const struct centre_query *query, size_t *count);

/* Metres in a straight line, and minutes on foot: ceil(metres × detour ÷ speed), features.md A2. */
int64_t distance_between(struct point from, struct point to);
int64_t walk_minutes(const struct work *work, int64_t metres, enum pace pace);

#endif
