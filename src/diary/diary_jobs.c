/* diary_jobs.c - reminds of what stands in a diary, of whatever kind it is. */

#include "diary/diary_jobs.h"

#include "base/quarter.h"
#include "base/told.h"
#include "diary/diary_part.h"
#include "diary/diary_sql.h"
#include "outbox/outbox.h"

#define TOLD_MOST 2000

const struct column remembered_columns[] = {
	COLUMN_ID(struct remembered, person_id),
	COLUMN_TEXT(struct remembered, person_name),
	COLUMN_ID(struct remembered, thing_id),
	COLUMN_TEXT(struct remembered, kind),
	COLUMN_TEXT(struct remembered, status),
	COLUMN_TEXT(struct remembered, title),
	COLUMN_ID(struct remembered, place_id),
	COLUMN_QUARTER(struct remembered, start_quarter),
	COLUMN_QUARTER(struct remembered, end_quarter),
	COLUMN_END,
};

/* As it is now: the arguments of the letter. */
static const char *
told(struct work *work, const struct remembered *entry)
{
	json_t *title = entry->title ? json_loads(entry->title, 0, NULL) : NULL;
	json_t *told = json_pack(
		"{s:s, s:s, s:o*, s:s, s:I, s:I}", "for", entry->person_name, "kind", entry->kind,
		"title", title, "place", id_text(entry->place_id).chars, "start",
		(json_int_t)entry->start_quarter, "end", (json_int_t)entry->end_quarter);

	return json_told(work, told, TOLD_MOST);
}

/* Looks at the thing again: it may have been given up, or have begun, meanwhile. */
static void
remind(struct work *work, struct id thing)
{
	size_t count;
	const struct remembered *entries = sql_diary_of_thing(work, thing, &count);

	for (size_t i = 0; i < count; i++) {
		if (diary_status_of(entries[i].status)->in_force &&
		    quarter_time(entries[i].start_quarter) > work->now)
			outbox_write(work, entries[i].person_id, diary_reminder, thing,
				     told(work, &entries[i]));
	}
}

const struct job diary_jobs[] = {
	{ .name = "remind_first", .run = remind },
	{ .name = "remind_second", .run = remind },
	JOBS_END,
};
