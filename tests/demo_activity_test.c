/* demo_activity_test.c - the demonstration holds activities of every field, in rooms of its own. */

#include <string.h>

#include "activity/activity.h"
#include "base/conf.h"
#include "base/quarter.h"
#include "base/text.h"
#include "demo/parts.h"
#include "fixture.h"

/* On the Wednesday on which the demonstration itself is loaded. */
static struct demo_activities
loaded(struct work *work)
{
	work->now = quarter_time(at("2026-11-25 06:00"));
	return demo_activities(work, text(work, "%s/demo", conf.data_dir));
}

static void
every_field_has_something_over_and_to_come(void **state)
{
	static const char query[] = "SELECT COUNT(DISTINCT field_key) FROM activity"
				    " WHERE status = 'published' AND start_quarter %s %ld";
	struct work *work = *state;
	int64_t now = at("2026-11-25 06:00");

	loaded(work);
	assert_int_equal(number_of(work, text(work, query, "<", now)), 8);
	assert_int_equal(number_of(work, text(work, query, ">", now)), 8);
}

static void
whatever_is_published_on_the_spot_holds_its_room(void **state)
{
	struct work *work = *state;

	assert_true(loaded(work).count > 200);
	assert_int_equal(number_of(work,
				   "SELECT COUNT(*) FROM activity WHERE status = 'published'"
				   " AND venue_id IS NOT NULL AND NOT EXISTS"
				   " (SELECT 1 FROM venue_quarter WHERE holder_id = activity.id"
				   "  AND quarter = start_quarter)"),
			 0);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM venue_quarter JOIN activity"
					 " ON activity.id = holder_id WHERE status <> 'published'"),
			 0);
}

static void
drafts_and_cancelled_dates_are_to_be_seen(void **state)
{
	struct work *work = *state;

	loaded(work);
	assert_true(number_of(work, "SELECT COUNT(*) FROM activity WHERE status = 'draft'") > 0);
	assert_true(number_of(work, "SELECT COUNT(*) FROM activity WHERE status = 'cancelled'") >
		    0);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM activity_places JOIN activity"
					 " ON activity.id = activity_id"
					 " WHERE is_open = 1 AND status <> 'published'"),
			 0);
}

static void
the_lantern_festival_is_over_and_was_held_both_ways(void **state)
{
	struct demo_activities held = loaded(*state);
	struct activity activity;

	assert_allowed(activity_find(*state, held.all[held.count - 1].id, &activity));
	assert_string_equal(activity.title, "Lantern Festival riddles");
	assert_ptr_equal(activity.status, &activity_done);
	assert_ptr_equal(activity.mode, &mode_both);
	assert_true(activity.places >= 236 && activity.online_places >= 178);
	assert_true(id_same(activity.centre_id, centre_at(*state, "fenghuangtai")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(every_field_has_something_over_and_to_come),
		in_work(whatever_is_published_on_the_spot_holds_its_room),
		in_work(drafts_and_cancelled_dates_are_to_be_seen),
		in_work(the_lantern_festival_is_over_and_was_held_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
