/* activity_test.c - what is held: seen by whom, and when. */

#include "activity/activity.h"

#include "base/quarter.h"
#include "fixture.h"
#include "held.h"

static void
a_draft_is_found_by_those_who_run_the_activities_of_its_centre(void **state)
{
	struct id id = drafted(*state, 30).id;
	struct activity activity;

	assert_refused(activity_find(*state, id, &activity), refused_missing);
	sign_in(*state, "desk");
	assert_refused(activity_find(*state, id, &activity), refused_missing);
	sign_in(*state, "manager elsewhere");
	assert_refused(activity_find(*state, id, &activity), refused_missing);
	sign_in(*state, "district");
	assert_allowed(activity_find(*state, id, &activity));
	assert_ptr_equal(activity.status, &activity_draft);
}

static void
what_is_published_is_found_by_everybody(void **state)
{
	struct id id = held(*state, 30).id;
	struct activity activity;

	sign_out(*state);
	assert_allowed(activity_find(*state, id, &activity));
	assert_string_equal(activity.title, "Paper cutting");
	assert_int_equal(activity.places_left, 30);
	assert_ptr_equal(activity.mode, &mode_onsite);
}

static void
the_clock_tells_what_is_on_and_what_is_over(void **state)
{
	struct work *work = *state;
	struct id id = held(work, 30).id;
	struct activity activity;

	work->now = quarter_time(at("2027-03-06 10:00"));
	assert_allowed(activity_find(work, id, &activity));
	assert_ptr_equal(activity.status, &activity_running);
	work->now = quarter_time(at("2027-03-06 11:30"));
	assert_allowed(activity_find(work, id, &activity));
	assert_ptr_equal(activity.status, &activity_done);
	assert_true(activity_is_on(&activity));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_draft_is_found_by_those_who_run_the_activities_of_its_centre),
		in_work(what_is_published_is_found_by_everybody),
		in_work(the_clock_tells_what_is_on_and_what_is_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
