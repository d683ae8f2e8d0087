/* attempt_test.c - so many attempts a minute, and not one more.
 *
 * Attempts stay counted though a test is rolled back, so each test tries as somebody else. */

#include "site/attempt.h"

#include "base/hash.h"
#include "db/connection.h"
#include "fixture.h"

#define A_MINUTE 10

static const struct refusal *
try(struct work *work)
{
	struct request req = { .work = work };

	return attempt_count(&req);
}

static void
try_as_often_as_one_may(struct work *work)
{
	for (int i = 0; i < A_MINUTE; i++)
		assert_allowed(try(work));
}

static void
ten_attempts_a_minute_are_let_in_and_the_eleventh_waits(void **state)
{
	struct work *work = *state;
	const struct refusal *refusal;

	sign_in(work, "neighbour");
	try_as_often_as_one_may(work);
	refusal = try(work);
	assert_refused(refusal, too_many_tries);
	assert_int_equal(refusal->retry_after, 61);
}

static void
a_minute_after_the_first_there_are_ten_again(void **state)
{
	struct work *work = *state;

	sign_in(work, "volunteer");
	try_as_often_as_one_may(work);
	work->now += 59;
	assert_refused(try(work), too_many_tries);
	work->now += 1;
	for (int i = 1; i < A_MINUTE; i++) /* the one that was refused counts, too */
		assert_allowed(try(work));
	assert_refused(try(work), too_many_tries);
}

static void
a_repeat_under_one_key_is_no_attempt(void **state)
{
	struct work *work = *state;

	sign_in(work, "carer");
	work->command.key = hash_of_text(work, "the same");
	for (int i = 0; i < 2 * A_MINUTE; i++)
		assert_allowed(try(work));
	work->command.key = (struct bytes){ 0 };
	for (int i = 1; i < A_MINUTE; i++)
		assert_allowed(try(work));
	assert_refused(try(work), too_many_tries);
}

static void
what_others_try_does_not_count(void **state)
{
	struct work *work = *state;

	sign_in(work, "organiser");
	try_as_often_as_one_may(work);
	sign_in(work, "desk");
	assert_allowed(try(work));
	sign_in(work, "organiser");
	assert_refused(try(work), too_many_tries);
}

static void
how_many_is_a_setting(void **state)
{
	struct work *work = *state;
	struct id root = { number_of(work, "SELECT id FROM node WHERE parent_id IS NULL") };

	sign_in(work, "auditor");
	set(work, &attempts_a_minute, root, 2);
	/* What was read of it stays; each attempt has a transaction, and a key, of its own. */
	db_rollback(work);
	work->command.key = (struct bytes){ 0 };
	assert_allowed(try(work));
	assert_allowed(try(work));
	assert_refused(try(work), too_many_tries);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(ten_attempts_a_minute_are_let_in_and_the_eleventh_waits),
		in_work(a_minute_after_the_first_there_are_ten_again),
		in_work(a_repeat_under_one_key_is_no_attempt),
		in_work(what_others_try_does_not_count),
		in_work(how_many_is_a_setting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
