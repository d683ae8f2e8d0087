/* booking_rules_test.c - the house rules, the claim of a slot, and for whom it is. */

#include "base/quarter.h"
#include "booked.h"
#include "booking/booking.h"
#include "fixture.h"

/* ---- the claim ---- */

static void
a_quarter_is_held_only_once(void **state)
{
	assert_allowed(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"));
	sign_in(*state, "neighbour");
	assert_refused(book(*state, "2027-03-01 09:45", "2027-03-01 10:45"), slot_taken);
}

static void
bookings_may_touch(void **state)
{
	assert_allowed(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"));
	assert_allowed(book(*state, "2027-03-01 10:00", "2027-03-01 11:00"));
}

static void
a_venue_may_need_a_gap(void **state)
{
	struct venue venue = a_venue(*state);

	venue.gap_quarters = 1;
	assert_allowed(book_room(*state, &venue, draft("2027-03-01 09:00", "2027-03-01 10:00")));
	assert_refused(book(*state, "2027-03-01 10:00", "2027-03-01 11:00"), slot_taken);
	assert_allowed(book(*state, "2027-03-01 10:15", "2027-03-01 11:15"));
}

static void
a_gap_may_pass_closing_time(void **state)
{
	struct venue venue = a_venue(*state);

	venue.gap_quarters = 2;
	assert_allowed(book_room(*state, &venue, draft("2027-03-01 19:30", "2027-03-01 20:30")));
}

static void
a_half_shuts_the_hall_and_leaves_the_other_half(void **state)
{
	assert_allowed(book_at(*state, "sports-park-basketball-east", "2027-03-01 09:00",
			       "2027-03-01 10:00"));
	assert_refused(
		book_at(*state, "sports-park-basketball", "2027-03-01 09:00", "2027-03-01 10:00"),
		slot_taken);
	assert_allowed(book_at(*state, "sports-park-basketball-west", "2027-03-01 09:00",
			       "2027-03-01 10:00"));
}

static void
a_hall_shuts_both_halves(void **state)
{
	assert_allowed(
		book_at(*state, "sports-park-basketball", "2027-03-01 09:00", "2027-03-01 10:00"));
	assert_refused(book_at(*state, "sports-park-basketball-east", "2027-03-01 09:30",
			       "2027-03-01 10:30"),
		       slot_taken);
	assert_refused(book_at(*state, "sports-park-basketball-west", "2027-03-01 09:30",
			       "2027-03-01 10:30"),
		       slot_taken);
}

static void
what_is_taken_comes_with_three_alternatives(void **state)
{
	const struct alternative *other;
	size_t count = 0;

	assert_allowed(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"));
	sign_in(*state, "neighbour");
	other = book(*state, "2027-03-01 09:00", "2027-03-01 10:00")->alternatives;
	for (; id_given(other[count].venue_id); count++) {
		struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
		struct venue venue;

		asked.start_quarter = other[count].start_quarter;
		asked.end_quarter = other[count].end_quarter;
		assert_allowed(venue_find(*state, other[count].venue_id, &venue));
		assert_allowed(book_room(*state, &venue, asked));
		sign_in(*state, count == 0 ? "resident" : "volunteer");
	}
	assert_int_equal(count, 3);
}

static void
alternatives_are_the_nearest_times(void **state)
{
	const struct alternative *other;

	assert_allowed(book(*state, "2027-03-01 10:00", "2027-03-01 12:00"));
	sign_in(*state, "neighbour");
	other = book(*state, "2027-03-01 10:45", "2027-03-01 11:45")->alternatives;
	assert_int_equal(other[0].start_quarter, at("2027-03-01 12:00"));
	assert_int_equal(other[1].start_quarter, at("2027-03-01 09:00"));
}

/* ---- the rules ---- */

static void
the_past_cannot_be_booked(void **state)
{
	assert_refused(book(*state, "2027-02-28 11:45", "2027-02-28 12:45"), already_past);
	assert_allowed(book(*state, "2027-02-28 12:00", "2027-02-28 13:00"));
}

static void
a_booking_ends_after_it_starts(void **state)
{
	assert_refused(book(*state, "2027-03-01 10:00", "2027-03-01 10:00"), too_short_or_long);
	assert_refused(book(*state, "2027-03-01 10:00", "2027-03-01 09:00"), too_short_or_long);
}

static void
a_booking_is_neither_too_short_nor_too_long(void **state)
{
	assert_refused(book(*state, "2027-03-01 10:00", "2027-03-01 10:45"), too_short_or_long);
	assert_refused(book(*state, "2027-03-01 10:00", "2027-03-01 14:15"), too_short_or_long);
	assert_allowed(book(*state, "2027-03-01 10:00", "2027-03-01 14:00"));
}

static void
sport_goes_by_half_hours(void **state)
{
	assert_refused(
		book_at(*state, "sports-park-badminton-1", "2027-03-01 09:15", "2027-03-01 10:15"),
		off_grid);
	assert_allowed(
		book_at(*state, "sports-park-badminton-1", "2027-03-01 09:30", "2027-03-01 10:30"));
}

static void
a_day_opens_to_the_second(void **state)
{
	struct work *work = *state;

	work->now = quarter_time(at("2027-03-01 07:00")) - 1;
	assert_refused(book(work, "2027-03-07 10:00", "2027-03-07 11:00"), too_early);
	work->now++;
	assert_allowed(book(work, "2027-03-07 10:00", "2027-03-07 11:00"));
}

static void
too_early_says_when_it_clears(void **state)
{
	const struct refusal *refusal = book(*state, "2027-03-10 10:00", "2027-03-10 11:00");

	assert_refused(refusal, too_early);
	for (const struct finding *finding = refusal->findings; finding->rule; finding++)
		if (!finding->passed)
			assert_int_equal(finding->clears_at, quarter_time(at("2027-03-04 07:00")));
}

static void
the_nearest_setting_holds(void **state)
{
	struct venue venue = a_venue(*state);

	set(*state, &venue_window_days, venue.centre_id, 1);
	assert_refused(book(*state, "2027-03-02 09:00", "2027-03-02 10:00"), too_early);
	set(*state, &venue_window_days, venue.id, 2);
	assert_allowed(book(*state, "2027-03-02 09:00", "2027-03-02 10:00"));
}

static void
a_closed_centre_cannot_be_booked(void **state)
{
	assert_refused(book(*state, "2027-03-01 08:00", "2027-03-01 09:00"), outside_hours);
	assert_refused(book(*state, "2027-03-01 20:00", "2027-03-01 21:00"), outside_hours);
}

static void
nobody_books_through_a_midday_break(void **state)
{
	execute(*state,
		"UPDATE opening SET until_minute = 720 WHERE day_type = 'workday' AND node_id = "
		"(SELECT id FROM centre WHERE centre_key = 'sports-park')");
	execute(*state, "INSERT INTO opening (node_id, day_type, from_minute, until_minute) "
			"SELECT id, 'workday', 810, 1200 FROM centre "
			"WHERE centre_key = 'sports-park'");
	assert_refused(book(*state, "2027-03-01 11:30", "2027-03-01 14:00"), outside_hours);
	assert_allowed(book(*state, "2027-03-01 11:00", "2027-03-01 12:00"));
	assert_allowed(book(*state, "2027-03-01 13:30", "2027-03-01 14:30"));
}

static void
nobody_is_left_standing(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue venue = a_venue(*state);

	asked.people = venue.seats + 1;
	assert_refused(book_room(*state, &venue, asked), too_many_people);
	asked.people = venue.seats;
	assert_allowed(book_room(*state, &venue, asked));
}

static void
a_centre_under_repair_takes_no_bookings(void **state)
{
	execute(*state, "UPDATE centre SET status = 'renovating' WHERE centre_key = 'sports-park'");
	assert_refused(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"), centre_not_open);
}

static void
a_refusal_lists_every_rule_that_failed(void **state)
{
	const struct refusal *refusal = book(*state, "2027-02-28 07:00", "2027-02-28 07:30");

	assert_refused(refusal, too_short_or_long);
	assert_int_equal(failed(refusal->findings), 3);
}

static void
a_preview_says_what_a_booking_would(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");

	assert_allowed(findings_refusal(*state, preview(*state, asked)));
	a_booking(*state, asked);
	sign_in(*state, "neighbour");
	assert_refused(findings_refusal(*state, preview(*state, asked)), slot_taken);
}

static void
a_preview_writes_nothing(void **state)
{
	const char *held = "SELECT COUNT(*) FROM venue_quarter";
	int64_t before = number_of(*state, held);

	preview(*state, draft("2027-03-01 09:00", "2027-03-01 10:00"));
	assert_int_equal(number_of(*state, held), before);
}

/* ---- requests ---- */

static void
a_venue_may_want_to_decide(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue venue = a_venue(*state);
	struct booking booking;

	venue.needs_approval = true;
	assert_allowed(booking_make(*state, &venue, &asked, &booking));
	assert_ptr_equal(booking.status, &booking_requested);
}

static void
a_request_holds_nothing(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue venue = a_venue(*state);

	venue.needs_approval = true;
	assert_allowed(book_room(*state, &venue, asked));
	assert_allowed(book_room(*state, &venue, asked));
	assert_allowed(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"));
	sign_in(*state, "neighbour");
	assert_refused(book_room(*state, &venue, asked), slot_taken);
}

/* ---- for whom ---- */

static void
a_booking_belongs_to_the_person_it_is_for(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");

	asked.person_id = person(*state, "child");
	assert_true(id_same(a_booking(*state, asked).person_id, person(*state, "child")));
}

static void
a_stranger_cannot_be_booked_for(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue venue = a_venue(*state);
	const struct refusal *refusal;

	asked.person_id = person(*state, "neighbour");
	refusal = book_room(*state, &venue, asked);
	assert_refused(refusal, refused_missing);
	assert_string_equal(refusal->field, "for");
}

static void
an_organisation_that_is_not_there_is_missing(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue venue = a_venue(*state);
	const struct refusal *refusal;

	asked.organisation_id = person(*state, "neighbour");
	refusal = book_room(*state, &venue, asked);
	assert_refused(refusal, refused_missing);
	assert_string_equal(refusal->field, "organisation");
}

static void
nobody_is_in_two_rooms_unless_asked(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:30", "2027-03-01 10:30");
	struct venue dance = venue_at(*state, "sports-park-dance");
	struct booking first = on_monday(*state);
	const struct refusal *refusal = book_room(*state, &dance, asked);

	assert_refused(refusal, clash);
	assert_true(id_same(refusal->clashes[0].thing_id, first.id));
	assert_false(id_given(refusal->clashes[1].thing_id));
	asked.keep_both = true;
	assert_allowed(book_room(*state, &dance, asked));
}

static void
to_keep_both_helps_nobody_where_the_slot_is_taken(void **state)
{
	on_monday(*state);
	assert_refused(book(*state, "2027-03-01 09:00", "2027-03-01 10:00"), slot_taken);
}

static void
a_mother_and_her_child_may_be_in_two_rooms(void **state)
{
	struct booking_draft asked = draft("2027-03-01 09:00", "2027-03-01 10:00");
	struct venue dance = venue_at(*state, "sports-park-dance");

	on_monday(*state);
	asked.person_id = person(*state, "child");
	assert_allowed(book_room(*state, &dance, asked));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_quarter_is_held_only_once),
		in_work(bookings_may_touch),
		in_work(a_venue_may_need_a_gap),
		in_work(a_gap_may_pass_closing_time),
		in_work(a_half_shuts_the_hall_and_leaves_the_other_half),
		in_work(a_hall_shuts_both_halves),
		in_work(what_is_taken_comes_with_three_alternatives),
		in_work(alternatives_are_the_nearest_times),
		in_work(the_past_cannot_be_booked),
		in_work(a_booking_ends_after_it_starts),
		in_work(a_booking_is_neither_too_short_nor_too_long),
		in_work(sport_goes_by_half_hours),
		in_work(a_day_opens_to_the_second),
		in_work(too_early_says_when_it_clears),
		in_work(the_nearest_setting_holds),
		in_work(a_closed_centre_cannot_be_booked),
		in_work(nobody_books_through_a_midday_break),
		in_work(nobody_is_left_standing),
		in_work(a_centre_under_repair_takes_no_bookings),
		in_work(a_refusal_lists_every_rule_that_failed),
		in_work(a_preview_says_what_a_booking_would),
		in_work(a_preview_writes_nothing),
		in_work(a_venue_may_want_to_decide),
		in_work(a_request_holds_nothing),
		in_work(a_booking_belongs_to_the_person_it_is_for),
		in_work(a_stranger_cannot_be_booked_for),
		in_work(an_organisation_that_is_not_there_is_missing),
		in_work(nobody_is_in_two_rooms_unless_asked),
		in_work(to_keep_both_helps_nobody_where_the_slot_is_taken),
		in_work(a_mother_and_her_child_may_be_in_two_rooms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
