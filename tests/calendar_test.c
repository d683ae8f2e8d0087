/* calendar_test.c - hours hang on the type of a day, and an exception beats them. */

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/calendar.h"
#include "fixture.h"

static struct open_day
open_on(struct work *work, const char *key, const char *date)
{
	return calendar_day(work, centre_at(work, key), day_at(date));
}

static const char *
said(struct work *work, const char *key, const char *date)
{
	struct open_day open = open_on(work, key, date);

	return open_hours_said(work, &open);
}

/* From one minute of the day until another; both 0: closed. */
static void
except(struct work *work, const char *key, const char *date, int64_t from, int64_t until)
{
	execute(work, text(work,
			   "INSERT INTO opening_exception (node_id, on_day, from_minute, "
			   "until_minute, reason_zh, reason_en) "
			   "VALUES (%ld, %ld, %ld, %ld, '检修水管', 'pipe repair')",
			   centre_at(work, key).value, day_at(date), from, until));
}

static void
set_clock(struct work *work, const char *date, int64_t minute)
{
	work->now = day_time(day_at(date), minute);
}

static const char *
now_said(struct work *work, const char *key)
{
	return calendar_now(work, centre_at(work, key)).said;
}

static void
an_ordinary_week_has_working_days_and_rest_days(void **state)
{
	assert_string_equal(said(*state, "sports-park", "2026-11-24"), "08:30–20:30");
	assert_string_equal(said(*state, "sports-park", "2026-11-28"), "09:00–18:00");
	assert_string_equal(said(*state, "sports-park", "2026-11-29"), "09:00–18:00");
}

static void
a_make_up_saturday_has_the_hours_of_a_working_day(void **state)
{
	assert_string_equal(said(*state, "sports-park", "2026-02-14"), "08:30–20:30");
	assert_string_equal(said(*state, "sports-park", "2026-10-10"), "08:30–20:30");
	assert_ptr_equal(calendar_type(*state, day_at("2026-10-10")), &day_workday);
	assert_ptr_equal(calendar_type(*state, day_at("2026-10-17")), &day_rest_day);
}

static void
a_holiday_closes_by_its_name(void **state)
{
	struct open_day open = open_on(*state, "sports-park", "2026-10-01");

	assert_ptr_equal(open.type, &day_holiday);
	assert_int_equal(open.span_count, 0);
	assert_string_equal(open_hours_said(*state, &open), "closed for National Day");
	language_use("zh-CN");
	assert_string_equal(said(*state, "sports-park", "2026-10-01"), "国庆节闭馆");
}

static void
a_centre_may_open_on_holidays(void **state)
{
	assert_string_equal(said(*state, "713-health", "2026-10-01"), "09:00–12:00");
}

static void
a_break_at_midday_closes(void **state)
{
	struct open_day open = open_on(*state, "zhengguang-street", "2026-11-24");

	assert_string_equal(open_hours_said(*state, &open), "08:30–12:00, 13:30–20:00");
	assert_true(open_between(&open, 11 * 60, 12 * 60));
	assert_true(open_between(&open, 13 * 60 + 30, 20 * 60));
	assert_false(open_between(&open, 11 * 60 + 45, 13 * 60 + 45));
	assert_false(open_between(&open, 12 * 60, 13 * 60));
	assert_false(open_between(&open, 19 * 60 + 45, 20 * 60 + 15));
}

static void
an_exception_beats_the_rule_of_the_day(void **state)
{
	except(*state, "sports-park", "2026-11-24", 0, 0);
	except(*state, "sports-park", "2026-10-01", 600, 960);
	assert_string_equal(said(*state, "sports-park", "2026-11-24"), "closed: pipe repair");
	assert_string_equal(said(*state, "sports-park", "2026-10-01"), "10:00–16:00");
	assert_string_equal(said(*state, "fenghuangtai", "2026-11-24"), "08:30–20:30");
}

static void
spans_that_touch_are_one(void **state)
{
	struct open_day open;

	except(*state, "sports-park", "2026-11-24", 600, 720);
	except(*state, "sports-park", "2026-11-24", 720, 960);
	open = open_on(*state, "sports-park", "2026-11-24");
	assert_int_equal(open.span_count, 1);
	assert_true(open_between(&open, 660, 780));
}

