/* calendar.h - when a place is open: an exception beats the rule of the day's type, and the type
 * of a day (workday, rest day, holiday) is the calendar's and not the weekday's.
 *
 * A make-up Saturday is a workday.  For a year whose holidays are not published the weekday is
 * taken, and the day says so.  The rooms of a centre have its hours. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

#define SPANS_MOST 4

extern const struct word day_workday, day_rest_day, day_holiday;
extern const struct word *const day_types[];

struct span {
	int64_t from_minute, until_minute; /* of the day */
};

/* One day of one place. */
struct open_day {
	int64_t day;
	const struct word *type;
	const char *name;              /* of the holiday or the make-up day, or NULL */
	const char *reason;            /* of an exception, or NULL */
	bool unpublished;              /* the year's holidays are not known yet */
	size_t span_count;             /* 0: closed */
	struct span spans[SPANS_MOST]; /* in order, and apart */
};

/* The days [first, first + count) of a centre. */
struct open_day *calendar_days(struct work *work, struct id centre, int64_t first, size_t count);
struct open_day calendar_day(struct work *work, struct id centre, int64_t day);

/* What kind of day it is, wherever: for working-day clocks. */
const struct word *calendar_type(struct work *work, int64_t day);

/* Whether the holidays of the year of a day are published. */
bool calendar_is_published(struct work *work, int64_t day);

bool open_between(const struct open_day *day, int64_t from_minute, int64_t until_minute);

/* "09:00–12:00, 13:30–18:00", or "closed" with the rule that closed it: "closed for National Day".
 */
const char *open_hours_said(struct work *work, const struct open_day *day);

/* Whether a centre is open now and until when, or when next: a sentence. */
struct open_now {
	bool open;
	time_t changes_at; /* when it closes, or opens next; 0: not within two weeks */
	const char *said;
};
struct open_now calendar_now(struct work *work, struct id centre);
/* The same of several, by one statement. */
struct open_now *calendar_now_of(struct work *work, const struct id *centres, size_t count);

/* The rule of a centre: its hours on days of one type. */
struct opening {
	const struct word *type;
	size_t span_count;
	struct span spans[SPANS_MOST];
};
/* One for each type, in the order of day_types. */
struct opening *calendar_hours(struct work *work, struct id centre);
const char *opening_said(struct work *work, const struct opening *opening);

/* The days ahead, from today on, on which other hours hold. */
struct open_day *calendar_exceptions(struct work *work, struct id centre, size_t *count);

/* A span as the database keeps it; of a day, or of a rule. */
struct opening_row {
	int64_t position; /* of the centre, among those asked for */
	int64_t day;
	const struct word *type;
	const char *name;
	const char *reason;
	bool unpublished;
	int64_t from_minute, until_minute;
};
extern const struct column opening_row_columns[];

/* The type of a day alone. */
struct day_kind {
	const struct word *type;
	bool unpublished;
};
extern const struct column day_kind_columns[];

#endif
