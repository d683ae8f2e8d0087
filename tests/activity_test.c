/* activity_test.c - what is held: made, seen and published. */

#include "activity/activity.h"

#include <string.h>

#include "base/quarter.h"
#include "base/text.h"
#include "booked.h"
#include "fixture.h"
#include "held.h"

/* ---- seeing ---- */

static void
a_draft_is_found_by_those_who_run_the_activities_of_its_centre(void **state)
{
	struct id id = drafted(*state, class_for(*state, 10)).id;
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
	struct id id = held(*state, 10).id;
	struct activity activity;

	sign_out(*state);
	assert_allowed(activity_find(*state, id, &activity));
	assert_string_equal(activity.title, "Paper cutting");
	assert_int_equal(activity.places_left, 10);
	assert_ptr_equal(activity.mode, &mode_onsite);
}

static void
the_clock_tells_what_is_on_and_what_is_over(void **state)
{
	struct work *work = *state;
	struct id id = held(work, 10).id;
	struct activity activity;

	work->now = quarter_time(at("2027-03-06 10:00"));
	assert_allowed(activity_find(work, id, &activity));
	assert_ptr_equal(activity.status, &activity_running);
	work->now = quarter_time(at("2027-03-06 11:30"));
	assert_allowed(activity_find(work, id, &activity));
	assert_ptr_equal(activity.status, &activity_done);
	assert_true(activity_is_on(&activity));
}

/* ---- making ---- */

static const struct refusal *
make(struct work *work, struct activity_draft asked)
{
	struct activity *made;
	size_t count;

	sign_in(work, "manager");
	return activity_make(work, &asked, &made, &count);
}

static void
only_those_who_run_the_centre_make_drafts(void **state)
{
	struct activity_draft asked = class_for(*state, 10);
	struct activity *made;
	size_t count;

	assert_refused(activity_make(*state, &asked, &made, &count), refused_forbidden);
	sign_in(*state, "manager elsewhere");
	assert_refused(activity_make(*state, &asked, &made, &count), refused_forbidden);
	asked.centre_id = id_new();
	assert_refused(make(*state, asked), refused_missing);
}

static void
a_draft_that_cannot_be_held_is_refused(void **state)
{
	struct activity_draft asked = class_for(*state, 10);

	asked.end_quarter = asked.start_quarter;
	assert_refused(make(*state, asked), ends_before_start);
	asked = class_for(*state, 0);
	assert_refused(make(*state, asked), no_places);
	asked = class_for(*state, 10);
	asked.start_quarter -= 96 * 10;
	asked.end_quarter -= 96 * 10;
	assert_refused(make(*state, asked), already_past);
	asked = class_for(*state, 10);
	asked.min_age = 12;
	asked.max_age = 6;
	assert_refused(make(*state, asked), ages_swapped);
	asked = class_for(*state, 10);
	asked.field = "nonsense";
	assert_refused(make(*state, asked), unknown_field);
	asked = class_for(*state, 10);
	asked.online_link = "javascript:alert(1)";
	assert_refused(make(*state, asked), link_malformed);
}

/* The table of numbers with which quarters are held has an end. */
static void
nothing_is_made_years_ahead(void **state)
{
	struct activity_draft asked = class_for(*state, 10);

	asked.start_quarter += 96L * 800;
	asked.end_quarter += 96L * 800;
	assert_refused(make(*state, asked), too_far_ahead);
}

static void
a_room_seats_all_places_on_the_spot(void **state)
{
	int64_t seats = venue_at(*state, "sports-park-reading").seats;

	assert_allowed(make(*state, class_for(*state, seats)));
	assert_refused(make(*state, class_for(*state, seats + 1)), room_too_small);
}

