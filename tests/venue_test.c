/* venue_test.c - what is found, and what of a day is free. */

#include "base/quarter.h"
#include "booking/booking.h"
#include "fixture.h"
#include "venue/venue.h"

static void
hold(struct work *work, const struct venue *venue, const char *start, const char *end)
{
	const struct booking_draft draft = {
		.start_quarter = at(start),
		.end_quarter = at(end),
		.people = 1,
		.purpose = "Chess",
		.keep_both = true,
	};
	struct booking booking;

	assert_allowed(booking_make(work, venue, &draft, &booking));
}

static size_t
found(struct work *work, struct venue_query query)
{
	struct venue *venues;
	size_t count;

	assert_allowed(venue_search(work, &query, &venues, &count));
	return count;
}

static bool
finds(struct work *work, struct venue_query query, struct id id)
{
	struct venue *venues;
	size_t count;

	assert_allowed(venue_search(work, &query, &venues, &count));
	for (size_t i = 0; i < count; i++)
		if (id_same(venues[i].id, id))
			return true;
	return false;
}

static struct venue_query
at_sports_park(struct work *work)
{
	return (struct venue_query){ .centre_id = centre_at(work, "sports-park"), .day = DAY_NONE };
}

static struct venue_day
day_of_venue(struct work *work, const struct venue *venue, const char *day)
{
	struct open_day open = calendar_day(work, venue->centre_id, day_at(day));

	return *venue_days(work, venue, 1, &open);
}

/* ---- the search ---- */

static void
sports_park_has_its_25_rooms(void **state)
{
	assert_int_equal(found(*state, at_sports_park(*state)), 25);
}

static void
a_room_has_all_that_is_asked_for(void **state)
{
	struct venue_query query = at_sports_park(*state);
	size_t with_both;

	query.equipment = "projector";
	assert_true(found(*state, query) > 1);
	query.equipment = "projector,computers";
	with_both = found(*state, query);
	assert_int_equal(with_both, 1);
	query.equipment = "projector,no_such_thing";
	assert_int_equal(found(*state, query), 0);
}

static void
a_room_is_large_enough(void **state)
{
	struct venue_query query = at_sports_park(*state);

	query.people = 60;
	assert_true(finds(*state, query, venue_at(*state, "sports-park-meeting").id));
	query.people = 61;
	assert_false(finds(*state, query, venue_at(*state, "sports-park-meeting").id));
}

static void
step_free_leaves_out_what_has_steps(void **state)
{
	struct venue_query query = at_sports_park(*state);
	struct venue venue = a_venue(*state);

	query.step_free = true;
	assert_true(finds(*state, query, venue.id));
	execute(*state, "UPDATE venue SET step_free = 0");
	assert_false(finds(*state, query, venue.id));
}

static void
with_a_time_only_what_can_be_booked_then(void **state)
{
	struct venue_query query = at_sports_park(*state);
	struct venue venue = a_venue(*state);

	query.start_quarter = at("2027-03-01 09:00");
	query.end_quarter = at("2027-03-01 10:00");
	assert_true(finds(*state, query, venue.id));
	hold(*state, &venue, "2027-03-01 09:30", "2027-03-01 10:30");
	assert_false(finds(*state, query, venue.id));
	query.end_quarter = at("2027-03-01 09:30");
	assert_false(finds(*state, query, venue.id));
}

static void
what_is_closed_or_not_open_for_booking_is_not_found(void **state)
{
	struct venue_query query = at_sports_park(*state);

	query.start_quarter = at("2027-03-01 07:00");
	query.end_quarter = at("2027-03-01 08:00");
	assert_int_equal(found(*state, query), 0);
	query.start_quarter = at("2027-03-20 10:00");
	query.end_quarter = at("2027-03-20 11:00");
	assert_int_equal(found(*state, query), 0);
}

static void
a_centre_under_repair_has_nothing_free(void **state)
{
	struct venue_query query = at_sports_park(*state);

	query.day = day_at("2027-03-01");
	assert_int_equal(found(*state, query), 25);
	execute(*state, "UPDATE centre SET status = 'renovating' WHERE centre_key = 'sports-park'");
	assert_int_equal(found(*state, query), 0);
}

static void
an_end_needs_a_start_before_it(void **state)
{
	struct venue_query query = { .day = DAY_NONE, .end_quarter = at("2027-03-01 10:00") };
	struct venue *venues;
	size_t count;

	assert_refused(venue_search(*state, &query, &venues, &count), impossible_time);
	query.start_quarter = query.end_quarter;
	assert_refused(venue_search(*state, &query, &venues, &count), impossible_time);
}

