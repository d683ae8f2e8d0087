/* circle.c - the circle of centres around a place, and where each stands on the sketch. */

#include "centre/circle.h"

#include <math.h>
#include <stdlib.h>

#include "base/language.h"

#define MINUTES_LISTED 60 /* on foot; who goes farther takes the bus */
#define OUTER_RADIUS 165
#define MARGIN 24 /* a spot is drawn whole, or not at all */
#define MARK_DISTANCE 36
#define SPOT_DISTANCE 38 /* of two that can be told apart and pressed apart */

struct listed_centre *
centres_listed(struct work *work, const struct centre *centres, size_t count)
{
	struct listed_centre *listed = arena_array(work->arena, count, sizeof(*listed));
	struct id *ids = arena_array(work->arena, count, sizeof(*ids));
	struct open_now *nows;

	for (size_t i = 0; i < count; i++)
		ids[i] = centres[i].id;
	nows = calendar_now_of(work, ids, count);
	for (size_t i = 0; i < count; i++) {
		listed[i].centre = centres[i];
		listed[i].now = nows[i];
		if (centres[i].status != &centre_in_service)
			listed[i].now = (struct open_now){ .said = _(centres[i].status->label) };
	}
	return listed;
}

/* ---- the sketch ---- */

/* From those before it, and from the mark of the place in the middle. */
static bool
is_apart(const struct circle *circle, size_t before, int64_t x, int64_t y)
{
	int64_t east = x - CIRCLE_SIDE / 2, south = y - CIRCLE_SIDE / 2;

	if (east * east + south * south < MARK_DISTANCE * MARK_DISTANCE)
		return false;
	for (size_t i = 0; i < before; i++) {
		int64_t dx = circle->centres[i].x - x, dy = circle->centres[i].y - y;

		if (circle->centres[i].drawn && dx * dx + dy * dy < SPOT_DISTANCE * SPOT_DISTANCE)
			return false;
	}
	return true;
}

static bool
is_on_sketch(int64_t x, int64_t y)
{
	return x >= MARGIN && x <= CIRCLE_SIDE - MARGIN && y >= MARGIN && y <= CIRCLE_SIDE - MARGIN;
}

/* Draws a centre where it stands, or as near to that as leaves room: on widening rings of places
 * around it, always in the same order. */
static void
draw(struct circle *circle, size_t index, int64_t x, int64_t y)
{
	struct listed_centre *listed = &circle->centres[index];

	for (int step = 0; step < 40 && !listed->drawn; step++) {
		double turn = step % 8 * M_PI / 4, away = (step + 7) / 8 * (SPOT_DISTANCE / 2.0);

		listed->x = x + lround(away * sin(turn));
		listed->y = y - lround(away * cos(turn));
		listed->drawn = is_on_sketch(listed->x, listed->y) &&
				is_apart(circle, index, listed->x, listed->y);
	}
}

/* The scale follows from the outer ring.  What stands beyond the edge is in the list alone. */
static void
draw_centres(const struct work *work, struct circle *circle)
{
	double scale = OUTER_RADIUS / (double)walk_metres(work, circle->minutes, circle->pace);

	for (size_t i = 0; i < circle->count; i++) {
		struct point point = centre_point(&circle->centres[i].centre);
		struct point level = { circle->point.latitude, point.longitude, true };
		struct point upright = { point.latitude, circle->point.longitude, true };
		double east = (double)distance_between(circle->point, level) * scale;
		double north = (double)distance_between(circle->point, upright) * scale;
		int64_t x = lround(CIRCLE_SIDE / 2.0 +
				   (point.longitude < circle->point.longitude ? -east : east));
		int64_t y = lround(CIRCLE_SIDE / 2.0 +
				   (point.latitude < circle->point.latitude ? north : -north));

		if (is_on_sketch(x, y))
			draw(circle, i, x, y);
	}
}

static void
draw_rings(struct circle *circle)
{
	for (int i = 0; i < CIRCLE_RINGS; i++) {
		int64_t radius = OUTER_RADIUS * (i + 1) / CIRCLE_RINGS;

		circle->rings[i] = (struct ring){
			.minutes = circle->minutes * (i + 1) / CIRCLE_RINGS,
			.radius = radius,
			.label_y = CIRCLE_SIDE / 2 + radius + 7,
		};
	}
}

/* ---- the list ---- */

/* Leaves those that can be visited, at most so many. */
static size_t
keep_visited(struct centre *centres, size_t count, size_t most)
{
	size_t kept = 0;

	for (size_t i = 0; i < count && kept < most; i++) {
		if (centre_is_visited(&centres[i]))
			centres[kept++] = centres[i];
	}
	for (size_t i = 0; i < kept; i++)
		centres[i].position = (int64_t)i + 1;
	return kept;
}

struct circle
circle_around(struct work *work, struct point point, enum pace pace, size_t most)
{
	struct circle circle = { .point = point, .pace = pace };
	const struct centre_query query = {
		.near = point,
		.within_minutes = MINUTES_LISTED,
		.pace = pace == PACE_ELDER ? &pace_elder : &pace_adult,
	};
	struct centre *centres = centre_search(work, &query, &circle.count);

	circle.minutes = setting_of_network(work, &circle_minutes);
	circle.count = keep_visited(centres, circle.count, most);
	circle.centres = centres_listed(work, centres, circle.count);
	for (size_t i = 0; i < circle.count; i++) {
		circle.centres[i].within = centres[i].walk_minutes <= circle.minutes;
		circle.within_count += circle.centres[i].within;
	}
	draw_rings(&circle);
	draw_centres(work, &circle);
	return circle;
}
