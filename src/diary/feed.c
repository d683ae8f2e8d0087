/* feed.c - the secret address of a calendar, and the calendar. */

#include "diary/feed.h"

#include <string.h>

#include "audit/audit.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary_part.h"
#include "diary/event.h"
#include "diary/feed_sql.h"
#include "household/household.h"

#define KEPT_SECONDS (30L * 24 * 3600)

const struct column feed_columns[] = {
	COLUMN_ID(struct feed, account_id),
	COLUMN_TEXT(struct feed, language),
	COLUMN_TIME(struct feed, made_at),
	COLUMN_END,
};

const struct column feed_item_columns[] = {
	COLUMN_ID(struct feed_item, thing_id),
	COLUMN_TEXT(struct feed_item, kind),
	COLUMN_TEXT(struct feed_item, status),
	COLUMN_TEXT(struct feed_item, title),
	COLUMN_TEXT(struct feed_item, place_name),
	COLUMN_TEXT(struct feed_item, centre_name),
	COLUMN_WORD(struct feed_item, relation, every_relation),
	COLUMN_QUARTER(struct feed_item, start_quarter),
	COLUMN_QUARTER(struct feed_item, end_quarter),
	COLUMN_INT(struct feed_item, sequence),
	COLUMN_TIME(struct feed_item, changed_at),
	COLUMN_END,
};

const char *
feed_begin(struct work *work)
{
	const char *token = token_new(work);

	sql_feed_set(work, work->actor, token_hash(work, token));
	audit_note(work, "feed_made", work->actor, work->person, NULL);
	return text(work, "/api/v1/me/diary.ics?token=%s", token);
}

void
feed_end(struct work *work)
{
	if (sql_feed_remove(work, work->actor))
		audit_note(work, "feed_ended", work->actor, work->person, NULL);
}

time_t
feed_since(struct work *work)
{
	struct feed feed;

	return sql_feed_of(work, work->actor, &feed) ? feed.made_at : 0;
}

/* ---- the calendar ---- */

static enum event_status
status_of(const struct feed_item *item)
{
	if (strcmp(item->status, "cancelled") == 0)
		return EVENT_CANCELLED;
	return diary_status_of(item->status)->in_force ? EVENT_CONFIRMED : EVENT_TENTATIVE;
}

static const char *
place_of(struct work *work, const struct feed_item *item)
{
	if (strcmp(item->title, item->place_name) == 0 ||
	    strcmp(item->place_name, item->centre_name) == 0)
		return item->centre_name;
	return text(work, pgettext("a centre and a place in it", "%s, %s"), item->centre_name,
		    item->place_name);
}

static struct event
begin_event(struct work *work, const struct feed_item *item)
{
	const char *path = diary_path(work, item->kind, item->thing_id);

	return (struct event){
		.uid = text(work, "%s@%s.quarter", id_text(item->thing_id).chars, item->kind),
		.start = quarter_time(item->start_quarter),
		.end = quarter_time(item->end_quarter),
		.summary = item->title,
		.location = place_of(work, item),
		.url = whole_url(work, path),
		.status = status_of(item),
	};
}

/* Says for whom it is, where that is not the account's own person; nobody is named. */
static void
add_person(struct work *work, struct event *event, const struct feed_item *item)
{
	event->sequence += item->sequence;
	if (item->changed_at > event->changed_at)
		event->changed_at = item->changed_at;
	if (item->relation != &relation_self && status_of(item) == event->status)
		event->summary = text(work, _("%s (%s)"), event->summary, _(item->relation->label));
}

static struct event *
events_of(struct work *work, const struct feed_item *items, size_t count, size_t *events)
{
	struct event *made = arena_array(work->arena, count + 1, sizeof(*made));

	*events = 0;
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || !id_same(items[i].thing_id, items[i - 1].thing_id))
			made[(*events)++] = begin_event(work, &items[i]);
		add_person(work, &made[*events - 1], &items[i]);
	}
	return made;
}

const struct refusal *
feed_calendar(struct work *work, const char *token, const char **calendar)
{
	time_t since = work->now - KEPT_SECONDS;
	const struct feed_item *items;
	const struct event *events;
	struct feed feed;
	size_t count;

	if (!token || !sql_feed_find(work, token_hash(work, token), &feed))
		return &refused_missing;
	language_use(feed.language);
	items = sql_feed_items(work, feed.account_id, quarter_of(since), since, &count);
	events = events_of(work, items, count, &count);
	*calendar = events_published(work, _("Quarter: diary"), events, count);
	return NULL;
}
