/* quarter.h - time: quarters of an hour since the epoch, days, and the city's own clock.
 *
 * Moments are time_t, UTC.  A day is counted since 1970-01-01 in the city's zone, which is set
 * once, at the start of a process; nothing outside this file knows the zone. */
#ifndef QUARTER_H
#define QUARTER_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/work.h"

#define QUARTER_MINUTES 15
#define QUARTER_SECONDS 900
#define DAY_MINUTES 1440
#define DAY_NONE INT64_MIN /* no day was given */

struct local {
	int year, month, day; /* 2026, 1 to 12, 1 to 31 */
	int hour, minute;
	int weekday; /* 0 Sunday to 6 Saturday */
};

static inline time_t
quarter_time(int64_t quarter)
{
	return (time_t)(quarter * QUARTER_SECONDS);
}

static inline int64_t
quarter_of(time_t moment)
{
	return (int64_t)moment / QUARTER_SECONDS;
}

/* The zone by its name, such as Asia/Shanghai; false if the system does not know it. */
bool zone_set(const char *name);

struct local local_of(time_t moment);

/* The day of a moment, and its minute of that day. */
int64_t day_of(time_t moment);
int64_t minute_of(time_t moment);

/* The moment at a minute of a day, on the clock of the city; 1440 is the next midnight. */
time_t day_time(int64_t day, int64_t minute);

/* The day of a date; DAY_NONE if there is no such date. */
int64_t day_of_date(int year, int month, int day);
struct local day_date(int64_t day);
int day_weekday(int64_t day); /* 0 Sunday to 6 Saturday */

/* "2026-11-28"; false for anything else, and for a date that is none. */
bool day_parse(const char *text, int64_t *day);

/* RFC 3339.  Read with an offset; without one only where the city's clock is meant. */
bool time_parse(const char *text, bool local_allowed, time_t *moment);

#endif
