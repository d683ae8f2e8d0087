/* area.h - the tree of the city: city, district, street, community. */
#ifndef AREA_H
#define AREA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

struct area {
	struct id id;
	struct id parent_id;
	const char *code;
	const char *level;
	const char *name;
	const char *parent_name; /* nine names occur twice: shown with it */
	double latitude, longitude;
};
extern const struct column area_columns[];

MUST_USE const struct refusal *area_find(struct work *work, struct id id, struct area *area);
/* What stands right below an area; below nothing: the root's districts. */
struct area *area_below(struct work *work, struct id parent, size_t *count);
/* An area with those that it lies in, the district first; the city goes without saying. */
struct area *area_above(struct work *work, struct id area, size_t *count);
/* Communities and streets whose name begins with, or holds, what was typed. */
struct area *area_named(struct work *work, const char *typed, size_t *count);
/* Where the actor lives; false if that is not known. */
bool area_of_home(struct work *work, struct area *area);

static inline struct point
area_point(const struct area *area)
{
	return (struct point){ area->latitude, area->longitude, true };
}

#endif