static void
a_year_without_holidays_says_so(void **state)
{
	struct open_day unknown = open_on(*state, "sports-park", "2027-01-01");
	struct open_day known = open_on(*state, "sports-park", "2026-12-31");

	assert_true(unknown.unpublished);
	assert_ptr_equal(unknown.type, &day_workday);
	assert_false(known.unpublished);
	assert_false(calendar_is_published(*state, day_at("2027-05-01")));
	assert_true(calendar_is_published(*state, day_at("2026-05-01")));
}

static void
days_come_one_by_one_whatever_hours_they_have(void **state)
{
	struct id centre = centre_at(*state, "zhengguang-street");
	struct open_day *days = calendar_days(*state, centre, day_at("2026-09-29"), 12);

	for (int64_t i = 0; i < 12; i++)
		assert_int_equal(days[i].day, day_at("2026-09-29") + i);
	assert_int_equal(days[0].span_count, 2);
	assert_int_equal(days[2].span_count, 0);
	assert_int_equal(days[11].span_count, 2);
}

static void
it_is_open_until_it_closes(void **state)
{
	set_clock(*state, "2026-11-24", 510);
	assert_string_equal(now_said(*state, "sports-park"), "Open until 20:30");
	set_clock(*state, "2026-11-24", 509);
	assert_string_equal(now_said(*state, "sports-park"), "Opens today at 08:30");
	set_clock(*state, "2026-11-24", 1230);
	assert_string_equal(now_said(*state, "sports-park"), "Opens tomorrow at 08:30");
}

static void
in_the_break_it_opens_again_today(void **state)
{
	set_clock(*state, "2026-11-24", 750);
	assert_string_equal(now_said(*state, "zhengguang-street"), "Opens today at 13:30");
	assert_false(calendar_now(*state, centre_at(*state, "zhengguang-street")).open);
}

static void
over_a_holiday_it_says_when_it_opens_and_why_not_now(void **state)
{
	set_clock(*state, "2026-10-01", 600);
	assert_string_equal(now_said(*state, "sports-park"),
			    "Opens on Thu 8 Oct at 08:30 (closed for National Day)");
}

static void
several_centres_are_asked_at_once(void **state)
{
	struct id centres[] = { centre_at(*state, "sports-park"),
				centre_at(*state, "zhengguang-street") };
	struct open_now *nows;

	set_clock(*state, "2026-11-24", 750);
	nows = calendar_now_of(*state, centres, 2);
	assert_true(nows[0].open);
	assert_false(nows[1].open);
}

static void
a_centre_without_hours_does_not_open(void **state)
{
	const struct open_now now = calendar_now(*state, (struct id){ 1 });

	assert_false(now.open);
	assert_int_equal(now.changes_at, 0);
}

static void
exceptions_ahead_are_told_and_those_past_are_not(void **state)
{
	size_t count;
	struct open_day *days;

	set_clock(*state, "2026-11-24", 600);
	except(*state, "sports-park", "2026-11-23", 0, 0);
	except(*state, "sports-park", "2026-12-01", 600, 720);
	except(*state, "sports-park", "2026-12-01", 780, 960);
	days = calendar_exceptions(*state, centre_at(*state, "sports-park"), &count);
	assert_int_equal(count, 1);
	assert_int_equal(days[0].day, day_at("2026-12-01"));
	assert_int_equal(days[0].span_count, 2);
}

/* The names in these tests are English. */
static int
begin_in_english(void **state)
{
	int result = begin_work(state);

	language_use("en");
	return result;
}

#define in_english(test) cmocka_unit_test_setup_teardown(test, begin_in_english, undo_work)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_english(an_ordinary_week_has_working_days_and_rest_days),
		in_english(a_make_up_saturday_has_the_hours_of_a_working_day),
		in_english(a_holiday_closes_by_its_name),
		in_english(a_centre_may_open_on_holidays),
		in_english(a_break_at_midday_closes),
		in_english(an_exception_beats_the_rule_of_the_day),
		in_english(spans_that_touch_are_one),
		in_english(a_year_without_holidays_says_so),
		in_english(days_come_one_by_one_whatever_hours_they_have),
		in_english(it_is_open_until_it_closes),
		in_english(in_the_break_it_opens_again_today),
		in_english(over_a_holiday_it_says_when_it_opens_and_why_not_now),
		in_english(several_centres_are_asked_at_once),
		in_english(a_centre_without_hours_does_not_open),
		in_english(exceptions_ahead_are_told_and_those_past_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
