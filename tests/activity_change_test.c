/* activity_change_test.c - what is held: changed and cancelled, with all who take part. */

#include "activity/activity.h"

#include <string.h>

#include "activity/activity_follow.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booked.h"
#include "diary/diary.h"
#include "fixture.h"
#include "held.h"
#include "site/site.h"

static int64_t
quarters_held(struct work *work, const struct activity *activity)
{
	return number_of(work, text(work,
				    "SELECT COUNT(*) FROM venue_quarter"
				    " WHERE holder = 'activity' AND holder_id = %ld",
				    activity->id.value));
}

/* ---- changing ---- */

static const struct refusal *
change(struct work *work, struct activity *activity, struct activity_draft asked)
{
	sign_in(work, "manager");
	return activity_change(work, activity, &asked);
}

static const struct refusal *
move_to(struct work *work, struct activity *activity, const char *start, const char *end)
{
	struct activity_draft asked = activity_as_draft(activity);

	asked.start_quarter = at(start);
	asked.end_quarter = at(end);
	return change(work, activity, asked);
}

static void
moving_takes_the_room_along(void **state)
{
	struct activity activity = held(*state, 10);

	assert_allowed(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"));
	assert_int_equal(quarters_held(*state, &activity), 6);
	assert_int_equal(activity.start_quarter, at("2027-03-06 11:00"));
	assert_int_equal(activity.closes_quarter, at("2027-03-06 11:00"));
	sign_in(*state, "resident");
	assert_allowed(book(*state, "2027-03-06 10:00", "2027-03-06 11:00"));
}

static void
moving_to_where_the_room_is_taken_is_refused(void **state)
{
	struct activity activity = held(*state, 10);

	assert_allowed(book(*state, "2027-03-06 12:00", "2027-03-06 13:00"));
	assert_refused(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"),
		       slot_taken);
}

static void
who_changes_an_old_version_is_told(void **state)
{
	struct activity activity = held(*state, 10), old = activity;
	struct activity_draft asked = activity_as_draft(&activity);

	assert_allowed(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"));
	assert_refused(activity_change(*state, &activity, &asked), refused_stale);
	asked.version = 0;
	assert_refused(activity_change(*state, &old, &asked), refused_stale);
}

static void
what_has_begun_stays_as_it_is(void **state)
{
	struct work *work = *state;
	struct activity activity = held(work, 10);

	work->now = quarter_time(at("2027-03-06 10:15"));
	assert_allowed(activity_find(work, activity.id, &activity));
	assert_refused(move_to(work, &activity, "2027-03-06 11:00", "2027-03-06 12:30"),
		       activity_begun);
	assert_refused(activity_cancel(work, &activity, "Rain"), activity_begun);
}

static void
those_who_take_part_move_along_and_are_told_once(void **state)
{
	struct activity activity = held(*state, 10);
	struct id mine = seated(*state, &activity, "resident", "registered");
	size_t count;
	struct diary_item *items;

	seated(*state, &activity, "child", "registered");
	seated(*state, &activity, "neighbour", "waiting");
	assert_allowed(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"));
	sign_in(*state, "resident");
	items = diary_between(*state, at("2027-03-06 12:00"), at("2027-03-06 13:00"), &count);
	assert_int_equal(count, 2);
	assert_true(id_same(items[0].thing_id, mine) || id_same(items[1].thing_id, mine));
	assert_int_equal(items[0].sequence, 1);
	assert_int_equal(number_of(*state, "SELECT COUNT(*) FROM letter"
					   " WHERE letter = 'activity_changed'"),
			 2);
}

static struct activity
offering(struct work *work, struct activity *activity, int64_t places,
	 const struct refusal **refusal)
{
	struct activity_draft asked = activity_as_draft(activity);

	asked.places = places;
	*refusal = change(work, activity, asked);
	return *activity;
}

static void
fewer_places_than_are_taken_are_refused_with_the_number(void **state)
{
	struct activity activity = held(*state, 10);
	const struct refusal *refusal;

	seated(*state, &activity, "resident", "registered");
	seated(*state, &activity, "neighbour", "registered");
	assert_allowed(activity_find(*state, activity.id, &activity));
	offering(*state, &activity, 1, &refusal);
	assert_refused(refusal, places_taken);
	assert_non_null(strstr(refusal_message(refusal), "2 places"));
	assert_allowed(activity_find(*state, activity.id, &activity));
	assert_int_equal(offering(*state, &activity, 2, &refusal).places_left, 0);
	assert_allowed(refusal);
}

static void
more_places_are_for_those_who_wait(void **state)
{
	struct activity activity = held(*state, 1);
	const struct refusal *refusal;

	seated(*state, &activity, "resident", "registered");
	seated(*state, &activity, "neighbour", "waiting");
	assert_allowed(activity_find(*state, activity.id, &activity));
	assert_int_equal(offering(*state, &activity, 4, &refusal).places_left, 0);
	assert_allowed(refusal);
	assert_int_equal(number_of(*state, text(*state,
						"SELECT freed FROM activity_places"
						" WHERE activity_id = %ld",
						activity.id.value)),
			 3);
}

static void
a_way_of_taking_part_goes_only_when_nobody_has_a_place_there(void **state)
{
	struct activity activity = held(*state, 10);
	struct activity_draft asked = activity_as_draft(&activity);

	asked.mode = &mode_both;
	asked.online_places = 50;
	assert_allowed(change(*state, &activity, asked));
	assert_ptr_equal(activity.mode, &mode_both);
	asked = activity_as_draft(&activity);
	asked.mode = &mode_onsite;
	assert_allowed(change(*state, &activity, asked));
	seated(*state, &activity, "resident", "registered");
	asked = activity_as_draft(&activity);
	asked.mode = &mode_online;
	asked.online_places = 50;
	assert_refused(change(*state, &activity, asked), places_taken);
}

/* ---- cancelling ---- */

static void
cancelling_gives_back_all_and_tells_everybody_once(void **state)
{
	struct activity activity = held(*state, 10);
	size_t count;

	seated(*state, &activity, "resident", "registered");
	seated(*state, &activity, "child", "registered");
	seated(*state, &activity, "neighbour", "waiting");
	sign_in(*state, "manager");
	assert_refused(activity_cancel(*state, &activity, NULL), reason_needed);
	assert_allowed(activity_cancel(*state, &activity, "The teacher is ill"));
	assert_allowed(activity_cancel(*state, &activity, "Again"));
	assert_string_equal(activity.reason, "The teacher is ill");
	assert_int_equal(quarters_held(*state, &activity), 0);
	assert_int_equal(number_of(*state, "SELECT COUNT(*) FROM letter"
					   " WHERE letter = 'activity_cancelled'"),
			 2);
	sign_in(*state, "resident");
	diary_between(*state, activity.start_quarter, activity.end_quarter, &count);
	assert_int_equal(count, 0);
}

static void
nobody_takes_a_place_of_what_is_cancelled(void **state)
{
	struct activity activity = held(*state, 10);

	sign_in(*state, "manager");
	assert_allowed(activity_cancel(*state, &activity, "Rain"));
	assert_int_equal(number_of(*state, text(*state,
						"SELECT is_open FROM activity_places"
						" WHERE activity_id = %ld",
						activity.id.value)),
			 0);
	assert_refused(activity_publish(*state, &activity), activity_closed);
}

static void
a_draft_is_thrown_away_without_a_reason(void **state)
{
	struct activity activity = drafted(*state, class_for(*state, 10));

	assert_refused(activity_cancel(*state, &activity, "Rain"), refused_forbidden);
	sign_in(*state, "manager");
	assert_allowed(activity_cancel(*state, &activity, NULL));
}

/* ---- followers ---- */

static const char *told;

static const struct refusal *
note_move(struct work *work, const struct activity *was, const struct activity *activity)
{
	told = text(work, "moved by %ld", activity->start_quarter - was->start_quarter);
	return NULL;
}

static const struct refusal *
refuse_move(struct work *work, const struct activity *was, const struct activity *activity)
{
	(void)work, (void)was, (void)activity;
	return &slot_taken;
}

static void
note_end(struct work *work, const struct activity *activity)
{
	told = text(work, "cancelled: %s", activity->reason);
}

static const struct follower noting = { "noting", note_move, note_end };
static const struct follower refusing = { "refusing", refuse_move, note_end };

static int
forget_followers(void **state)
{
	activity_followed_by(site_followers);
	return undo_work(state);
}

static void
followers_hear_of_a_move_and_of_the_end(void **state)
{
	static const struct follower *const all[] = { &noting, NULL };
	struct activity activity = held(*state, 10);

	activity_followed_by(all);
	assert_allowed(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"));
	assert_string_equal(told, "moved by 4");
	assert_allowed(activity_cancel(*state, &activity, "Rain"));
	assert_string_equal(told, "cancelled: Rain");
}

static void
a_follower_who_cannot_move_keeps_all_where_it_is(void **state)
{
	static const struct follower *const all[] = { &refusing, NULL };
	struct activity activity = held(*state, 10);

	activity_followed_by(all);
	assert_refused(move_to(*state, &activity, "2027-03-06 11:00", "2027-03-06 12:30"),
		       slot_taken);
}

#define followed(test) cmocka_unit_test_setup_teardown(test, begin_work, forget_followers)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(moving_takes_the_room_along),
		in_work(moving_to_where_the_room_is_taken_is_refused),
		in_work(who_changes_an_old_version_is_told),
		in_work(what_has_begun_stays_as_it_is),
		in_work(those_who_take_part_move_along_and_are_told_once),
		in_work(fewer_places_than_are_taken_are_refused_with_the_number),
		in_work(more_places_are_for_those_who_wait),
		in_work(a_way_of_taking_part_goes_only_when_nobody_has_a_place_there),
		in_work(cancelling_gives_back_all_and_tells_everybody_once),
		in_work(nobody_takes_a_place_of_what_is_cancelled),
		in_work(a_draft_is_thrown_away_without_a_reason),
		followed(followers_hear_of_a_move_and_of_the_end),
		followed(a_follower_who_cannot_move_keeps_all_where_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
