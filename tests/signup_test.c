/* signup_test.c - taking a shift, and leaving it. */

#include "base/quarter.h"
#include "diary/diary.h"
#include "fixture.h"
#include "shift/shift_sql.h"
#include "shift/signup_sql.h"
#include "shifts.h"

/* ---- taking ---- */

static void
a_place_is_taken_and_stands_in_the_diary(void **state)
{
	struct shift shift = monday_shift(*state);
	struct signup signup = taken(*state, &shift);
	size_t count;
	struct diary_item *items =
		diary_between(*state, shift.start_quarter, shift.end_quarter, &count);

	assert_ptr_equal(signup.status, &signup_signed_up);
	assert_int_equal(shift_taken(*state, &shift), 1);
	assert_int_equal(count, 1);
	assert_true(id_same(items->thing_id, shift.id));
	assert_string_equal(items->title, "Guide");
}

static void
nobody_takes_a_place_twice(void **state)
{
	struct shift shift = monday_shift(*state);
	struct signup signup = taken(*state, &shift);

	assert_refused(take(*state, &shift, &signup), signup_already);
	assert_int_equal(shift_taken(*state, &shift), 1);
}

static void
never_one_too_many(void **state)
{
	struct shift shift = monday_shift(*state);
	struct signup signup = taken(*state, &shift);

	sign_in(*state, "neighbour");
	taken(*state, &shift);
	sign_in(*state, "volunteer");
	assert_refused(take(*state, &shift, &signup), signup_full);
	assert_int_equal(shift_taken(*state, &shift), 2);
}

static void
the_counter_itself_knows_state_time_and_deadline(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work), other = shift;

	other.start_quarter++;
	assert_false(sql_shift_take(work, &other));
	work->now = quarter_time(shift.start_quarter);
	assert_false(sql_shift_take(work, &shift));
	work->now--;
	assert_true(sql_shift_take(work, &shift));
	execute(work, "UPDATE shift SET status = 'cancelled'");
	assert_false(sql_shift_take(work, &shift));
}

static void
two_shifts_at_once_are_never_kept(void **state)
{
	struct shift shift = monday_shift(*state);
	struct shift other = made(*state, asked(*state, "2027-03-01 10:45", "2027-03-01 12:00"));
	const struct signup_draft both = { .keep_both = true };
	const struct refusal *refusal;
	struct signup signup = taken(*state, &shift);

	refusal = signup_make(*state, &other, &both, &signup);
	assert_refused(refusal, signup_clash);
	assert_true(id_same(refusal->clashes[0].thing_id, shift.id));
	assert_int_equal(shift_taken(*state, &other), 0);
}

static void
the_claim_itself_keeps_two_shifts_apart(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct shift other = made(work, asked(work, "2027-03-01 10:45", "2027-03-01 12:00"));

	assert_true(sql_person_claim(work, work->person, &shift));
	assert_false(sql_person_claim(work, work->person, &other));
	other.start_quarter = shift.end_quarter;
	assert_true(sql_person_claim(work, work->person, &other));
}

static void
signing_up_opens_two_weeks_before(void **state)
{
	struct work *work = *state;
	struct shift shift = made(work, asked(work, "2027-03-20 09:00", "2027-03-20 11:00"));
	struct signup signup;

	clock_to(work, "2027-03-06 08:45");
	assert_refused(take(work, &shift, &signup), signup_too_early);
	clock_to(work, "2027-03-06 09:00");
	assert_allowed(take(work, &shift, &signup));
}

static void
signing_up_is_open_until_the_start(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup;

	work->now = quarter_time(shift.start_quarter);
	assert_refused(take(work, &shift, &signup), signup_too_late);
	work->now--;
	assert_allowed(take(work, &shift, &signup));
}

static void
who_is_too_young_is_told(void **state)
{
	struct work *work = *state;
	struct shift_draft draft = asked(work, "2027-03-01 09:00", "2027-03-01 11:00");
	const struct signup_draft child = { .person_id = person(work, "child") };
	struct signup signup;
	struct shift shift;

	draft.min_age = 18;
	shift = made(work, draft);
	assert_refused(signup_make(work, &shift, &child, &signup), signup_too_young);
	assert_allowed(take(work, &shift, &signup));
}

static void
somebody_else_cannot_be_signed_up(void **state)
{
	struct shift shift = monday_shift(*state);
	const struct signup_draft other = { .person_id = person(*state, "neighbour") };
	struct signup signup;

	assert_refused(signup_make(*state, &shift, &other, &signup), refused_missing);
}

/* ---- leaving ---- */

static void
a_place_that_is_given_back_is_free(void **state)
{
	struct shift shift = monday_shift(*state);
	struct signup signup = taken(*state, &shift);

	assert_allowed(signup_cancel(*state, &signup));
	assert_allowed(signup_cancel(*state, &signup));
	assert_int_equal(shift_taken(*state, &shift), 0);
	taken(*state, &shift);
}

static void
one_may_leave_until_three_hours_before(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	clock_to(work, "2027-03-01 06:00");
	assert_refused(signup_cancel(work, &signup), signup_out_too_late);
	assert_false(sql_signup_cancel(work, signup.id, 3 * 3600));
	work->now--;
	assert_allowed(signup_cancel(work, &signup));
}

static void
who_runs_the_shift_may_let_somebody_go_until_it_begins(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	sign_in(work, "manager");
	clock_to(work, "2027-03-01 08:45");
	assert_allowed(signup_cancel(work, &signup));
}

static void
a_signup_is_found_by_whom_it_concerns(void **state)
{
	struct shift shift = monday_shift(*state);
	struct id id = taken(*state, &shift).id;
	struct signup signup;

	assert_allowed(signup_find(*state, id, &signup));
	sign_in(*state, "neighbour");
	assert_refused(signup_find(*state, id, &signup), refused_missing);
	sign_in(*state, "manager elsewhere");
	assert_refused(signup_find(*state, id, &signup), refused_missing);
	sign_in(*state, "manager");
	assert_allowed(signup_find(*state, id, &signup));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_place_is_taken_and_stands_in_the_diary),
		in_work(nobody_takes_a_place_twice),
		in_work(never_one_too_many),
		in_work(the_counter_itself_knows_state_time_and_deadline),
		in_work(two_shifts_at_once_are_never_kept),
		in_work(the_claim_itself_keeps_two_shifts_apart),
		in_work(signing_up_opens_two_weeks_before),
		in_work(signing_up_is_open_until_the_start),
		in_work(who_is_too_young_is_told),
		in_work(somebody_else_cannot_be_signed_up),
		in_work(a_place_that_is_given_back_is_free),
		in_work(one_may_leave_until_three_hours_before),
		in_work(who_runs_the_shift_may_let_somebody_go_until_it_begins),
		in_work(a_signup_is_found_by_whom_it_concerns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
