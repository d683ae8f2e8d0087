/* centre.c - finding centres, and how far they are on foot. */

#include "centre/centre.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "centre/centre_sql.h"

#define METRES_A_DEGREE 111195.0 /* of latitude, on a sphere of 6,371 km */
#define RADIANS_A_DEGREE 0.017453292519943295

static WORD(centre_planned, "planned", N_("Planned"));
static WORD(centre_building, "building", N_("Being built"));
static WORD(centre_built, "built", N_("Built, not open yet"));
WORD(centre_in_service, "in_service", N_("In service"));
WORD(centre_renovating, "renovating", N_("Being renovated"));
static WORD(centre_closed, "closed", N_("Closed for good"));

const struct word *const centre_statuses[] = {
	&centre_planned,    &centre_building, &centre_built, &centre_in_service,
	&centre_renovating, &centre_closed,   NULL,
};

static WORD(centre_regional, "regional", N_("Regional centre"));
static WORD(centre_street, "street", N_("Street centre"));
static WORD(centre_community, "community", N_("Community centre"));
static WORD(centre_station, "station", N_("Station"));

const struct word *const centre_kinds[] = {
	&centre_regional, &centre_street, &centre_community, &centre_station, NULL,
};

WORD(pace_adult, "adult", N_("At a usual pace"));
WORD(pace_elder, "elder", N_("Slowly, or with a pram"));

const struct word *const paces[] = { &pace_adult, &pace_elder, NULL };

const struct setting walk_speed = { "walk.speed_m_per_min", 80, 20, 200 };
const struct setting walk_speed_elder = { "walk.speed_elder", 60, 10, 200 };
const struct setting walk_detour = { "walk.detour_percent", 130, 100, 300 };
const struct setting circle_minutes = { "circle.minutes", 15, 5, 60 };

#define CENTRE_COLUMNS                                                                             \
	COLUMN_ID(struct centre, id), COLUMN_TEXT(struct centre, key),                             \
		COLUMN_TEXT(struct centre, name),                                                  \
		COLUMN_TEXT(struct centre, short_name, .made = true),                              \
		COLUMN_WORD(struct centre, kind, centre_kinds),                                    \
		COLUMN_WORD(struct centre, status, centre_statuses),                               \
		COLUMN_REAL(struct centre, latitude), COLUMN_REAL(struct centre, longitude),       \
		COLUMN_ID(struct centre, area_id, .as = "area"),                                   \
		COLUMN_TEXT(struct centre, area_name), COLUMN_DAY(struct centre, opened_on),       \
		COLUMN_INT(struct centre, area_m2, .given = true),                                 \
		COLUMN_INT(struct centre, storeys, .given = true),                                 \
		COLUMN_INT(struct centre, residents, .given = true),                               \
		COLUMN_INT(struct centre, people_a_month, .given = true),                          \
		COLUMN_TEXT(struct centre, address), COLUMN_TEXT(struct centre, phone),            \
		COLUMN_ID(struct centre, substitute_id, .as = "substitute"),                       \
		COLUMN_INT(struct centre, venue_count)

const struct column centre_columns[] = {
	CENTRE_COLUMNS,
	COLUMN_END,
};

const struct column centre_near_columns[] = {
	CENTRE_COLUMNS,
	COLUMN_INT(struct centre, distance_m, .made = true),
	COLUMN_INT(struct centre, walk_minutes, .made = true),
	COLUMN_END,
};

const struct field centre_query_fields[] = {
	FIELD_POINT(struct centre_query, near),
	FIELD_INT(struct centre_query, within_minutes, .min = 1, .max = 120),
	FIELD_WORD(struct centre_query, pace, paces),
	FIELD_WORD(struct centre_query, kind, centre_kinds),
	FIELD_TEXT(struct centre_query, field, .max = 24, .key = true),
	FIELD_TEXT(struct centre_query, q, .max = 60),
	FIELD_END,
};

const struct column centre_room_columns[] = {
	COLUMN_ID(struct centre_room, id),
	COLUMN_TEXT(struct centre_room, key),
	COLUMN_TEXT(struct centre_room, name),
	COLUMN_TEXT(struct centre_room, kind),
	COLUMN_TEXT(struct centre_room, kind_name),
	COLUMN_TEXT(struct centre_room, field),
	COLUMN_TEXT(struct centre_room, field_name),
	COLUMN_INT(struct centre_room, floor),
	COLUMN_INT(struct centre_room, seats),
	COLUMN_INT(struct centre_room, area_m2),
	COLUMN_FLAG(struct centre_room, step_free),
	COLUMN_FLAG(struct centre_room, needs_approval),
	COLUMN_END,
};

bool
centre_is_visited(const struct centre *centre)
{
	return centre->status == &centre_in_service || centre->status == &centre_renovating;
}

/* ---- the way there ---- */

