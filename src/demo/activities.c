/* activities.c - weeks of what is held at the four big centres, over and to come, and the Lantern
 * Festival. */

#include <string.h>

#include "activity/activity.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"

#define DAYS_BEFORE 42
#define DAYS_AFTER 21
#define WEEK 7
#define MONTH 28
#define EVERY 3 /* of the templates, each centre holds one in so many */

static const char *const centres[] = { "sports-park", "fenghuangtai", "fengchan-road", "713" };

const struct column demo_room_columns[] = {
	COLUMN_ID(struct demo_room, id),
	COLUMN_INT(struct demo_room, seats),
	COLUMN_END,
};

/* The programme of one centre, as it is being filled. */
struct programme {
	struct work *work;
	const struct csv *csv;
	const char *centre;
	struct id centre_id;
	struct demo_activities *held;
	size_t room_for; /* activities in the array */
};

static struct demo_activity
of_template(const struct programme *programme, size_t row)
{
	const struct csv *csv = programme->csv;
	struct work *work = programme->work;
	const char *mode = csv_text(csv, row, "mode");

	return (struct demo_activity){
		.key = csv_text(csv, row, "key"),
		.centre_id = programme->centre_id,
		.made_by = demo_id(work, "account", "admin"),
		.reference = reference_new(work),
		.field = csv_text(csv, row, "field"),
		.audience = csv_text(csv, row, "audience"),
		.title_zh = csv_text(csv, row, "title_zh"),
		.title_en = csv_text(csv, row, "title_en"),
		.summary_zh = csv_text(csv, row, "summary_zh"),
		.summary_en = csv_text(csv, row, "summary_en"),
		.places = csv_int(csv, row, "places"),
		.online_places = csv_int(csv, row, "online_places"),
		.min_age = csv_given(csv, row, "min_age") ? csv_int(csv, row, "min_age") : 0,
		.max_age = csv_given(csv, row, "max_age") ? csv_int(csv, row, "max_age") : 0,
		.waitlist = csv_yes(csv, row, "waitlist"),
		.party = csv_yes(csv, row, "party"),
		.online_link = strcmp(mode, "onsite") == 0
				       ? NULL
				       : text(work, "https://live.quarter.example/%s",
					      csv_text(csv, row, "key")),
	};
}

/* The first room of the kind that seats all and is free then holds it; online needs none. */
static bool
find_room(struct work *work, struct demo_activity *activity, const char *kind)
{
	size_t count;
	const struct demo_room *rooms;

	if (activity->places == 0)
		return true;
	rooms = sql_demo_rooms(work, activity->centre_id, kind, activity->places, &count);
	for (size_t i = 0; i < count; i++) {
		activity->venue_id = rooms[i].id;
		if (activity->status == activity_draft.word ||
		    sql_demo_activity_claim(work, activity))
			return true;
	}
	return false;
}

/* What is over was held; of what is to come the last weeks are partly drafts, and a few dates were
 * cancelled again, which holds nothing. */
static void
decide(struct programme *programme, struct draw *draw, struct demo_activity *activity, int64_t day)
{
	int64_t today = day_of(programme->work->now);

	activity->status = activity_published.word;
	if (day > today + 2 * WEEK && draw_chance(draw, 25))
		activity->status = activity_draft.word;
	activity->is_open = activity->status == activity_published.word;
}

static void
cancel_some(struct work *work, struct draw *draw, struct demo_activity *activity)
{
	if (!activity->is_open || quarter_time(activity->start_quarter) <= work->now ||
	    !draw_chance(draw, 4))
		return;
	activity->status = activity_cancelled.word;
	activity->reason = "老师临时有事，改期另行通知。";
	activity->is_open = false;
	sql_demo_release(work, activity->id);
}

