/* circle.h - the centres around a place: a list, and a sketch of a map with the same numbers.
 *
 * The sketch is a square of CIRCLE_SIDE with the place in its middle.  Its outer ring is the
 * circle of so many minutes on foot, with two rings within. */
#ifndef CIRCLE_H
#define CIRCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/field.h"
#include "base/work.h"
#include "centre/calendar.h"
#include "centre/centre.h"

#define CIRCLE_SIDE 400
#define CIRCLE_RINGS 3

struct ring {
	int64_t minutes, radius;
	int64_t label_y;
};

/* A centre as it is listed. */
struct listed_centre {
	struct centre centre;
	struct open_now now; /* where nobody can visit it, why not */
	bool within;         /* the circle */
	bool drawn;
	int64_t x, y; /* on the sketch */
};

struct circle {
	struct point point;
	enum pace pace;
	int64_t minutes;
	size_t count, within_count;
	struct listed_centre *centres; /* the nearest first */
	struct ring rings[CIRCLE_RINGS];
};

/* The centres that can be visited around a place, at most so many. */
struct circle circle_around(struct work *work, struct point point, enum pace pace, size_t most);

/* Centres with whether they are open. */
struct listed_centre *centres_listed(struct work *work, const struct centre *centres, size_t count);

#endif
