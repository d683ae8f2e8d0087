/* second_factor_test.c - the digits of an app, by the examples of RFC 6238, appendix B. */

#include "account/second_factor.h"
#include "bare.h"
#include "base/hash.h"
#include "base/seal.h"

/* The secret of the RFC, "12345678901234567890". */
#define SECRET "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

static const struct id account = { 77 };

static int
begin_with_key(void **state)
{
	static const char hex[] = "000102030405060708090a0b0c0d0e0f"
				  "101112131415161718191a1b1c1d1e1f\n";
	int begun = begin_bare_work(state);

	assert_true(key_load(KEY_FIELD, a_file(*state, "field.key", hex)));
	return begun;
}
#define with_key(test) cmocka_unit_test_setup_teardown(test, begin_with_key, end_bare_work)

static int64_t
step_at(struct work *work, time_t now, const char *digits)
{
	work->now = now;
	return second_factor_step(work, account, seal(work, SEAL_TOTP, account, SECRET), digits);
}

static void
the_digits_of_now_hold(void **state)
{
	assert_int_equal(step_at(*state, 59, "287082"), 1);
	assert_int_equal(step_at(*state, 1111111109, "081804"), 37037036);
	assert_int_equal(step_at(*state, 20000000000, "353130"), 666666666);
}

static void
half_a_minute_off_is_forgiven(void **state)
{
	assert_int_equal(step_at(*state, 59 + 30, "287082"), 1);
	assert_int_equal(step_at(*state, 59 - 30, "287082"), 1);
	assert_int_equal(step_at(*state, 59 + 61, "287082"), -1);
}

static void
other_digits_do_not_hold(void **state)
{
	assert_int_equal(step_at(*state, 59, "287083"), -1);
	assert_int_equal(step_at(*state, 59, "28708"), -1);
	assert_int_equal(step_at(*state, 59, "abcdef"), -1);
	assert_int_equal(step_at(*state, 59, ""), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_key(the_digits_of_now_hold),
		with_key(half_a_minute_off_is_forgiven),
		with_key(other_digits_do_not_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
