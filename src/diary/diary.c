/* diary.c - writing into the diary of a person, and reading it. */

#include "diary/diary.h"

#include <string.h>

#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary_part.h"
#include "diary/diary_sql.h"
#include "outbox/due.h"

const struct setting remind_first = { "remind.first", 24L * 60, 0, 14L * 24 * 60 };
const struct setting remind_second = { "remind.second", 2L * 60, 0, 24L * 60 };

const struct reminder reminders[] = {
	{ "remind_first", &remind_first },
	{ "remind_second", &remind_second },
};
const size_t reminder_count = COUNT(reminders);

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

/* ---- what things are, and how they stand: in one word for all kinds ---- */

static const struct diary_status statuses[] = {
	{ "confirmed", N_("Confirmed"), "is-ok", .in_force = true },
	{ "requested", N_("Waiting for a decision"), "is-info", .in_force = false },
	{ "registered", N_("Registered"), "is-ok", .in_force = true },
	{ "waiting", N_("On the waiting list"), "is-warn", .in_force = false },
	{ "offered", N_("A place is kept for you"), "is-info", .in_force = false },
	{ "cancelled", N_("Cancelled"), "", .in_force = false },
};

const struct diary_status *
diary_status_of(const char *status)
{
	for (size_t i = 0; i < COUNT(statuses); i++)
		if (strcmp(statuses[i].status, status) == 0)
			return &statuses[i];
	fault("a diary holds a status that has no word: %s", status);
}

/* Every kind of thing that stands in a diary has its pages under a path of its own. */
const char *
diary_path(struct work *work, const char *kind, struct id thing)
{
	static const struct {
		const char *kind, *path;
	} paths[] = {
		{ "booking", "/bookings" },
		{ "activity", "/registrations" },
		{ "shift", "/volunteer/shifts" },
	};

	for (size_t i = 0; i < COUNT(paths); i++)
		if (strcmp(paths[i].kind, kind) == 0)
			return text(work, "%s/%s", paths[i].path, id_text(thing).chars);
	fault("a diary holds a kind of thing that has no page: %s", kind);
}

/* ---- writing ---- */

/* Several persons may share a thing, which is one row of `due`: it goes when the last of them
 * gives it up, and whoever reminds asks who is concerned. */
static void
plan_reminder(struct work *work, const struct diary_entry *entry, const struct reminder *reminder)
{
	time_t moment = quarter_time(entry->start_quarter) -
			60 * setting_of_network(work, reminder->minutes);

	if (!diary_status_of(entry->status)->in_force)
		sql_diary_forget(work, reminder->kind, entry->thing_id);
	else if (moment > work->now)
		due_at(work, reminder->kind, entry->thing_id, moment);
	else
		due_never(work, reminder->kind, entry->thing_id);
}

void
diary_enter(struct work *work, const struct diary_entry *entry)
{
	sql_diary_enter(work, entry);
	for (size_t i = 0; i < reminder_count; i++)
		plan_reminder(work, entry, &reminders[i]);
}

/* ---- reading ---- */

struct diary_item *
diary_between(struct work *work, int64_t from, int64_t to, size_t *count)
{
	return sql_diary_between(work, work->actor, from, to, count);
}
