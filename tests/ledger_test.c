/* ledger_test.c - hours are entered once, and put right by more entries. */

#include "ledger/ledger.h"

#include "earned.h"
#include "fixture.h"

/* ---- earning ---- */

static void
hours_are_earned(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:30"));
	assert_int_equal(sums_of(*state, "resident").minutes, 150);
	assert_int_equal(sums_of(*state, "resident").shifts, 1);
}

static void
time_is_earned_for_once(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_refused(earn(*state, "2027-02-20 10:45", "2027-02-20 12:00"), hours_overlap);
	assert_allowed(earn(*state, "2027-02-20 11:00", "2027-02-20 12:00"));
	assert_int_equal(sums_of(*state, "resident").minutes, 180);
}

static void
two_people_earn_at_the_same_time(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_allowed(earn_as(*state, "neighbour", "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_int_equal(sums_of(*state, "neighbour").minutes, 120);
}

/* ---- putting right ---- */

static struct ledger_line
newest(struct work *work, const char *name)
{
	const struct cursor first = { .rows = 10, .after = INT64_MAX };
	size_t count;
	const struct ledger_line *lines = ledger_lines(work, person(work, name), &first, &count);

	assert_int_not_equal(count, 0);
	return lines[0];
}

static const struct refusal *
correct(struct work *work, const struct word *kind, int64_t minutes)
{
	const struct correction correction = {
		.person_id = person(work, "resident"),
		.centre_id = centre_at(work, "sports-park"),
		.kind = kind,
		.minutes = minutes,
		.reason = "The check-out was forgotten.",
	};

	return ledger_correct(work, &correction);
}

static void
a_correction_is_another_entry(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(*state, "manager");
	assert_allowed(correct(*state, &ledger_adjusted, -30));
	assert_int_equal(sums_of(*state, "resident").minutes, 90);
	assert_string_equal(newest(*state, "resident").reason, "The check-out was forgotten.");
}

static void
only_who_runs_shifts_there_corrects_and_never_themselves(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_refused(correct(*state, &ledger_adjusted, 30), refused_missing);
	sign_in(*state, "manager elsewhere");
	assert_refused(correct(*state, &ledger_adjusted, 30), refused_missing);
	sign_in(*state, "manager");
	((struct work *)*state)->person = person(*state, "resident");
	assert_refused(correct(*state, &ledger_adjusted, 30), own_hours);
}

static void
a_void_gives_the_time_back(void **state)
{
	struct ledger_line line;

	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(*state, "manager");
	line = newest(*state, "resident");
	assert_allowed(ledger_void(*state, &line, "It was somebody else."));
	assert_int_equal(sums_of(*state, "resident").minutes, 0);
	assert_int_equal(sums_of(*state, "resident").shifts, 0);
	assert_allowed(ledger_find(*state, line.id, &line));
	assert_refused(ledger_void(*state, &line, "Again."), voided_already);
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
}

static void
what_was_spent_cannot_be_voided(void **state)
{
	struct ledger_line earned;

	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(*state, "manager");
	earned = newest(*state, "resident");
	assert_allowed(correct(*state, &ledger_spent, 90));
	assert_refused(ledger_void(*state, &earned, "Wrong."), hours_spent);
	assert_refused(correct(*state, &ledger_adjusted, -31), hours_spent);
	assert_refused(correct(*state, &ledger_spent, 31), too_few_hours);
	assert_int_equal(sums_of(*state, "resident").minutes, 30);
	assert_int_equal(sums_of(*state, "resident").served, 120);
}

static void
a_correction_has_a_size(void **state)
{
	assert_allowed(earn(*state, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(*state, "manager");
	assert_refused(correct(*state, &ledger_adjusted, 0), adjusted_by_nothing);
	assert_refused(correct(*state, &ledger_spent, -5), adjusted_by_nothing);
	assert_refused(correct(*state, &ledger_adjusted, 6001), adjusted_too_much);
	set(*state, &ledger_adjust_most, centre_at(*state, "sports-park"), 60);
	assert_refused(correct(*state, &ledger_adjusted, 61), adjusted_too_much);
	assert_allowed(correct(*state, &ledger_adjusted, 60));
}

/* ---- stars ---- */

static void
adjust_hours(struct work *work, int64_t hours)
{
	for (; hours > 0; hours -= 100)
		assert_allowed(correct(work, &ledger_adjusted, 60 * (hours < 100 ? hours : 100)));
}

static void
stars_come_with_hours_and_spending_takes_none(void **state)
{
	struct work *work = *state;
	struct ledger_sums sums;
	time_t first = work->now;

	assert_allowed(earn(work, "2027-02-20 09:00", "2027-02-20 11:00"));
	sign_in(work, "manager");
	adjust_hours(work, 97);
	assert_int_equal(sums_of(work, "resident").stars, 0);
	assert_int_equal(sums_of(work, "resident").next_star, 60);
	adjust_hours(work, 1);
	work->now += 86400;
	adjust_hours(work, 300);
	assert_allowed(correct(work, &ledger_spent, 6000));
	sums = sums_of(work, "resident");
	assert_int_equal(sums.stars, 2);
	assert_int_equal(sums.reached[0], first);
	assert_int_equal(sums.reached[1], first + 86400);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(hours_are_earned),
		in_work(time_is_earned_for_once),
		in_work(two_people_earn_at_the_same_time),
		in_work(a_correction_is_another_entry),
		in_work(only_who_runs_shifts_there_corrects_and_never_themselves),
		in_work(a_void_gives_the_time_back),
		in_work(what_was_spent_cannot_be_voided),
		in_work(a_correction_has_a_size),
		in_work(stars_come_with_hours_and_spending_takes_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
