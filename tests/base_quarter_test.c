/* base_quarter_test.c - days and moments, in a city that never changes its clock and in one that
 * does. */

#include "bare.h"
#include "base/quarter.h"
#include "base/text.h"

static time_t
moment_of(const char *text)
{
	time_t moment;

	assert_true(time_parse(text, false, &moment));
	return moment;
}

static int64_t
the_day(const char *text)
{
	int64_t day;

	assert_true(day_parse(text, &day));
	return day;
}

static void
in_zone(const char *name)
{
	assert_true(zone_set(name));
}

static void
a_zone_that_nobody_knows_is_refused(void **state)
{
	(void)state;
	assert_false(zone_set("Asia/Quarter"));
	assert_false(zone_set(""));
	assert_false(zone_set("../../../etc/passwd"));
	assert_true(zone_set("Asia/Shanghai"));
}

static void
a_day_begins_at_midnight_of_the_city(void **state)
{
	time_t midnight = moment_of("2026-11-27T16:00:00Z");

	(void)state;
	in_zone("Asia/Shanghai");
	assert_int_equal(day_time(the_day("2026-11-28"), 0), midnight);
	assert_int_equal(day_of(midnight), the_day("2026-11-28"));
	assert_int_equal(day_of(midnight - 1), the_day("2026-11-27"));
	assert_int_equal(minute_of(midnight - 1), 1439);
	assert_int_equal(day_time(the_day("2026-11-27"), DAY_MINUTES), midnight);
	assert_int_equal(day_weekday(the_day("2026-11-28")), 6);
}

static void
days_before_the_epoch_count_down(void **state)
{
	(void)state;
	in_zone("Asia/Shanghai");
	assert_int_equal(the_day("1970-01-01"), 0);
	assert_int_equal(the_day("1969-12-31"), -1);
	assert_int_equal(day_date(-1).year, 1969);
	assert_int_equal(day_weekday(-1), 3);
	assert_int_equal(minute_of(moment_of("1969-12-31T00:00:00+08:00")), 0);
}

static void
each_minute_of_a_year_is_found_again(void **state)
{
	(void)state;
	in_zone("Asia/Shanghai");
	for (int64_t day = the_day("2026-01-01"); day <= the_day("2026-12-31"); day++) {
		for (int64_t minute = 0; minute < DAY_MINUTES; minute += 15) {
			time_t moment = day_time(day, minute);

			assert_int_equal(day_of(moment), day);
			assert_int_equal(minute_of(moment), minute);
		}
	}
}

static void
a_day_may_have_23_hours(void **state)
{
	int64_t day = the_day("2026-03-29");

	(void)state;
	in_zone("Europe/Berlin");
	assert_int_equal(day_time(day + 1, 0) - day_time(day, 0), 23 * 3600);
	assert_int_equal(day_time(day, 60), moment_of("2026-03-29T00:00:00Z"));
	assert_int_equal(day_time(day, 180), moment_of("2026-03-29T01:00:00Z"));
	/* What the clock leaves out. */
	assert_int_equal(day_time(day, 150), moment_of("2026-03-29T01:30:00Z"));
	assert_int_equal(day_time(day, DAY_MINUTES), day_time(day + 1, 0));
}

static void
a_day_may_have_25_hours(void **state)
{
	int64_t day = the_day("2026-10-25");

	(void)state;
	in_zone("Europe/Berlin");
	assert_int_equal(day_time(day + 1, 0) - day_time(day, 0), 25 * 3600);
	/* The first of the two. */
	assert_int_equal(day_time(day, 150), moment_of("2026-10-25T00:30:00Z"));
	assert_int_equal(day_time(day, 180), moment_of("2026-10-25T02:00:00Z"));
	assert_int_equal(day_time(day, DAY_MINUTES), day_time(day + 1, 0));
}

static void
moments_are_written_with_their_offset(void **state)
{
	in_zone("Asia/Shanghai");
	assert_string_equal(rfc3339(*state, moment_of("2026-12-01T01:15:00Z")),
			    "2026-12-01T09:15:00+08:00");
	in_zone("Europe/Berlin");
	assert_string_equal(rfc3339(*state, moment_of("2026-12-01T01:15:07Z")),
			    "2026-12-01T02:15:07+01:00");
	in_zone("America/St_Johns");
	assert_string_equal(rfc3339(*state, moment_of("2026-12-01T01:15:00Z")),
			    "2026-11-30T21:45:00-03:30");
}

static void
a_moment_is_read_with_its_offset(void **state)
{
	time_t moment = moment_of("2026-12-01T01:15:00Z");

	(void)state;
	assert_int_equal(moment, 1796087700);
	assert_int_equal(moment_of("2026-12-01T09:15:00+08:00"), moment);
	assert_int_equal(moment_of("2026-11-30T21:45:00-03:30"), moment);
	assert_int_equal(moment_of("2026-12-01t01:15:00.000z"), moment);
}

static void
without_an_offset_the_city_is_meant(void **state)
{
	time_t moment;

	(void)state;
	in_zone("Asia/Shanghai");
	assert_true(time_parse("2026-12-01 09:15", true, &moment));
	assert_int_equal(moment, moment_of("2026-12-01T01:15:00Z"));
	assert_true(time_parse("2026-12-01T09:15", true, &moment));
	assert_false(time_parse("2026-12-01T09:15:00", false, &moment));
	assert_false(time_parse("2026-12-01T09:15", false, &moment));
}

static void
nonsense_is_no_moment(void **state)
{
	static const char *const wrong[] = {
		"",
		"2026-12-01",
		"2026-02-30T09:15:00+08:00",
		"2026-13-01T09:15:00+08:00",
		"2026-00-01T09:15:00+08:00",
		"2026-12-01T24:00:00+08:00",
		"2026-12-01T09:60:00+08:00",
		"2026-12-01T09:15:60+08:00",
		"2026-12-01T09:15+08:00",
		"2026-12-01T09:15:00+0800",
		"2026-12-01T09:15:00+24:00",
		"2026-12-01T09:15:00+08:00x",
		"2026-12-01T09:15:00.5+08:00",
		"2026-12-01T09:15:00.+08:00",
		"2026-12-01T9:15:00+08:00",
		" 2026-12-01T09:15:00+08:00",
		"-026-12-01T09:15:00+08:00",
		"0000-12-01T09:15:00+08:00",
		"1796087700",
	};
	time_t moment;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(time_parse(wrong[i], true, &moment));
}

static void
there_is_no_thirtieth_of_february(void **state)
{
	static const char *const wrong[] = {
		"2026-02-30",  "2026-02-29", "2100-02-29", "2026-2-3",   "20260203",
		"2026-02-03 ", "2026-04-31", "0000-01-01", "2026-00-10", "２026-01-01",
	};
	int64_t day;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(day_parse(wrong[i], &day));
	assert_true(day_parse("2028-02-29", &day));
	assert_int_equal(day_of_date(2027, 2, 29), DAY_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(a_zone_that_nobody_knows_is_refused),
		in_bare_work(a_day_begins_at_midnight_of_the_city),
		in_bare_work(days_before_the_epoch_count_down),
		in_bare_work(each_minute_of_a_year_is_found_again),
		in_bare_work(a_day_may_have_23_hours),
		in_bare_work(a_day_may_have_25_hours),
		in_bare_work(moments_are_written_with_their_offset),
		in_bare_work(a_moment_is_read_with_its_offset),
		in_bare_work(without_an_offset_the_city_is_meant),
		in_bare_work(nonsense_is_no_moment),
		in_bare_work(there_is_no_thirtieth_of_february),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
