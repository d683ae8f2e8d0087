/* venue.c - finding what can be booked. */

#include "venue/venue.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/centre.h"
#include "venue/venue_hold.h"
#include "venue/venue_sql.h"

const struct setting venue_grid = { "venue.grid_minutes", 15, 15, 240 };
const struct setting venue_shortest = { "venue.shortest_minutes", 60, 15, 1440 };
const struct setting venue_longest = { "venue.longest_minutes", 240, 15, 1440 };
const struct setting venue_gap = { "venue.gap_minutes", 0, 0, 1440 };
const struct setting venue_window_days = { "book.window_days", 6, 0, 365 };
const struct setting venue_release_minute = { "book.release_time", 420, 0, 1439 };

REFUSAL(impossible_time, REFUSED_MALFORMED, "end",
	N_("Say a start and an end that comes after it."));

const struct column venue_columns[] = {
	COLUMN_ID(struct venue, id),
	COLUMN_TEXT(struct venue, key),
	COLUMN_TEXT(struct venue, name),
	COLUMN_ID(struct venue, centre_id, .as = "centre"),
	COLUMN_TEXT(struct venue, centre_name),
	COLUMN_WORD(struct venue, centre_status, centre_statuses),
	COLUMN_REAL(struct venue, latitude),
	COLUMN_REAL(struct venue, longitude),
	COLUMN_TEXT(struct venue, kind),
	COLUMN_TEXT(struct venue, kind_name),
	COLUMN_ID(struct venue, whole_id, .as = "part_of"),
	COLUMN_INT(struct venue, floor),
	COLUMN_INT(struct venue, seats),
	COLUMN_INT(struct venue, area_m2),
	COLUMN_FLAG(struct venue, step_free),
	COLUMN_FLAG(struct venue, needs_approval),
	COLUMN_INT(struct venue, companions),
	COLUMN_TEXT(struct venue, note),
	COLUMN_TEXT(struct venue, equipment, .as = "equipment_names"),
	COLUMN_TEXT(struct venue, equipment_keys, .as = "equipment"),
	COLUMN_INT(struct venue, grid_minutes, .made = true),
	COLUMN_INT(struct venue, shortest_minutes, .made = true),
	COLUMN_INT(struct venue, longest_minutes, .made = true),
	COLUMN_INT(struct venue, walk_minutes, .made = true),
	COLUMN_INT(struct venue, distance_m, .made = true),
	COLUMN_END,
};

const struct column venue_option_columns[] = {
	COLUMN_TEXT(struct venue_option, key),
	COLUMN_TEXT(struct venue_option, label),
	COLUMN_END,
};

const struct column home_columns[] = {
	COLUMN_REAL(struct home, latitude),
	COLUMN_REAL(struct home, longitude),
	COLUMN_END,
};

const struct field venue_query_fields[] = {
	FIELD_ID(struct venue_query, centre_id, .as = "centre"),
	FIELD_TEXT(struct venue_query, kind, .max = 24, .key = true),
	FIELD_INT(struct venue_query, people, .min = 1, .max = 100000),
	FIELD_TEXT(struct venue_query, equipment, .max = 200, .key = true),
	FIELD_FLAG(struct venue_query, step_free),
	FIELD_DAY(struct venue_query, day, .as = "date"),
	FIELD_QUARTER(struct venue_query, start_quarter, .as = "start"),
	FIELD_QUARTER(struct venue_query, end_quarter, .as = "end"),
	FIELD_POINT(struct venue_query, near),
	FIELD_INT(struct venue_query, within_minutes, .min = 1, .max = 600),
	FIELD_END,
};

static void
set_house_rules(const struct work *work, struct venue *venue)
{
	venue->grid_minutes = setting_at(work, venue->id, &venue_grid);
	venue->shortest_minutes = setting_at(work, venue->id, &venue_shortest);
	venue->longest_minutes = setting_at(work, venue->id, &venue_longest);
	venue->gap_quarters =
		(setting_at(work, venue->id, &venue_gap) + QUARTER_MINUTES - 1) / QUARTER_MINUTES;
	venue->walk_minutes = -1;
	venue->distance_m = -1;
}

const struct refusal *
venue_find(struct work *work, struct id id, struct venue *venue)
{
	if (!sql_venue_find(work, id, venue))
		return &refused_missing;
	set_house_rules(work, venue);
	return NULL;
}

bool
venue_in_service(const struct venue *venue)
{
	return venue->centre_status == &centre_in_service;
}

time_t
venue_opens_at(const struct work *work, struct id venue, int64_t day)
{
	return day_time(day - setting_at(work, venue, &venue_window_days),
			setting_at(work, venue, &venue_release_minute));
}

bool
venue_on_grid(const struct venue *venue, int64_t quarter)
{
	return minute_of(quarter_time(quarter)) % venue->grid_minutes == 0;
}

bool
venue_length_allowed(const struct venue *venue, int64_t start_quarter, int64_t end_quarter)
{
	int64_t minutes = (end_quarter - start_quarter) * QUARTER_MINUTES;

	return minutes >= venue->shortest_minutes && minutes <= venue->longest_minutes;
}

int64_t
venue_grid_up(const struct venue *venue, int64_t quarter)
{
	while (!venue_on_grid(venue, quarter))
		quarter++;
	return quarter;
}

int64_t
venue_grid_down(const struct venue *venue, int64_t quarter)
{
	while (!venue_on_grid(venue, quarter))
		quarter--;
	return quarter;
}

const char *
quarter_stamp(struct work *work, int64_t quarter)
{
	struct local local = local_of(quarter_time(quarter));

	return text(work, "%04d-%02d-%02dT%02d:%02d", local.year, local.month, local.day,
		    local.hour, local.minute);
}

