/* feed_test.c - a calendar that follows the diary, for whoever knows its address. */

#include "diary/feed.h"

#include <string.h>

#include "account/account.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary.h"
#include "fixture.h"

#define DAY (24L * 3600)

static const struct id thing = { 4711 };

static void
enter(struct work *work, const char *name, const char *status, const char *start)
{
	const struct diary_entry entry = {
		.person_id = person(work, name),
		.thing_id = thing,
		.place_id = a_venue(work).id,
		.kind = "activity",
		.status = status,
		.title = "{\"zh-CN\":\"八段锦\",\"en\":\"Eight brocades\"}",
		.start_quarter = at(start),
		.end_quarter = at(start) + 4,
	};

	diary_enter(work, &entry);
}

static const char *
token_in(const char *path)
{
	const char *found = strstr(path, "?token=");

	assert_non_null(found);
	return found + strlen("?token=");
}

/* The account of the test's fixture reads English; "" if there is no such calendar. */
static const char *
calendar(struct work *work, const char *token)
{
	const char *found = "";

	if (feed_calendar(work, token, &found))
		return "";
	language_use("en");
	return found;
}

static int
times(const char *text, const char *part)
{
	int count = 0;

	for (text = strstr(text, part); text; text = strstr(text + 1, part))
		count++;
	return count;
}

static const char *
a_feed(struct work *work)
{
	const char *token = token_in(feed_begin(work));

	account_prefer(work, "en", NULL, NULL);
	return token;
}

static void
a_feed_shows_the_diary_of_the_household(void **state)
{
	const char *token = a_feed(*state), *read;

	enter(*state, "resident", "registered", "2027-03-03 09:00");
	read = calendar(*state, token);
	assert_non_null(strstr(read, "METHOD:PUBLISH\r\n"));
	assert_non_null(strstr(read, "SUMMARY:Eight brocades\r\n"));
	assert_non_null(strstr(read, "DTSTART:20270303T010000Z\r\n"));
	assert_non_null(strstr(read, "STATUS:CONFIRMED\r\n"));
	assert_non_null(
		strstr(read, text(*state, "UID:%s@activity.quarter\r\n", id_text(thing).chars)));
}

static void
a_feed_names_nobody(void **state)
{
	const char *token = a_feed(*state), *read;

	enter(*state, "mother", "registered", "2027-03-03 09:00");
	read = calendar(*state, token);
	assert_non_null(strstr(read, "SUMMARY:Eight brocades (my mother)\r\n"));
	assert_null(strstr(read, "张桂英"));
}

static void
those_who_share_a_thing_are_one_event(void **state)
{
	const char *token = a_feed(*state), *read;

	enter(*state, "mother", "registered", "2027-03-03 09:00");
	enter(*state, "child", "registered", "2027-03-03 09:00");
	read = calendar(*state, token);
	assert_int_equal(times(read, "BEGIN:VEVENT"), 1);
	assert_non_null(strstr(read, "(my child) (my mother)"));
}

static void
a_change_keeps_the_uid_and_raises_the_sequence(void **state)
{
	const char *token = a_feed(*state), *read;

	enter(*state, "resident", "registered", "2027-03-03 09:00");
	assert_non_null(strstr(calendar(*state, token), "SEQUENCE:0\r\n"));
	enter(*state, "resident", "registered", "2027-03-04 09:00");
	read = calendar(*state, token);
	assert_int_equal(times(read, "UID:"), 1);
	assert_non_null(strstr(read, "SEQUENCE:1\r\n"));
	assert_non_null(strstr(read, "DTSTART:20270304T010000Z\r\n"));
}

static void
what_was_cancelled_stays_for_thirty_days(void **state)
{
	struct work *work = *state;
	const char *token = a_feed(work), *read;

	enter(work, "resident", "registered", "2027-08-03 09:00");
	enter(work, "resident", "cancelled", "2027-08-03 09:00");
	read = calendar(work, token);
	assert_non_null(strstr(read, "STATUS:CANCELLED\r\n"));
	assert_non_null(strstr(read, "SEQUENCE:1\r\n"));
	work->now += 30 * DAY - 1;
	assert_int_equal(times(calendar(work, token), "STATUS:CANCELLED"), 1);
	work->now += 1;
	assert_int_equal(times(calendar(work, token), "BEGIN:VEVENT"), 0);
}

static void
what_is_waited_for_is_not_certain(void **state)
{
	const char *token = a_feed(*state);

	enter(*state, "resident", "waiting", "2027-03-03 09:00");
	assert_non_null(strstr(calendar(*state, token), "STATUS:TENTATIVE\r\n"));
}

static void
the_same_diary_is_the_same_bytes(void **state)
{
	struct work *work = *state;
	const char *token = a_feed(work), *read;

	enter(work, "resident", "registered", "2027-03-03 09:00");
	read = calendar(work, token);
	work->now += 600;
	assert_string_equal(calendar(work, token), read);
}

/* ---- whose it is ---- */

static void
a_new_address_ends_the_former(void **state)
{
	const char *former = a_feed(*state), *token = a_feed(*state);

	assert_string_equal(calendar(*state, former), "");
	assert_string_not_equal(calendar(*state, token), "");
}

static void
an_address_that_has_ended_shows_nothing(void **state)
{
	const char *token = a_feed(*state);

	assert_true(feed_since(*state) > 0);
	feed_end(*state);
	feed_end(*state);
	assert_int_equal(feed_since(*state), 0);
	assert_string_equal(calendar(*state, token), "");
}

static void
a_locked_account_has_no_calendar(void **state)
{
	const char *token = a_feed(*state);

	assert_allowed(account_lock(*state, account(*state, "resident"), "Tried"));
	assert_string_equal(calendar(*state, token), "");
}

static void
another_household_is_not_shown(void **state)
{
	const char *token = a_feed(*state);

	enter(*state, "neighbour", "registered", "2027-03-03 09:00");
	assert_int_equal(times(calendar(*state, token), "BEGIN:VEVENT"), 0);
}

static void
what_is_no_address_shows_nothing(void **state)
{
	a_feed(*state);
	assert_string_equal(calendar(*state, NULL), "");
	assert_string_equal(calendar(*state, ""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_feed_shows_the_diary_of_the_household),
		in_work(a_feed_names_nobody),
		in_work(those_who_share_a_thing_are_one_event),
		in_work(a_change_keeps_the_uid_and_raises_the_sequence),
		in_work(what_was_cancelled_stays_for_thirty_days),
		in_work(what_is_waited_for_is_not_certain),
		in_work(the_same_diary_is_the_same_bytes),
		in_work(a_new_address_ends_the_former),
		in_work(an_address_that_has_ended_shows_nothing),
		in_work(a_locked_account_has_no_calendar),
		in_work(another_household_is_not_shown),
		in_work(what_is_no_address_shows_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