static void
write_down(struct programme *programme, const struct demo_activity *activity)
{
	struct work *work = programme->work;
	struct demo_activities *held = programme->held;

	sql_demo_activity_insert(work, activity);
	if (activity->places > 0)
		sql_demo_places_insert(work, activity, mode_onsite.word, activity->places);
	if (activity->online_places > 0)
		sql_demo_places_insert(work, activity, mode_online.word, activity->online_places);
	if (held->count == programme->room_for)
		fault("the demonstration holds more activities than were reckoned with");
	held->all[held->count++] = *activity;
}

static void
hold(struct programme *programme, size_t row, int64_t day)
{
	struct work *work = programme->work;
	struct demo_activity activity = of_template(programme, row);
	struct draw draw =
		draw_begin(work, day, text(work, "%s %s", programme->centre, activity.key), 0);
	int64_t minutes = csv_int(programme->csv, row, "minutes");

	activity.id = demo_id(work, "activity",
			      text(work, "%s %s %ld", programme->centre, activity.key, day));
	activity.start_quarter = quarter_of(day_time(day, csv_minute(programme->csv, row, "from")));
	activity.end_quarter = activity.start_quarter + minutes / QUARTER_MINUTES;
	activity.made_at = day_time(day - DAYS_AFTER - 1, 9 * 60);
	if (activity.made_at > work->now)
		activity.made_at = work->now;
	decide(programme, &draw, &activity, day);
	if (!find_room(work, &activity, csv_text(programme->csv, row, "room_kind")))
		return;
	cancel_some(work, &draw, &activity);
	write_down(programme, &activity);
}

/* "weekly:Wed" is held each Wednesday; monthly, and what does not repeat, on a day of chance. */
static int64_t
first_day(struct programme *programme, size_t row, int64_t *step)
{
	static const char names[] = "SunMonTueWedThuFriSat";
	const char *repetition = csv_text(programme->csv, row, "repeats");
	const char *weekday = strchr(repetition, ':');
	int64_t first = day_of(programme->work->now) - DAYS_BEFORE;
	struct draw draw = draw_begin(programme->work, 0, programme->centre, (int64_t)row);

	if (weekday) {
		int wanted = (int)(strstr(names, weekday + 1) - names) / 3;

		*step = WEEK;
		return first + (wanted - day_weekday(first) + WEEK) % WEEK;
	}
	*step = strcmp(repetition, "monthly") == 0 ? MONTH : DAYS_BEFORE + DAYS_AFTER;
	return first + draw_between(&draw, 0, *step);
}

static void
fill(struct programme *programme, size_t turn)
{
	int64_t last = day_of(programme->work->now) + DAYS_AFTER;

	programme->centre_id = demo_id(programme->work, "centre", programme->centre);
	for (size_t row = 0; row < programme->csv->count; row++) {
		int64_t step, day = first_day(programme, row, &step);

		if (row % EVERY != turn % EVERY)
			continue;
		for (; day <= last; day += step)
			hold(programme, row, day);
	}
}

static size_t
row_of(const struct csv *csv, const char *key)
{
	for (size_t row = 0; row < csv->count; row++)
		if (strcmp(csv_text(csv, row, "key"), key) == 0)
			return row;
	fault("%s has no %s", csv->name, key);
}

/* The fifteenth of the first month of the lunar year. */
static void
hold_lantern_festival(struct programme *programme)
{
	programme->centre = "fenghuangtai";
	programme->centre_id = demo_id(programme->work, "centre", programme->centre);
	hold(programme, row_of(programme->csv, DEMO_LANTERN_FESTIVAL), day_of_date(2026, 3, 3));
}

struct demo_activities
demo_activities(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "activities.csv");
	struct demo_activities held = { .count = 0 };
	struct programme programme = {
		.work = work,
		.csv = &csv,
		.held = &held,
		.room_for = COUNT(centres) * csv.count * (DAYS_BEFORE + DAYS_AFTER) / WEEK,
	};

	held.all = arena_array(work->arena, programme.room_for, sizeof(*held.all));
	for (size_t i = 0; i < COUNT(centres); i++) {
		programme.centre = centres[i];
		fill(&programme, i);
	}
	hold_lantern_festival(&programme);
	return held;
}
