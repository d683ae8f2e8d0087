/* shift_follow_test.c - the shifts of an activity go where it goes. */

#include "activity/activity.h"
#include "base/quarter.h"
#include "base/text.h"
#include "fixture.h"
#include "held.h"
#include "shifts.h"

/* Half an hour before the activity begins, until it does, in its room. */
static struct shift
beside(struct work *work, const struct activity *activity)
{
	struct shift_draft draft = asked(work, "2027-03-06 09:30", "2027-03-06 10:00");

	draft.activity_id = activity->id;
	draft.venue_id = activity->venue_id;
	return made(work, draft);
}

static struct signup
again(struct work *work, const struct signup *signup)
{
	struct signup now;

	sign_in(work, "resident");
	assert_allowed(signup_find(work, signup->id, &now));
	return now;
}

static int64_t
letters(struct work *work, const char *letter)
{
	return number_of(work,
			 text(work, "SELECT COUNT(*) FROM letter WHERE letter = '%s'", letter));
}

static void
a_shift_keeps_its_distance_from_an_activity_that_moves(void **state)
{
	struct work *work = *state;
	struct activity activity = held(work, 10);
	struct shift shift = beside(work, &activity);
	struct signup signup = taken(work, &shift);
	struct activity_draft later = class_for(work, 10);

	later.start_quarter = at("2027-03-06 14:00");
	later.end_quarter = at("2027-03-06 15:30");
	later.version = activity.version;
	sign_in(work, "manager");
	assert_allowed(activity_change(work, &activity, &later));
	signup = again(work, &signup);
	assert_int_equal(signup.start_quarter, at("2027-03-06 13:30"));
	assert_int_equal(signup.end_quarter, at("2027-03-06 14:00"));
	assert_int_equal(letters(work, "shift_moved"), 1);
}

static void
a_shift_falls_with_its_activity(void **state)
{
	struct work *work = *state;
	struct activity activity = held(work, 10);
	struct shift shift = beside(work, &activity);
	struct signup signup = taken(work, &shift);

	sign_in(work, "manager");
	assert_allowed(activity_cancel(work, &activity, "The teacher is ill."));
	assert_ptr_equal(again(work, &signup).status, &signup_cancelled);
	assert_allowed(shift_find(work, shift.id, &shift));
	assert_string_equal(shift.reason, "The teacher is ill.");
	assert_int_equal(letters(work, "shift_cancelled"), 1);
}

static void
a_shift_of_its_own_stays(void **state)
{
	struct work *work = *state;
	struct activity activity = held(work, 10);
	struct shift shift = made(work, asked(work, "2027-03-06 09:30", "2027-03-06 10:00"));

	sign_in(work, "manager");
	assert_allowed(activity_cancel(work, &activity, "The teacher is ill."));
	assert_allowed(shift_find(work, shift.id, &shift));
	assert_ptr_equal(shift.status, &shift_open);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_shift_keeps_its_distance_from_an_activity_that_moves),
		in_work(a_shift_falls_with_its_activity),
		in_work(a_shift_of_its_own_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