/* On a plane that touches the earth halfway: right to a metre within a city. */
int64_t
distance_between(struct point from, struct point to)
{
	double middle = (from.latitude + to.latitude) / 2 * RADIANS_A_DEGREE;
	double north = (to.latitude - from.latitude) * METRES_A_DEGREE;
	double east = (to.longitude - from.longitude) * METRES_A_DEGREE * cos(middle);

	return llround(hypot(north, east));
}

static int64_t
speed_of(const struct work *work, enum pace pace)
{
	return setting_of_network(work, pace == PACE_ELDER ? &walk_speed_elder : &walk_speed);
}

int64_t
walk_minutes(const struct work *work, int64_t metres, enum pace pace)
{
	int64_t a_minute = 100 * speed_of(work, pace);

	return (metres * setting_of_network(work, &walk_detour) + a_minute - 1) / a_minute;
}

int64_t
walk_metres(const struct work *work, int64_t minutes, enum pace pace)
{
	return 100 * minutes * speed_of(work, pace) / setting_of_network(work, &walk_detour);
}

void
centre_measure(const struct work *work, struct centre *centre, struct point from, enum pace pace)
{
	centre->distance_m = distance_between(from, centre_point(centre));
	centre->walk_minutes = walk_minutes(work, centre->distance_m, pace);
}

/* ---- finding ---- */

/* Without what the names of all end with. */
static const char *
short_name(struct work *work, const char *name)
{
	const char *ending = pgettext("what names of centres end with", " Service Centre");
	size_t size = strlen(name), taken = strlen(ending);

	if (size <= taken || strcmp(name + size - taken, ending) != 0)
		return name;
	return arena_copy(work->arena, name, size - taken);
}

static void
complete(struct work *work, struct centre *centre)
{
	centre->short_name = short_name(work, centre->name);
	centre->distance_m = centre->walk_minutes = -1;
}

const struct refusal *
centre_find(struct work *work, struct id id, struct centre *centre)
{
	if (!sql_centre_find(work, id, centre))
		return &refused_missing;
	complete(work, centre);
	return NULL;
}

/* A box of degrees around a place, or the whole world. */
struct box {
	double south, north, west, east;
};

static struct box
box_around(struct point point, int64_t metres)
{
	double high = (double)(metres + 1) / METRES_A_DEGREE;
	double wide = high / fmax(cos(point.latitude * RADIANS_A_DEGREE), 0.01);

	if (!point.given)
		return (struct box){ -90, 90, -180, 180 };
	return (struct box){ point.latitude - high, point.latitude + high, point.longitude - wide,
			     point.longitude + wide };
}

/* Of two that are equally far, the order of their keys decides, so that it is the same each time.
 */
static int
compare_distance(const void *one, const void *other)
{
	const struct centre *a = one, *b = other;

	if (a->distance_m != b->distance_m)
		return a->distance_m < b->distance_m ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* Leaves those within so many minutes, the nearest first. */
static size_t
keep_near(const struct work *work, const struct centre_query *query, int64_t minutes,
	  struct centre *centres, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		centre_measure(work, &centres[i], query->near, pace_of(query->pace));
		if (centres[i].walk_minutes <= minutes)
			centres[kept++] = centres[i];
	}
	if (kept > 1)
		qsort(centres, kept, sizeof(*centres), compare_distance);
	return kept;
}

struct centre *
centre_search(struct work *work, const struct centre_query *query, size_t *count)
{
	int64_t minutes = query->within_minutes ? query->within_minutes
						: setting_of_network(work, &circle_minutes);
	struct box box = box_around(query->near, walk_metres(work, minutes, pace_of(query->pace)));
	struct centre *centres = sql_centres_within(
		work, box.south, box.north, box.west, box.east, query->area_id, query->kind,
		query->field, query->q ? text_folded(work, query->q) : NULL, count);

	for (size_t i = 0; i < *count; i++)
		complete(work, &centres[i]);
	if (query->near.given)
		*count = keep_near(work, query, minutes, centres, *count);
	for (size_t i = 0; i < *count; i++)
		centres[i].position = (int64_t)i + 1;
	return centres;
}

struct centre *
centres_from(struct centre *centres, const struct cursor *cursor, size_t *count)
{
	size_t rows = (size_t)cursor->rows;
	size_t before = cursor->after > 0 ? (size_t)cursor->after : 0;
	size_t first = before < *count ? before : *count;
	size_t end;

	if (cursor->backward) {
		end = before > 0 ? before - 1 : 0;
		end = end < *count ? end : *count;
		first = end > rows ? end - rows : 0;
	} else {
		end = *count - first > rows ? first + rows : *count;
	}
	*count = end - first;
	return centres + first;
}

struct centre_room *
centre_rooms(struct work *work, struct id centre, size_t *count)
{
	return sql_centre_rooms(work, centre, count);
}
