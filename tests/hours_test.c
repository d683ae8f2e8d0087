/* hours_test.c - coming to a shift, leaving, and the hours that are confirmed. */

#include "base/quarter.h"
#include "fixture.h"
#include "ledger/ledger.h"
#include "shifts.h"

static void
check_in_opens_a_quarter_of_an_hour_before(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	clock_to(work, "2027-03-01 08:45");
	work->now--;
	assert_refused(signup_check_in(work, &signup), check_in_too_early);
	work->now++;
	assert_allowed(signup_check_in(work, &signup));
	assert_refused(signup_check_in(work, &signup), already_present);
}

static void
who_comes_when_it_is_over_comes_too_late(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	work->now = quarter_time(shift.end_quarter);
	assert_refused(signup_check_in(work, &signup), check_in_too_late);
	work->now--;
	assert_allowed(signup_check_in(work, &signup));
}

static void
who_checks_out_has_checked_in_and_does_it_once(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift), other;

	clock_to(work, "2027-03-01 09:00");
	assert_refused(signup_check_out(work, &signup), not_checked_in);
	assert_allowed(signup_check_in(work, &signup));
	other = signup;
	assert_allowed(signup_check_out(work, &signup));
	assert_refused(signup_check_out(work, &other), already_checked_out);
}

/* Checks in and out at these times, and says what was credited. */
static int64_t
worked(struct work *work, const char *in, int64_t in_seconds, const char *out, int64_t out_seconds)
{
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	clock_to(work, in);
	work->now += in_seconds;
	assert_allowed(signup_check_in(work, &signup));
	clock_to(work, out);
	work->now += out_seconds;
	assert_allowed(signup_check_out(work, &signup));
	sign_in(work, "manager");
	assert_allowed(signup_confirm(work, &signup, -1));
	return signup.minutes;
}

static void
minutes_are_rounded_to_the_quarter(void **state)
{
	assert_int_equal(worked(*state, "2027-03-01 09:00", 0, "2027-03-01 10:00", 7 * 60), 60);
}

static void
half_a_quarter_is_rounded_up(void **state)
{
	assert_int_equal(worked(*state, "2027-03-01 09:00", 0, "2027-03-01 10:00", 7 * 60 + 30),
			 75);
}

static void
minutes_are_clipped_to_the_shift_and_a_quarter_of_an_hour(void **state)
{
	assert_int_equal(worked(*state, "2027-03-01 08:45", 0, "2027-03-01 12:45", 0), 150);
}

static void
what_is_confirmed_is_earned_once(void **state)
{
	struct work *work = *state;

	assert_int_equal(worked(work, "2027-03-01 09:00", 0, "2027-03-01 11:00", 0), 120);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM ledger_entry WHERE kind = 'earn'"),
			 1);
	assert_int_equal(number_of(work, "SELECT minutes FROM ledger_entry WHERE kind = 'earn'"),
			 120);
}

static void
hours_are_confirmed_once(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift), as_read_before = signup;

	sign_in(work, "manager");
	clock_to(work, "2027-03-01 11:00");
	assert_allowed(signup_confirm(work, &signup, 120));
	assert_refused(signup_confirm(work, &signup, 120), already_confirmed);
	assert_refused(signup_confirm(work, &as_read_before, 120), refused_stale);
}

static void
hours_are_confirmed_as_they_were_read(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift), as_read_before;

	clock_to(work, "2027-03-01 09:00");
	assert_allowed(signup_check_in(work, &signup));
	as_read_before = signup;
	clock_to(work, "2027-03-01 10:00");
	assert_allowed(signup_check_out(work, &signup));
	clock_to(work, "2027-03-01 11:00");
	sign_in(work, "manager");
	assert_refused(signup_confirm(work, &as_read_before, 60), refused_stale);
	assert_allowed(signup_confirm(work, &signup, -1));
}

static void
a_forgotten_check_out_waits_for_the_coordinator(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	clock_to(work, "2027-03-01 09:00");
	assert_allowed(signup_check_in(work, &signup));
	clock_to(work, "2027-03-01 13:00");
	assert_refused(signup_check_out(work, &signup), check_in_too_late);
	sign_in(work, "manager");
	assert_refused(signup_confirm(work, &signup, -1), minutes_needed);
	assert_int_equal(signup_minutes(work, &signup), 120);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM ledger_entry WHERE kind = 'earn'"),
			 0);
	assert_allowed(signup_confirm(work, &signup, 105));
	assert_int_equal(signup.minutes, 105);
}

static void
nobody_confirms_their_own_hours(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup;

	sign_in(work, "manager");
	signup = taken(work, &shift);
	clock_to(work, "2027-03-01 11:00");
	assert_refused(signup_confirm(work, &signup, 120), own_hours);
	sign_in(work, "district");
	assert_allowed(signup_confirm(work, &signup, 120));
}

static void
a_volunteer_confirms_nothing(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	clock_to(work, "2027-03-01 11:00");
	assert_refused(signup_confirm(work, &signup, 120), refused_forbidden);
}

static void
hours_are_at_most_the_shift_and_a_quarter_at_either_end(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	sign_in(work, "manager");
	assert_refused(signup_confirm(work, &signup, 120), not_over);
	clock_to(work, "2027-03-01 11:00");
	assert_refused(signup_confirm(work, &signup, 151), too_many_minutes);
	assert_allowed(signup_confirm(work, &signup, 150));
}

static void
who_did_not_come_earns_nothing(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	sign_in(work, "manager");
	clock_to(work, "2027-03-01 11:00");
	assert_allowed(signup_confirm(work, &signup, 0));
	assert_ptr_equal(signup.status, &signup_missed);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM ledger_entry WHERE kind = 'earn'"),
			 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(check_in_opens_a_quarter_of_an_hour_before),
		in_work(who_comes_when_it_is_over_comes_too_late),
		in_work(who_checks_out_has_checked_in_and_does_it_once),
		in_work(minutes_are_rounded_to_the_quarter),
		in_work(half_a_quarter_is_rounded_up),
		in_work(minutes_are_clipped_to_the_shift_and_a_quarter_of_an_hour),
		in_work(what_is_confirmed_is_earned_once),
		in_work(hours_are_confirmed_once),
		in_work(hours_are_confirmed_as_they_were_read),
		in_work(a_forgotten_check_out_waits_for_the_coordinator),
		in_work(nobody_confirms_their_own_hours),
		in_work(a_volunteer_confirms_nothing),
		in_work(hours_are_at_most_the_shift_and_a_quarter_at_either_end),
		in_work(who_did_not_come_earns_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