static void
what_is_online_alone_needs_no_room(void **state)
{
	struct activity_draft asked = class_for(*state, 0);
	struct activity activity;

	asked.venue_id = (struct id){ 0 };
	asked.places = 10;
	assert_refused(make(*state, asked), room_needed);
	asked.mode = &mode_online;
	asked.online_places = 500;
	activity = published(*state, asked);
	assert_ptr_equal(activity.mode, &mode_online);
	assert_int_equal(activity.places, 0);
	assert_int_equal(activity.online_places_left, 500);
	assert_null(activity.venue_name);
}

static void
another_centres_room_is_not_there(void **state)
{
	struct activity_draft asked = class_for(*state, 10);

	asked.venue_id = venue_at(*state, "fenghuangtai-hall").id;
	assert_refused(make(*state, asked), refused_missing);
}

/* ---- publishing ---- */

static int64_t
quarters_held(struct work *work, const struct activity *activity)
{
	return number_of(work, text(work,
				    "SELECT COUNT(*) FROM venue_quarter"
				    " WHERE holder = 'activity' AND holder_id = %ld",
				    activity->id.value));
}

static void
publishing_holds_the_room(void **state)
{
	struct activity activity = drafted(*state, class_for(*state, 10));

	assert_int_equal(quarters_held(*state, &activity), 0);
	sign_in(*state, "manager");
	assert_allowed(activity_publish(*state, &activity));
	assert_int_equal(quarters_held(*state, &activity), 6);
	assert_ptr_equal(activity.status, &activity_published);
	sign_in(*state, "neighbour");
	assert_refused(book(*state, "2027-03-06 10:30", "2027-03-06 11:30"), slot_taken);
}

static void
a_room_that_is_taken_leaves_the_draft(void **state)
{
	struct activity activity = drafted(*state, class_for(*state, 10));
	const struct refusal *refusal;

	assert_allowed(book(*state, "2027-03-06 11:00", "2027-03-06 12:00"));
	sign_in(*state, "manager");
	refusal = activity_publish(*state, &activity);
	assert_refused(refusal, slot_taken);
	assert_non_null(strstr(refusal_message(refusal), "6 Mar"));
	assert_true(id_given(refusal->alternatives[0].venue_id));
	assert_int_equal(quarters_held(*state, &activity), 0);
	assert_allowed(activity_find(*state, activity.id, &activity));
	assert_ptr_equal(activity.status, &activity_draft);
}

static void
publishing_twice_is_publishing_once(void **state)
{
	struct activity activity = held(*state, 10);
	int64_t version = activity.version;

	sign_in(*state, "manager");
	assert_allowed(activity_publish(*state, &activity));
	assert_int_equal(activity.version, version);
	sign_in(*state, "resident");
	assert_refused(activity_publish(*state, &activity), refused_forbidden);
}

/* ---- repetition ---- */

static size_t
dates_of(struct work *work, const char *rule, struct activity **made)
{
	struct activity_draft asked = class_for(work, 10);
	size_t count;

	asked.rrule = rule;
	sign_in(work, "manager");
	assert_allowed(activity_make(work, &asked, made, &count));
	return count;
}

static void
a_rule_makes_the_dates_of_a_series(void **state)
{
	struct activity *made;

	assert_int_equal(dates_of(*state, "FREQ=WEEKLY;COUNT=4", &made), 4);
	assert_int_equal(made[3].start_quarter, at("2027-03-27 10:00"));
	assert_int_equal(made[3].end_quarter, at("2027-03-27 11:30"));
	assert_true(id_same(made[0].series_id, made[3].series_id));
	assert_int_equal(dates_of(*state, "FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270601", &made), 3);
	assert_int_equal(made[2].start_quarter, at("2027-05-01 10:00"));
}

/* Midnight of UTC is eight o'clock in the morning. */
static void
the_end_of_a_rule_is_a_day_or_a_moment(void **state)
{
	struct activity *made;

	assert_int_equal(dates_of(*state, "FREQ=DAILY;UNTIL=20270308", &made), 3);
	assert_int_equal(dates_of(*state, "FREQ=DAILY;UNTIL=20270308T020000Z", &made), 3);
	assert_int_equal(dates_of(*state, "FREQ=DAILY;UNTIL=20270308T015959Z", &made), 2);
}