static void
the_nearest_comes_first_and_ranks_go_up(void **state)
{
	const struct venue_query query = {
		.day = DAY_NONE,
		.near = { 34.7520, 113.7476, true },
	};
	struct venue *venues;
	size_t count;

	assert_allowed(venue_search(*state, &query, &venues, &count));
	assert_true(count > 25);
	for (size_t i = 1; i < count; i++) {
		assert_true(venues[i - 1].distance_m <= venues[i].distance_m);
		assert_int_equal(venues[i].rank, venues[i - 1].rank + 1);
	}
}

static void
a_search_is_read_a_page_at_a_time_both_ways(void **state)
{
	const struct venue_query query = at_sports_park(*state);
	struct cursor cursor = { .rows = 11 };
	struct venue *venues, *page;
	size_t all, count;

	assert_allowed(venue_search(*state, &query, &venues, &all));
	count = all;
	page = venue_page(*state, venues, &cursor, &count);
	assert_int_equal(count, 11);
	cursor.after = page[9].rank;
	count = all;
	page = venue_page(*state, venues, &cursor, &count);
	assert_int_equal(page[0].rank, 11);
	cursor = (struct cursor){ .rows = 11, .backward = true, .after = 11 };
	count = all;
	page = venue_page(*state, venues, &cursor, &count);
	assert_int_equal(count, 10);
	assert_int_equal(page[0].rank, 1);
}

/* ---- the day ---- */

static void
a_day_is_free_from_opening_to_closing(void **state)
{
	struct venue venue = a_venue(*state);
	struct venue_day day = day_of_venue(*state, &venue, "2027-03-01");

	assert_int_equal(day.count, 1);
	assert_int_equal(day.stretches[0].state, SLOT_FREE);
	assert_int_equal(day.stretches[0].start_quarter, at("2027-03-01 08:30"));
	assert_int_equal(day.stretches[0].end_quarter, at("2027-03-01 20:30"));
}

static void
ones_own_is_told_from_what_others_hold(void **state)
{
	struct venue venue = a_venue(*state);
	struct venue_day day;

	hold(*state, &venue, "2027-03-01 10:00", "2027-03-01 11:00");
	day = day_of_venue(*state, &venue, "2027-03-01");
	assert_int_equal(day.count, 3);
	assert_int_equal(day.stretches[1].state, SLOT_MINE);
	assert_true(id_given(day.stretches[1].booking_id));
	sign_in(*state, "neighbour");
	day = day_of_venue(*state, &venue, "2027-03-01");
	assert_int_equal(day.stretches[1].state, SLOT_TAKEN);
	assert_false(id_given(day.stretches[1].booking_id));
}

static void
what_is_past_is_not_free(void **state)
{
	struct venue venue = a_venue(*state);
	struct venue_day day = day_of_venue(*state, &venue, "2027-02-28");

	assert_int_equal(day.stretches[0].state, SLOT_PAST);
	assert_int_equal(day.stretches[1].state, SLOT_FREE);
	assert_int_equal(day.stretches[1].start_quarter, at("2027-02-28 12:00"));
}

static void
a_stretch_that_is_too_short_is_as_good_as_taken(void **state)
{
	struct venue venue = a_venue(*state);
	struct venue_day day;

	hold(*state, &venue, "2027-03-01 09:00", "2027-03-01 10:00");
	day = day_of_venue(*state, &venue, "2027-03-01");
	assert_int_equal(day.stretches[0].state, SLOT_TAKEN);
	assert_int_equal(day.stretches[0].end_quarter, at("2027-03-01 09:00"));
	assert_int_equal(day.free_count, 1);
}

static void
what_is_free_has_the_gap_taken_off(void **state)
{
	struct venue venue = a_venue(*state);
	struct venue_day day;

	venue.gap_quarters = 2;
	hold(*state, &venue, "2027-03-01 12:00", "2027-03-01 13:00");
	day = day_of_venue(*state, &venue, "2027-03-01");
	assert_int_equal(day.stretches[0].end_quarter, at("2027-03-01 11:30"));
	assert_int_equal(day.stretches[day.count - 1].start_quarter, at("2027-03-01 13:30"));
}

