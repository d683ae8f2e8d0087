/* home.h - what stands on the first page: what comes next, and which centres are near. */
#ifndef SITE_HOME_H
#define SITE_HOME_H

#include <stddef.h>

#include "activity/activity.h"
#include "base/word.h"
#include "base/work.h"
#include "centre/circle.h"
#include "centre/place.h"
#include "diary/diary.h"

struct home {
	const struct word *day_type;
	struct place place;
	struct circle circle;               /* where a place is known */
	const struct listed_centre *listed; /* else: some of all */
	size_t listed_count;
	const struct activity *week; /* what is held this week, near the place if that is known */
	size_t week_count;
	const struct diary_item *next;
	size_t next_count;
};

/* "Confirmed": what became of a thing in the diary. */
const struct word *home_status(const struct diary_item *item);

#endif
