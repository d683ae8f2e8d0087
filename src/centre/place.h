/* place.h - from where somebody looks: an area of the city, or a point.
 *
 * A place that a visitor chose stands in the address and nowhere else: ?area= where it was chosen
 * from the tree or typed, ?near= where it came from the browser. */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"
#include "centre/area.h"
#include "centre/centre.h"

/* What a page of the circle is asked; each may be left out. */
struct place_query {
	struct point near;
	struct id area_id;
	const char *typed;       /* ?place= */
	const struct word *pace; /* NULL: as is usual for the reader */
	bool all;                /* of no place: all there are */
	const char *q;           /* the name of a centre */
};
extern const struct field place_query_fields[];

struct place {
	struct area area; /* its id names nothing where a point was given, or no place at all */
	struct point
		point;    /* from where ways are measured; not given where the area is too large */
	const char *name; /* "Fulujie Community, Shangdu Road Subdistrict"; NULL for a point */
	const struct area *above; /* the area and what it lies in, the largest first */
	size_t above_count;
	const struct area *below; /* what may be chosen next */
	size_t below_count;
	const struct area *meant; /* what was typed may be any of these */
	size_t meant_count;
};

/* Reads a query; without a place in it, the place is where the actor lives, if that is known. */
MUST_USE const struct refusal *place_find(struct work *work, const struct place_query *query,
					  struct place *place);

/* How fast the reader walks: as the address says, else slowly if they read in large type. */
enum pace place_pace(const struct place_query *query, bool large_type);

/* "Centres near Fulujie Community, Shangdu Road Subdistrict". */
const char *place_title(struct work *work, const struct place *place);

/* Whether it can be said no more exactly from the tree. */
bool place_is_settled(const struct place *place);

/* The point as an address says it, "34.75200,113.74760"; NULL where none is given. */
const char *point_said(struct work *work, struct point point);

#endif
