/* feedback_test.c - three questions afterwards, without a name. */

#include "activity/door.h"
#include "activity/feedback.h"
#include "base/quarter.h"
#include "base/text.h"
#include "fixture.h"
#include "held.h"
#include "signed_up.h"

static const struct feedback good = { 5, 4, 3 };

/* The neighbour has signed up and come, the carer has not come. */
static struct activity
attended(struct work *work)
{
	struct activity activity = held(work, 5);
	struct registration registration = signed_up(work, "neighbour", &activity);
	struct entrance entrance;

	signed_up(work, "carer", &activity);
	work->now = quarter_time(activity.start_quarter);
	sign_in(work, "desk");
	assert_allowed(door_tick_party(work, &activity, registration.id, &entrance));
	work->now = quarter_time(activity.end_quarter) + 2 * 3600L;
	return activity;
}

static void
who_came_answers_once(void **state)
{
	struct activity class = attended(*state);

	sign_in(*state, "neighbour");
	assert_allowed(feedback_give(*state, &class, &good));
	assert_refused(feedback_give(*state, &class, &good), feedback_given);
	assert_int_equal(number_of(*state, "SELECT COUNT(*) FROM feedback"), 1);
}

static void
who_did_not_come_is_not_asked(void **state)
{
	struct activity class = attended(*state);

	sign_in(*state, "carer");
	assert_refused(feedback_may(*state, &class), refused_missing);
	feedback_ask(*state, class.id);
	assert_int_equal(
		number_of(*state, "SELECT COUNT(*) FROM letter WHERE letter = 'feedback_asked'"),
		1);
	assert_int_equal(number_of(*state, text(*state,
						"SELECT COUNT(*) FROM letter WHERE letter ="
						" 'feedback_asked' AND person_id = %ld",
						person(*state, "neighbour").value)),
			 1);
}

static void
it_is_open_for_seven_days_from_two_hours_after(void **state)
{
	struct work *work = *state;
	struct activity class = attended(work);

	sign_in(work, "neighbour");
	work->now--;
	assert_refused(feedback_may(work, &class), feedback_not_open);
	work->now += 1 + 7 * 86400L;
	assert_refused(feedback_may(work, &class), feedback_not_open);
	work->now--;
	assert_allowed(feedback_may(work, &class));
}

static struct feedback_sum
summed(struct work *work, const struct activity *activity)
{
	struct feedback_sum sum;

	sign_in(work, "manager");
	assert_allowed(feedback_summed(work, activity, &sum));
	return sum;
}

static void
averages_are_shown_from_five_answers_on(void **state)
{
	struct activity class = attended(*state);
	const char *answer = text(*state,
				  "INSERT INTO feedback SELECT seq, %ld, 4, 5, 3"
				  " FROM seq_0_to_9999999 WHERE seq BETWEEN ",
				  class.id.value);

	execute(*state, text(*state, "%s 1 AND 4", answer));
	assert_false(summed(*state, &class).enough);
	assert_int_equal(summed(*state, &class).liked, 0);
	execute(*state, text(*state, "%s 5 AND 5", answer));
	assert_true(summed(*state, &class).enough);
	assert_int_equal(summed(*state, &class).liked, 40);
	sign_in(*state, "manager elsewhere");
	assert_refused(feedback_summed(*state, &class, &(struct feedback_sum){ 0 }),
		       refused_forbidden);
}

static void
the_log_does_not_tell_who_answered(void **state)
{
	struct activity class = attended(*state);
	int64_t before = number_of(*state, "SELECT COUNT(*) FROM audit_entry");

	sign_in(*state, "neighbour");
	assert_allowed(feedback_give(*state, &class, &good));
	assert_int_equal(number_of(*state, "SELECT COUNT(*) FROM audit_entry"), before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(who_came_answers_once),
		in_work(who_did_not_come_is_not_asked),
		in_work(it_is_open_for_seven_days_from_two_hours_after),
		in_work(averages_are_shown_from_five_answers_on),
		in_work(the_log_does_not_tell_who_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
