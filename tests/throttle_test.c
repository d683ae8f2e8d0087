/* throttle_test.c - who guesses has to wait, and nobody for good. */

#include "account/throttle.h"

#include "base/text.h"
#include "fixture.h"

#define MINUTE 60

static struct attempt
from(struct work *work, const char *remote_address)
{
	const struct origin origin = { .address = remote_address };

	return attempt_of(work, "Somebody@Quarter.Example", &origin);
}

static void
failed(struct work *work, const char *remote_address, int times)
{
	struct attempt attempt = from(work, remote_address);

	while (times-- > 0)
		throttle_failed(work, &attempt);
}

static int64_t
wait_from(struct work *work, const char *remote_address)
{
	struct attempt attempt = from(work, remote_address);
	time_t until = throttle_until(work, &attempt);

	return until ? until - work->now : 0;
}

static void
five_failures_limit_a_login_from_there(void **state)
{
	failed(*state, "192.0.2.1", 4);
	assert_int_equal(wait_from(*state, "192.0.2.1"), 0);
	failed(*state, "192.0.2.1", 1);
	assert_int_equal(wait_from(*state, "192.0.2.1"), 15 * MINUTE);
	assert_int_equal(wait_from(*state, "192.0.2.2"), 0);
}

static void
a_quarter_of_an_hour_ends_it(void **state)
{
	struct work *work = *state;

	failed(work, "192.0.2.1", 5);
	work->now += 15 * MINUTE - 1;
	assert_int_equal(wait_from(work, "192.0.2.1"), 1);
	work->now += 1;
	assert_int_equal(wait_from(work, "192.0.2.1"), 0);
}

static void
failures_of_an_hour_ago_do_not_count(void **state)
{
	struct work *work = *state;

	failed(work, "192.0.2.1", 4);
	work->now += 60 * MINUTE;
	failed(work, "192.0.2.1", 1);
	assert_int_equal(wait_from(work, "192.0.2.1"), 0);
}

static void
the_fifth_failure_is_told_once(void **state)
{
	struct attempt attempt = from(*state, "192.0.2.1");

	for (int i = 1; i <= 7; i++)
		assert_int_equal(throttle_failed(*state, &attempt), i == 5);
}

static void
a_login_is_one_however_it_is_typed(void **state)
{
	const struct origin origin = { .address = "192.0.2.1" };
	struct attempt other = attempt_of(*state, " somebody@quarter.example ", &origin);

	failed(*state, "192.0.2.1", 5);
	assert_true(throttle_until(*state, &other) > 0);
	other = attempt_of(*state, "somebody.else@quarter.example", &origin);
	assert_int_equal(throttle_until(*state, &other), 0);
}

static void
what_is_no_address_is_counted_too(void **state)
{
	const struct origin origin = { .address = "192.0.2.1" };
	struct attempt attempt = attempt_of(*state, "root", &origin);

	for (int i = 0; i < 5; i++)
		throttle_failed(*state, &attempt);
	assert_true(throttle_until(*state, &attempt) > 0);
}

static void
guesses_from_everywhere_wait_ever_longer(void **state)
{
	struct work *work = *state;
	int64_t evaluated = 0;
	time_t end = work->now + 10 * MINUTE;

	/* One try after another, each from an address of its own, as soon as it is let in. */
	for (int i = 0; work->now < end; i++) {
		const char *address = text(work, "198.51.100.%d", i % 250);

		work->now += wait_from(work, address);
		failed(work, address, 1);
		evaluated++;
	}
	assert_in_range(evaluated, 10, 100);
	assert_in_range(wait_from(work, "203.0.113.9"), 1, 15 * MINUTE);
	work->now += 15 * MINUTE;
	assert_int_equal(wait_from(work, "203.0.113.9"), 0);
}

/* Twenty failures, none from where the owner is. */
static void
guess_from_everywhere(struct work *work)
{
	for (int i = 0; i < 20; i++)
		failed(work, text(work, "198.51.100.%d", i), 1);
}

static void
a_browser_that_is_known_does_not_wait_for_others(void **state)
{
	struct origin origin = { .address = "203.0.113.9" };
	struct attempt attempt = attempt_of(*state, "somebody@quarter.example", &origin);

	guess_from_everywhere(*state);
	assert_true(throttle_until(*state, &attempt) > 0);
	origin.mark = attempt.mark;
	attempt = attempt_of(*state, "somebody@quarter.example", &origin);
	assert_int_equal(throttle_until(*state, &attempt), 0);
	for (int i = 0; i < 5; i++)
		throttle_failed(*state, &attempt);
	assert_true(throttle_until(*state, &attempt) > 0);
}

static void
a_browser_is_known_for_one_login(void **state)
{
	struct origin origin = { .address = "203.0.113.9" };

	origin.mark = attempt_of(*state, "other@quarter.example", &origin).mark;
	assert_true(attempt_of(*state, "other@quarter.example", &origin).known);
	assert_false(attempt_of(*state, "somebody@quarter.example", &origin).known);
	origin.mark = "0000";
	assert_false(attempt_of(*state, "other@quarter.example", &origin).known);
}

static void
whoever_has_an_address_has_its_network(void **state)
{
	failed(*state, "2001:db8:1:2::1", 5);
	assert_true(wait_from(*state, "2001:db8:1:2:3:4:5:6") > 0);
	assert_int_equal(wait_from(*state, "2001:db8:1:3::1"), 0);
}

static void
a_success_forgets_what_failed_from_there(void **state)
{
	struct attempt attempt = from(*state, "192.0.2.1");

	failed(*state, "192.0.2.1", 4);
	throttle_forget(*state, &attempt);
	failed(*state, "192.0.2.1", 4);
	assert_int_equal(wait_from(*state, "192.0.2.1"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(five_failures_limit_a_login_from_there),
		in_work(a_quarter_of_an_hour_ends_it),
		in_work(failures_of_an_hour_ago_do_not_count),
		in_work(the_fifth_failure_is_told_once),
		in_work(a_login_is_one_however_it_is_typed),
		in_work(what_is_no_address_is_counted_too),
		in_work(guesses_from_everywhere_wait_ever_longer),
		in_work(a_browser_that_is_known_does_not_wait_for_others),
		in_work(a_browser_is_known_for_one_login),
		in_work(whoever_has_an_address_has_its_network),
		in_work(a_success_forgets_what_failed_from_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
