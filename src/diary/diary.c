/* diary.c - writing into the diary of a person, and reading it. */

#include "diary/diary.h"

#include "diary/diary_sql.h"

const struct column diary_item_columns[] = {
	COLUMN_TEXT(struct diary_item, kind),
	COLUMN_ID(struct diary_item, thing_id, .as = "id"),
	COLUMN_QUARTER(struct diary_item, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct diary_item, end_quarter, .as = "end"),
	COLUMN_TEXT(struct diary_item, title),
	COLUMN_TEXT(struct diary_item, status),
	COLUMN_ID(struct diary_item, centre_id, .as = "centre"),
	COLUMN_TEXT(struct diary_item, centre_name),
	COLUMN_ID(struct diary_item, place_id, .as = "place"),
	COLUMN_ID(struct diary_item, person_id, .as = "for"),
	COLUMN_TEXT(struct diary_item, person_name, .as = "for_name"),
	COLUMN_INT(struct diary_item, sequence),
	COLUMN_END,
};

void
diary_enter(struct work *work, const struct diary_entry *entry)
{
	sql_diary_enter(work, entry);
}

struct diary_item *
diary_between(struct work *work, int64_t from, int64_t to, size_t *count)
{
	return sql_diary_between(work, work->actor, from, to, count);
}
