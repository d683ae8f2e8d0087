/* diary_web.h - what the page of the diary shows, for diary.html alone. */
#ifndef DIARY_WEB_H
#define DIARY_WEB_H

#include <stddef.h>
#include <stdint.h>

#include "base/choice.h"
#include "diary/diary.h"
#include "http/request.h"

/* A day and what stands on it. */
struct agenda_day {
	int64_t day;
	size_t count;
	const struct diary_item *items;
};

struct agenda {
	struct agenda_day *days;
	size_t day_count;
	size_t item_count;
	int64_t today;
	struct id person; /* whose alone is shown, or all */
	const struct choice *people;
	size_t people_count;
	const char *earlier, *later; /* addresses */
};

/* "today", "tomorrow", or "" for another day. */
const char *nearness(int64_t today, int64_t day);

/* Where a thing is shown. */
const char *diary_way(struct work *work, const struct diary_item *item);

/* What its status is called, and the badge that goes with it. */
const char *diary_status(const struct diary_item *item);
const char *diary_badge(const struct diary_item *item);

/* The number of the day in its month. */
int64_t agenda_number(int64_t day);

#endif
