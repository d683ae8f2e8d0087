/* ledger_test.c - hours are entered once, chained, and never changed. */

#include "ledger/ledger.h"

#include "fixture.h"

/* ---- earning ---- */

static struct earning
served(struct work *work, const char *start, const char *end)
{
	return (struct earning){
		.person_id = work->person,
		.shift_id = { at(start) },
		.centre_id = centre_at(work, "sports-park"),
		.start_quarter = at(start),
		.end_quarter = at(end),
		.minutes = (at(end) - at(start)) * 15,
	};
}

static const struct refusal *
earn(struct work *work, const char *start, const char *end)
{
	const struct earning earning = served(work, start, end);

	return ledger_earn(work, &earning);
}

static int64_t
sum(struct work *work)
{
	return number_of(work, "SELECT COALESCE(SUM(minutes), 0) FROM ledger_entry");
}

static void
hours_are_earned(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:30"));
	assert_int_equal(sum(*state), 150);
}

static void
time_is_earned_for_once(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_refused(earn(*state, "2027-02-20 10:45", "2027-02-20 12:00"), hours_overlap);
	assert_allowed(earn(*state, "2027-02-20 11:00", "2027-02-20 12:00"));
	assert_int_equal(sum(*state), 180);
}

static void
two_people_earn_at_the_same_time(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(*state, "neighbour");
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_int_equal(sum(*state), 240);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(hours_are_earned),
		in_work(time_is_earned_for_once),
		in_work(two_people_earn_at_the_same_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