static const struct refusal *
repeat(struct work *work, const char *rule)
{
	struct activity_draft asked = class_for(work, 10);

	asked.rrule = rule;
	return make(work, asked);
}

static void
a_rule_without_end_or_sense_is_refused(void **state)
{
	assert_refused(repeat(*state, "FREQ=WEEKLY"), rule_malformed);
	assert_refused(repeat(*state, "FREQ=HOURLY;COUNT=3"), rule_malformed);
	assert_refused(repeat(*state, "FREQ=WEEKLY;COUNT=3;BYSECOND=1"), rule_malformed);
	assert_refused(repeat(*state, "nonsense"), rule_malformed);
	assert_refused(repeat(*state, "FREQ=WEEKLY;COUNT=x"), rule_malformed);
	assert_refused(repeat(*state, "FREQ=WEEKLY;UNTIL=20270101"), rule_malformed);
	assert_refused(repeat(*state, "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12;COUNT=2"),
		       too_many_dates);
}

static void
a_series_has_fifty_two_dates_within_a_year(void **state)
{
	struct activity *made;

	assert_int_equal(dates_of(*state, "FREQ=WEEKLY;COUNT=52", &made), 52);
	assert_refused(repeat(*state, "FREQ=DAILY;COUNT=53"), too_many_dates);
	assert_refused(repeat(*state, "FREQ=MONTHLY;COUNT=14"), too_many_dates);
}

static void
a_series_is_published_as_a_whole_or_not_at_all(void **state)
{
	struct activity *made;
	const struct refusal *refusal;
	size_t count;

	dates_of(*state, "FREQ=WEEKLY;COUNT=3", &made);
	assert_allowed(activity_publish_series(*state, &made[0]));
	assert_int_equal(quarters_held(*state, &made[2]), 6);

	count = dates_of(*state, "FREQ=WEEKLY;COUNT=5", &made);
	refusal = activity_publish_series(*state, &made[0]);
	assert_refused(refusal, slot_taken);
	assert_int_equal(quarters_held(*state, &made[count - 1]), 0);
}

static void
the_date_whose_room_is_taken_is_named(void **state)
{
	struct activity *made;
	struct activity_draft once = class_for(*state, 10);

	once.start_quarter = at("2027-03-20 10:30");
	once.end_quarter = at("2027-03-20 11:00");
	published(*state, once);
	dates_of(*state, "FREQ=WEEKLY;COUNT=4", &made);
	assert_non_null(
		strstr(refusal_message(activity_publish_series(*state, &made[0])), "20 Mar"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_draft_is_found_by_those_who_run_the_activities_of_its_centre),
		in_work(what_is_published_is_found_by_everybody),
		in_work(the_clock_tells_what_is_on_and_what_is_over),
		in_work(only_those_who_run_the_centre_make_drafts),
		in_work(a_draft_that_cannot_be_held_is_refused),
		in_work(nothing_is_made_years_ahead),
		in_work(a_room_seats_all_places_on_the_spot),
		in_work(what_is_online_alone_needs_no_room),
		in_work(another_centres_room_is_not_there),
		in_work(publishing_holds_the_room),
		in_work(a_room_that_is_taken_leaves_the_draft),
		in_work(publishing_twice_is_publishing_once),
		in_work(a_rule_makes_the_dates_of_a_series),
		in_work(the_end_of_a_rule_is_a_day_or_a_moment),
		in_work(a_rule_without_end_or_sense_is_refused),
		in_work(a_series_has_fifty_two_dates_within_a_year),
		in_work(a_series_is_published_as_a_whole_or_not_at_all),
		in_work(the_date_whose_room_is_taken_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
