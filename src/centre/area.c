/* area.c - finding areas, by where they stand and by what they are called. */

#include "centre/area.h"

#include "base/text.h"
#include "centre/area_sql.h"

#define NAMED_MOST 20

const struct column area_columns[] = {
	COLUMN_ID(struct area, id),
	COLUMN_ID(struct area, parent_id, .as = "parent"),
	COLUMN_TEXT(struct area, code),
	COLUMN_TEXT(struct area, level),
	COLUMN_TEXT(struct area, name),
	COLUMN_TEXT(struct area, parent_name),
	COLUMN_REAL(struct area, latitude),
	COLUMN_REAL(struct area, longitude),
	COLUMN_END,
};

const struct refusal *
area_find(struct work *work, struct id id, struct area *area)
{
	return sql_area_find(work, id, area) ? NULL : &refused_missing;
}

struct area *
area_below(struct work *work, struct id parent, size_t *count)
{
	return sql_areas_below(work, parent, count);
}

struct area *
area_above(struct work *work, struct id area, size_t *count)
{
	return sql_areas_above(work, area, count);
}

struct area *
area_named(struct work *work, const char *typed, size_t *count)
{
	const char *name = text_folded(work, typed);

	*count = 0;
	return *name ? sql_areas_named(work, name, NAMED_MOST, count) : NULL;
}

bool
area_of_home(struct work *work, struct area *area)
{
	return id_given(work->person) && sql_area_of_home(work, work->person, area);
}
