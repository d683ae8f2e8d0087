/* shift_find.c - finding shifts, one or many. */

#include "base/arena.h"
#include "base/buf.h"
#include "centre/centre.h"
#include "shift/shift.h"
#include "shift/shift_part.h"
#include "shift/shift_sql.h"

#define CENTRES_MOST 40000 /* characters of their numbers */

static const struct word *const statuses[] = { &shift_open, &shift_cancelled, NULL };

const struct column shift_columns[] = {
	COLUMN_ID(struct shift, id),
	COLUMN_REFERENCE(struct shift, reference, .hidden = true),
	COLUMN_WORD(struct shift, status, statuses),
	COLUMN_ID(struct shift, centre_id, .as = "centre"),
	COLUMN_TEXT(struct shift, centre_name),
	COLUMN_REAL(struct shift, latitude, .hidden = true),
	COLUMN_REAL(struct shift, longitude, .hidden = true),
	COLUMN_ID(struct shift, venue_id, .as = "venue"),
	COLUMN_TEXT(struct shift, venue_name),
	COLUMN_TEXT(struct shift, place_zh, .hidden = true),
	COLUMN_TEXT(struct shift, place_en, .hidden = true),
	COLUMN_ID(struct shift, activity_id, .as = "activity"),
	COLUMN_ID(struct shift, opportunity_id, .as = "opportunity"),
	COLUMN_TEXT(struct shift, role),
	COLUMN_TEXT(struct shift, role_zh, .hidden = true),
	COLUMN_TEXT(struct shift, role_en, .hidden = true),
	COLUMN_TEXT(struct shift, summary),
	COLUMN_TEXT(struct shift, skills, .list = true),
	COLUMN_TEXT(struct shift, skill_names, .hidden = true),
	COLUMN_INT(struct shift, min_age, .given = true),
	COLUMN_QUARTER(struct shift, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct shift, end_quarter, .as = "end"),
	COLUMN_INT(struct shift, needed),
	COLUMN_INT(struct shift, taken),
	COLUMN_INT(struct shift, places_left, .made = true),
	COLUMN_TEXT(struct shift, reason),
	COLUMN_ID(struct shift, made_by, .hidden = true),
	COLUMN_TEXT(struct shift, made_name, .as = "coordinator"),
	COLUMN_TIME(struct shift, made_at, .hidden = true),
	COLUMN_INT(struct shift, distance_m, .made = true, .given = true),
	COLUMN_INT(struct shift, walk_minutes, .made = true, .given = true),
	COLUMN_INT(struct shift, version),
	COLUMN_END,
};

const struct field shift_query_fields[] = {
	FIELD_DAY(struct shift_query, from, .label = N_("From")),
	FIELD_DAY(struct shift_query, to, .label = N_("To")),
	FIELD_POINT(struct shift_query, near),
	FIELD_INT(struct shift_query, within_minutes, .min = 1, .max = 600),
	FIELD_ID(struct shift_query, centre_id, .as = "centre"),
	FIELD_TEXT(struct shift_query, skill, .max = 24, .key = true),
	FIELD_FLAG(struct shift_query, fitting),
	FIELD_FLAG(struct shift_query, open),
	FIELD_END,
};

void
shift_complete(struct shift *shifts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		shifts[i].places_left = shifts[i].needed - shifts[i].taken;
}

const struct refusal *
shift_find(struct work *work, struct id id, struct shift *shift)
{
	if (!sql_shift_find(work, id, shift))
		return &refused_missing;
	shift_complete(shift, 1);
	return NULL;
}

struct shift *
shift_with_reference(struct work *work, const char *reference, size_t *count)
{
	struct shift *shifts = sql_shifts_with_reference(work, reference, count);

	shift_complete(shifts, *count);
	return shifts;
}

bool
shift_may_run(const struct work *work, const struct shift *shift)
{
	return work_may(work, MAY_RUN_SHIFTS, shift->centre_id);
}

bool
shift_has_begun(const struct work *work, const struct shift *shift)
{
	return quarter_time(shift->start_quarter) <= work->now;
}

bool
shift_is_over(const struct work *work, const struct shift *shift)
{
	return quarter_time(shift->end_quarter) <= work->now;
}

/* ---- many ---- */

/* The numbers of the centres around a place, as the statements take them. */
static const char *
centres_near(struct work *work, const struct shift_query *query)
{
	const struct centre_query near = {
		.near = query->near,
		.within_minutes = query->within_minutes,
	};
	size_t count;
	const struct centre *centres = centre_search(work, &near, &count);
	struct buf list;

	if (!query->near.given)
		return NULL;
	buf_init(&list, work->arena, CENTRES_MOST);
	buf_format(&list, "0");
	for (size_t i = 0; i < count && list.size + 32 < CENTRES_MOST; i++)
		buf_format(&list, ",%ld", centres[i].id.value);
	return list.chars;
}

/* Those to come, unless a first day was said. */
static int64_t
first_quarter(const struct work *work, const struct shift_query *query)
{
	if (query->from != DAY_NONE)
		return quarter_of(day_time(query->from, 0));
	return quarter_of(work->now) + 1;
}

static struct shift_search
search_of(struct work *work, const struct shift_query *query, const struct cursor *cursor)
{
	return (struct shift_search){
		.from_quarter = first_quarter(work, query),
		.until_quarter =
			query->to == DAY_NONE ? INT64_MAX : quarter_of(day_time(query->to + 1, 0)),
		.centre_id = query->centre_id,
		.centres = query->near.given ? centres_near(work, query) : NULL,
		.skill = query->skill,
		.fitting = query->fitting ? work->person : (struct id){ 0 },
		.open = query->open,
		.after = cursor->after,
		.after_id = cursor->after_id,
		.rows = cursor->rows,
	};
}

static void
measure(const struct work *work, struct point from, struct shift *shift)
{
	const struct point at = { shift->latitude, shift->longitude, true };

	shift->distance_m = shift->walk_minutes = 0;
	if (!from.given)
		return;
	shift->distance_m = distance_between(from, at);
	shift->walk_minutes = walk_minutes(work, shift->distance_m, PACE_ADULT);
}

const struct refusal *
shift_list(struct work *work, const struct shift_query *query, const struct cursor *cursor,
	   struct shift **shifts, size_t *count)
{
	const struct shift_search search = search_of(work, query, cursor);
	struct centre centre;
	const struct refusal *refusal =
		id_given(query->centre_id) ? centre_find(work, query->centre_id, &centre) : NULL;

	if (refusal)
		return refuse_about(work, refusal, "centre");
	*shifts = cursor->backward ? sql_shifts_before(work, &search, count)
				   : sql_shifts_from(work, &search, count);
	shift_complete(*shifts, *count);
	for (size_t i = 0; i < *count; i++)
		measure(work, query->near.given ? query->near : query->home, &(*shifts)[i]);
	return NULL;
}