struct venue_option *
venue_kinds(struct work *work, struct id centre, size_t *count)
{
	return sql_venue_kinds(work, centre, count);
}

struct venue_option *
venue_equipments(struct work *work, struct id centre, size_t *count)
{
	return sql_venue_equipments(work, centre, count);
}

struct point
venue_home(struct work *work)
{
	struct home home;

	if (!id_given(work->person) || !sql_home_of(work, work->person, &home))
		return (struct point){ .given = false };
	return (struct point){ home.latitude, home.longitude, true };
}

/* What a search keeps from one venue to the next: they come centre by centre. */
struct search {
	const struct venue_query *query;
	int64_t day; /* DAY_NONE: at any time */
	struct holds holds;
	struct id centre_id;
	struct open_day open;
};

static void
measure(struct work *work, const struct search *search, struct venue *venue)
{
	const struct point at = { venue->latitude, venue->longitude, true };

	venue->distance_m = distance_between(search->query->near, at);
	venue->walk_minutes = walk_minutes(work, venue->distance_m, PACE_ADULT);
}

static bool
within_reach(struct work *work, const struct search *search, struct venue *venue)
{
	if (!search->query->near.given)
		return true;
	measure(work, search, venue);
	return search->query->within_minutes == 0 ||
	       venue->walk_minutes <= search->query->within_minutes;
}

static const struct stretch *
first_free(const struct venue_day *day)
{
	for (size_t i = 0; i < day->count; i++)
		if (day->stretches[i].state == SLOT_FREE)
			return &day->stretches[i];
	return NULL;
}

/* The free stretch that answers the query, within the day of a venue. */
static const struct stretch *
wanted_stretch(const struct search *search, const struct venue_day *day)
{
	const struct venue *venue = &day->venue;
	int64_t start = search->query->start_quarter;
	int64_t end = search->query->end_quarter;

	if (start == 0)
		return first_free(day);
	if (end == 0)
		end = start + venue->shortest_minutes / QUARTER_MINUTES;
	if (!venue_on_grid(venue, start) || !venue_on_grid(venue, end) ||
	    !venue_length_allowed(venue, start, end))
		return NULL;
	return venue_day_holding(day, start, end);
}

static bool
free_then(struct work *work, struct search *search, struct venue *venue)
{
	const struct stretch *found;
	struct venue_day day;

	if (search->day == DAY_NONE)
		return true;
	if (!venue_in_service(venue) || venue_opens_at(work, venue->id, search->day) > work->now)
		return false;
	if (!id_same(search->centre_id, venue->centre_id)) {
		search->centre_id = venue->centre_id;
		search->open = calendar_day(work, venue->centre_id, search->day);
	}
	day = venue_day_of(work, venue, &search->open, search->holds);
	found = wanted_stretch(search, &day);
	if (found) {
		venue->free_start = found->start_quarter;
		venue->free_end = found->end_quarter;
	}
	return found != NULL;
}

static int
nearer(const void *a, const void *b)
{
	const struct venue *one = a, *other = b;

	if (one->distance_m != other->distance_m)
		return one->distance_m < other->distance_m ? -1 : 1;
	return one->rank < other->rank ? -1 : 1;
}

static int64_t
keys_in(const char *list)
{
	int64_t count = list && *list;

	for (; list && *list; list++)
		count += *list == ',';
	return count;
}

static void
rank(struct venue *venues, size_t count)
{
	for (size_t i = 0; i < count; i++)
		venues[i].rank = (int64_t)i + 1;
}

static size_t
keep_those_wanted(struct work *work, struct search *search, struct venue *venues, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		set_house_rules(work, &venues[i]);
		if (within_reach(work, search, &venues[i]) && free_then(work, search, &venues[i]))
			venues[kept++] = venues[i];
	}
	rank(venues, kept);
	return kept;
}

/* A time without an end is asked for by pages alone; an end without a start says nothing. */
static const struct refusal *
begin_search(struct work *work, const struct venue_query *query, struct search *search)
{
	int64_t start = query->start_quarter, end = query->end_quarter;

	if ((end != 0 && end <= start) || (end != 0 && start == 0))
		return &impossible_time;
	*search = (struct search){ .query = query, .day = query->day };
	if (start != 0)
		search->day = day_of(quarter_time(start));
	if (search->day != DAY_NONE)
		search->holds.rows =
			sql_holds_between(work, day_first_quarter(search->day) - GAP_QUARTERS_MOST,
					  day_first_quarter(search->day + 1) + GAP_QUARTERS_MOST,
					  &search->holds.count);
	return NULL;
}

const struct refusal *
venue_search(struct work *work, const struct venue_query *query, struct venue **venues,
	     size_t *count)
{
	struct search search;
	const struct refusal *refusal = begin_search(work, query, &search);

	if (refusal)
		return refusal;
	*venues = sql_venue_search(work, query, keys_in(query->equipment), count);
	*count = keep_those_wanted(work, &search, *venues, *count);
	if (query->near.given && *count > 0) {
		qsort(*venues, *count, sizeof(**venues), nearer);
		rank(*venues, *count);
	}
	return NULL;
}

struct venue *
venue_page(struct work *work, const struct venue *venues, const struct cursor *cursor,
	   size_t *count)
{
	int64_t first = cursor->backward ? cursor->after - cursor->rows : cursor->after + 1;
	int64_t last = cursor->backward ? cursor->after - 1 : cursor->after + cursor->rows;
	struct venue *page = arena_array(work->arena, (size_t)cursor->rows, sizeof(*page));
	size_t shown = 0;

	for (size_t i = 0; i < *count; i++)
		if (venues[i].rank >= first && venues[i].rank <= last)
			page[shown++] = venues[i];
	*count = shown;
	return page;
}