static void
a_half_takes_its_time_from_the_hall(void **state)
{
	struct venue hall = venue_at(*state, "sports-park-basketball");
	struct venue east = venue_at(*state, "sports-park-basketball-east");
	struct venue west = venue_at(*state, "sports-park-basketball-west");

	hold(*state, &east, "2027-03-01 10:00", "2027-03-01 11:00");
	assert_null(venue_day_holding(&(struct venue_day){ .count = 0 }, 0, 1));
	for (int i = 0; i < 2; i++) {
		struct venue_day day = day_of_venue(*state, i == 0 ? &hall : &west, "2027-03-01");
		const struct stretch *stretch =
			venue_day_holding(&day, at("2027-03-01 10:00"), at("2027-03-01 11:00"));

		assert_true(i == 0 ? !stretch : stretch != NULL);
	}
}

static void
all_rooms_of_a_centre_are_read_at_once(void **state)
{
	const struct venue_query query = at_sports_park(*state);
	struct venue venue = a_venue(*state);
	struct open_day open = calendar_day(*state, venue.centre_id, day_at("2027-03-01"));
	struct venue *venues;
	struct venue_day *days;
	size_t count, held = 0;

	hold(*state, &venue, "2027-03-01 10:00", "2027-03-01 11:00");
	assert_allowed(venue_search(*state, &query, &venues, &count));
	days = venue_days(*state, venues, count, &open);
	for (size_t i = 0; i < count; i++)
		held += days[i].count > 1;
	assert_int_equal(held, 1);
}

static void
in_the_table_neighbours_alike_are_one(void **state)
{
	struct venue venue = a_venue(*state);
	struct open_day open = calendar_day(*state, venue.centre_id, day_at("2027-03-01"));
	struct venue_day day;
	struct venue_table table;

	hold(*state, &venue, "2027-03-01 10:00", "2027-03-01 12:30");
	sign_in(*state, "neighbour");
	day = day_of_venue(*state, &venue, "2027-03-01");
	table = venue_table(*state, &day, 1, &open);
	assert_int_equal(table.first_hour, at("2027-03-01 08:00"));
	assert_int_equal(table.hour_count, 13);
	assert_int_equal(table.rows[0].cells[2].state, SLOT_TAKEN);
	assert_int_equal(table.rows[0].cells[2].hours, 2);
	assert_int_equal(table.rows[0].cells[3].state, SLOT_FREE);
	assert_true(table.rows[0].cells[3].late);
	assert_int_equal(table.rows[0].cells[3].start_quarter, at("2027-03-01 12:30"));
}

/* ---- availability ---- */

static void
availability_tells_free_and_busy_also_of_the_past(void **state)
{
	struct venue venue = a_venue(*state);
	struct availability availability;

	hold(*state, &venue, "2027-03-01 10:00", "2027-03-01 11:00");
	availability = venue_availability(*state, &venue, day_at("2027-02-28"), 2);
	assert_int_equal(availability.free_count, 3);
	assert_int_equal(availability.free[0].start_quarter, at("2027-02-28 09:00"));
	assert_int_equal(availability.busy_count, 1);
	assert_int_equal(availability.busy[0].end_quarter, at("2027-03-01 11:00"));
	assert_true(availability.unpublished);
}

static void
a_closed_day_has_nothing_free(void **state)
{
	struct venue venue = a_venue(*state);
	struct availability availability =
		venue_availability(*state, &venue, day_at("2026-10-01"), 1);

	assert_int_equal(availability.free_count, 0);
	assert_false(availability.unpublished);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(sports_park_has_its_25_rooms),
		in_work(a_room_has_all_that_is_asked_for),
		in_work(a_room_is_large_enough),
		in_work(step_free_leaves_out_what_has_steps),
		in_work(with_a_time_only_what_can_be_booked_then),
		in_work(what_is_closed_or_not_open_for_booking_is_not_found),
		in_work(a_centre_under_repair_has_nothing_free),
		in_work(an_end_needs_a_start_before_it),
		in_work(the_nearest_comes_first_and_ranks_go_up),
		in_work(a_search_is_read_a_page_at_a_time_both_ways),
		in_work(a_day_is_free_from_opening_to_closing),
		in_work(ones_own_is_told_from_what_others_hold),
		in_work(what_is_past_is_not_free),
		in_work(a_stretch_that_is_too_short_is_as_good_as_taken),
		in_work(what_is_free_has_the_gap_taken_off),
		in_work(a_half_takes_its_time_from_the_hall),
		in_work(all_rooms_of_a_centre_are_read_at_once),
		in_work(in_the_table_neighbours_alike_are_one),
		in_work(availability_tells_free_and_busy_also_of_the_past),
		in_work(a_closed_day_has_nothing_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
