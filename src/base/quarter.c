/* quarter.c - the city's clock, by the system's tables of zones. */

#include "base/quarter.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DAY_SECONDS 86400
#define ZONES "/usr/share/zoneinfo"

bool
zone_set(const char *name)
{
	char path[256];

	if (!*name || *name == '/' || strstr(name, ".."))
		return false;
	snprintf(path, sizeof(path), ZONES "/%s", name);
	if (access(path, R_OK) != 0 || setenv("TZ", name, 1) != 0)
		return false;
	tzset();
	return true;
}

/* Seconds that the city is ahead of UTC. */
static long
offset_at(time_t moment)
{
	struct tm tm;

	if (!localtime_r(&moment, &tm))
		fault("a moment out of range");
	return tm.tm_gmtoff;
}

static int64_t
divided_down(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

struct local
local_of(time_t moment)
{
	struct local local = day_date(day_of(moment));
	int minute = (int)minute_of(moment);

	local.hour = minute / 60;
	local.minute = minute % 60;
	return local;
}

int64_t
day_of(time_t moment)
{
	return divided_down(moment + offset_at(moment), DAY_SECONDS);
}

int64_t
minute_of(time_t moment)
{
	int64_t seconds = moment + offset_at(moment);

	return (seconds - divided_down(seconds, DAY_SECONDS) * DAY_SECONDS) / 60;
}

/* Where the clock is put forward, what it leaves out is reckoned by the time before; where it is
 * put back, the first of the two times is meant. */
time_t
day_time(int64_t day, int64_t minute)
{
	time_t seconds = day * DAY_SECONDS + minute * 60;
	time_t before = seconds - offset_at(seconds - DAY_SECONDS);
	time_t after = seconds - offset_at(seconds + DAY_SECONDS);

	if (before + offset_at(before) != seconds && after + offset_at(after) == seconds)
		return after;
	return before;
}

int64_t
day_of_date(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };
	int64_t number;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
		return DAY_NONE;
	number = divided_down(timegm(&tm), DAY_SECONDS);
	return tm.tm_mday == day ? number : DAY_NONE;
}

struct local
day_date(int64_t day)
{
	time_t seconds = day * DAY_SECONDS;
	struct tm tm;

	if (day > INT32_MAX || day < INT32_MIN || !gmtime_r(&seconds, &tm))
		fault("a day out of range");
	return (struct local){
		.year = tm.tm_year + 1900,
		.month = tm.tm_mon + 1,
		.day = tm.tm_mday,
		.weekday = tm.tm_wday,
	};
}

int
day_weekday(int64_t day)
{
	return day_date(day).weekday;
}

/* Reads so many digits and moves on; false, with nothing read, if they are not there. */
static bool
read_digits(const char **text, int count, int *number)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (!isdigit((unsigned char)(*text)[i]))
			return false;
		value = value * 10 + ((*text)[i] - '0');
	}
	*text += count;
	*number = value;
	return true;
}

static bool
read_char(const char **text, const char *allowed)
{
	if (!**text || !strchr(allowed, **text))
		return false;
	(*text)++;
	return true;
}

static bool
read_day(const char **text, int64_t *day)
{
	int year, month, number;

	if (!read_digits(text, 4, &year) || !read_char(text, "-") ||
	    !read_digits(text, 2, &month) || !read_char(text, "-") ||
	    !read_digits(text, 2, &number))
		return false;
	*day = day_of_date(year, month, number);
	return *day != DAY_NONE;
}

bool
day_parse(const char *text, int64_t *day)
{
	return read_day(&text, day) && *text == '\0';
}

/* "09:15", with seconds or without: they are asked for where an offset follows. */
static bool
read_clock(const char **text, int *seconds, bool *whole)
{
	int hour, minute, second = 0;

	if (!read_digits(text, 2, &hour) || !read_char(text, ":") || !read_digits(text, 2, &minute))
		return false;
	*whole = read_char(text, ":");
	if (*whole && !read_digits(text, 2, &second))
		return false;
	if (*whole && read_char(text, ".")) {
		if (!read_char(text, "0"))
			return false;
		*text += strspn(*text, "0");
	}
	*seconds = hour * 3600 + minute * 60 + second;
	return hour < 24 && minute < 60 && second < 60;
}

/* "Z", "+08:00". */
static bool
read_offset(const char **text, int *seconds)
{
	bool west = **text == '-';
	int hour, minute;

	*seconds = 0;
	if (read_char(text, "Zz"))
		return true;
	if (!read_char(text, "+-") || !read_digits(text, 2, &hour) || !read_char(text, ":") ||
	    !read_digits(text, 2, &minute))
		return false;
	*seconds = (hour * 3600 + minute * 60) * (west ? -1 : 1);
	return hour < 24 && minute < 60;
}

bool
time_parse(const char *text, bool local_allowed, time_t *moment)
{
	int64_t day;
	int seconds, offset;
	bool whole;

	if (!read_day(&text, &day) || !read_char(&text, local_allowed ? "Tt " : "Tt") ||
	    !read_clock(&text, &seconds, &whole))
		return false;
	if (*text == '\0') {
		*moment = day_time(day, seconds / 60) + seconds % 60;
		return local_allowed;
	}
	*moment = day * DAY_SECONDS + seconds;
	if (!whole || !read_offset(&text, &offset))
		return false;
	*moment -= offset;
	return *text == '\0';
}
