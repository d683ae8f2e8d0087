/* calendar.h - when a place is open: an exception beats the rule of the day's type, and the type
 * of a day (workday, rest day, holiday) is the calendar's and not the weekday's.
 *
 * A make-up Saturday is a workday.  For a year whose holidays are not published the weekday is
 * taken, and the day says so. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/word.h"
#include "base/work.h"

#define SPANS_MOST 4

extern const struct word day_workday, day_rest_day, day_holiday;

struct span {
	int64_t from_minute, until_minute; /* of the day */
};

/* One day of one place. */
struct open_day {
	int64_t day;
	const struct word *type;
	const char *name;   /* of the holiday or the make-up day, or NULL */
	const char *reason; /* of an exception, or NULL */
	bool unpublished;   /* the year's holidays are not known yet */
	size_t span_count;  /* 0: closed */
	struct span spans[SPANS_MOST];
};

/* The days [first, first + count) of a centre. */
struct open_day *calendar_days(struct work *work, struct id centre, int64_t first, size_t count);
struct open_day calendar_day(struct work *work, struct id centre, int64_t day);

/* What kind of day it is, wherever: for working-day clocks. */
const struct word *calendar_type(struct work *work, int64_t day);

bool open_between(const struct open_day *day, int64_t from_minute, int64_t until_minute);

/* "09:00–12:00, 13:30–18:00", or "closed" with the rule that closed it: "closed for National Day". */
const char *open_hours_said(struct work *work, const struct open_day *day);

/* Whether a centre is open now and until when, or when next: a sentence. */
struct open_now {
	bool open;
	time_t changes_at; /* when it closes, or opens next; 0: not within two weeks */
	const char *said;
};
struct open_now calendar_now(struct work *work, struct id centre);

#endif
