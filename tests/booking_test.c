/* booking_test.c - finding bookings, listing them, and giving them back. */

#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "booked.h"
#include "booking/booking.h"
#include "booking/booking_sql.h"
#include "fixture.h"

/* ---- finding ---- */

static void
only_those_it_concerns_find_a_booking(void **state)
{
	struct id id = on_monday(*state).id;
	struct booking booking;

	assert_allowed(booking_find(*state, id, &booking));
	sign_in(*state, "neighbour");
	assert_refused(booking_find(*state, id, &booking), refused_missing);
	sign_in(*state, "manager");
	assert_allowed(booking_find(*state, id, &booking));
	sign_in(*state, "manager elsewhere");
	assert_refused(booking_find(*state, id, &booking), refused_missing);
}

static void
a_reference_leads_to_those_who_may_see(void **state)
{
	struct booking booking = on_monday(*state);
	size_t count;

	assert_true(
		id_same(booking_with_reference(*state, booking.reference, &count)->id, booking.id));
	assert_int_equal(count, 1);
	sign_in(*state, "neighbour");
	booking_with_reference(*state, booking.reference, &count);
	assert_int_equal(count, 0);
}

static void
whoever_runs_the_centre_sees_its_day(void **state)
{
	struct id centre = centre_at(*state, "sports-park");
	struct booking booking = on_monday(*state);
	struct held_booking *held;
	size_t count;

	sign_in(*state, "manager");
	assert_allowed(booking_day_of_centre(*state, centre, day_at("2027-03-01"), &held, &count));
	assert_int_equal(count, 1);
	assert_true(id_same(held->id, booking.id));
	sign_in(*state, "manager elsewhere");
	assert_refused(booking_day_of_centre(*state, centre, day_at("2027-03-01"), &held, &count),
		       refused_forbidden);
}

static void
a_telephone_is_shown_masked(void **state)
{
	struct held_booking *held;
	size_t count;

	on_monday(*state);
	sign_in(*state, "manager");
	assert_allowed(booking_day_of_centre(*state, centre_at(*state, "sports-park"),
					     day_at("2027-03-01"), &held, &count));
	if (held->phone_sealed.data)
		assert_non_null(strchr(held->phone, '*'));
	else
		assert_null(held->phone);
}

static int64_t
next_page(struct work *work, struct cursor *cursor)
{
	const struct booking_query all = { DAY_NONE, DAY_NONE, NULL, { 0 } };
	struct booking *page;
	size_t count;

	assert_allowed(booking_list(work, &all, cursor, &page, &count));
	assert_int_equal(count, 1);
	cursor->after = page[0].start_quarter;
	cursor->after_id = page[0].id;
	return page[0].start_quarter;
}

static void
a_list_goes_both_ways(void **state)
{
	struct cursor cursor = { .rows = 1, .after = at("2027-03-01 00:00") };

	on_monday(*state);
	a_booking(*state, draft("2027-03-01 10:00", "2027-03-01 11:00"));
	a_booking(*state, draft("2027-03-01 11:00", "2027-03-01 12:00"));
	assert_int_equal(next_page(*state, &cursor), at("2027-03-01 09:00"));
	assert_int_equal(next_page(*state, &cursor), at("2027-03-01 10:00"));
	assert_int_equal(next_page(*state, &cursor), at("2027-03-01 11:00"));
	cursor.backward = true;
	assert_int_equal(next_page(*state, &cursor), at("2027-03-01 10:00"));
}

static size_t
listed(struct work *work, struct booking_query query)
{
	const struct cursor cursor = { .rows = 100 };
	struct booking *bookings;
	size_t count;

	assert_allowed(booking_list(work, &query, &cursor, &bookings, &count));
	return count;
}

static void
a_list_may_be_of_some_days_or_of_one_status(void **state)
{
	struct booking_query query = { day_at("2027-03-01"), day_at("2027-03-01"), NULL, { 0 } };
	struct booking booking = on_monday(*state);

	a_booking(*state, draft("2027-03-02 09:00", "2027-03-02 10:00"));
	assert_int_equal(listed(*state, query), 1);
	query.to = day_at("2027-03-02");
	assert_int_equal(listed(*state, query), 2);
	assert_allowed(booking_cancel(*state, &booking, NULL));
	query.status = &booking_confirmed;
	assert_int_equal(listed(*state, query), 1);
}

static void
all_of_a_centre_are_listed_to_who_runs_it(void **state)
{
	struct booking_query query = { day_at("2027-03-01"), DAY_NONE, NULL,
				       centre_at(*state, "sports-park") };
	const struct cursor cursor = { .rows = 100 };
	struct booking *bookings;
	size_t count;

	on_monday(*state);
	assert_refused(booking_list(*state, &query, &cursor, &bookings, &count), refused_forbidden);
	sign_in(*state, "manager");
	assert_int_equal(listed(*state, query), 1);
}

/* ---- giving back ---- */

static void
a_cancelled_booking_frees_its_quarters(void **state)
{
	struct booking booking = on_monday(*state);

	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_allowed(booking_cancel(*state, &booking, NULL));
	on_monday(*state);
}

static void
what_was_changed_meanwhile_is_stale(void **state)
{
	struct booking booking = on_monday(*state);
	struct booking as_read_before = booking;

	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_refused(booking_cancel(*state, &as_read_before, NULL), refused_stale);
}

static void
what_has_begun_cannot_be_cancelled(void **state)
{
	struct work *work = *state;
	struct booking booking = on_monday(work);

	work->now = quarter_time(booking.start_quarter);
	assert_refused(booking_cancel(work, &booking, NULL), booking_begun);
}

static void
the_write_itself_asks_whether_it_has_begun(void **state)
{
	struct work *work = *state;
	struct booking booking = on_monday(work);

	work->now = quarter_time(booking.start_quarter);
	booking.start_quarter++;
	assert_refused(booking_cancel(work, &booking, NULL), refused_stale);
}

static void
who_cancels_for_others_says_why(void **state)
{
	struct booking booking = on_monday(*state);

	sign_in(*state, "manager");
	assert_refused(booking_cancel(*state, &booking, NULL), reason_needed);
	assert_allowed(booking_cancel(*state, &booking, "A pipe has burst."));
}

static void
a_booking_can_be_undone_to_the_last_second(void **state)
{
	struct work *work = *state;
	struct booking booking = on_monday(work);

	work->now += 599;
	assert_true(booking_can_undo(work, &booking));
	assert_allowed(booking_undo(work, &booking));
	assert_true(booking.undone);
}

static void
then_it_can_only_be_cancelled(void **state)
{
	struct work *work = *state;
	struct booking booking = on_monday(work);

	work->now += 600;
	assert_false(booking_can_undo(work, &booking));
	assert_refused(booking_undo(work, &booking), undo_over);
	assert_allowed(booking_cancel(work, &booking, NULL));
}

static void
the_write_itself_asks_whether_undo_is_over(void **state)
{
	struct work *work = *state;
	struct booking booking = on_monday(work);

	work->now = booking.undo_until;
	assert_false(sql_booking_undo(work, &booking));
	work->now--;
	assert_true(sql_booking_undo(work, &booking));
}

static void
what_was_undone_is_as_if_it_had_never_been(void **state)
{
	const struct booking_query monday = {
		day_at("2027-03-01"), day_at("2027-03-01"), NULL, { 0 }
	};
	struct booking booking = on_monday(*state);

	assert_allowed(booking_undo(*state, &booking));
	assert_allowed(booking_undo(*state, &booking));
	assert_int_equal(listed(*state, monday), 0);
	on_monday(*state);
}

static void
what_was_cancelled_cannot_be_undone(void **state)
{
	struct booking booking = on_monday(*state);

	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_refused(booking_undo(*state, &booking), undo_over);
}

static void
the_manager_cannot_undo_what_others_booked(void **state)
{
	struct booking booking = on_monday(*state);

	sign_in(*state, "manager");
	assert_refused(booking_undo(*state, &booking), refused_forbidden);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(only_those_it_concerns_find_a_booking),
		in_work(a_reference_leads_to_those_who_may_see),
		in_work(whoever_runs_the_centre_sees_its_day),
		in_work(a_telephone_is_shown_masked),
		in_work(a_list_goes_both_ways),
		in_work(a_list_may_be_of_some_days_or_of_one_status),
		in_work(all_of_a_centre_are_listed_to_who_runs_it),
		in_work(a_cancelled_booking_frees_its_quarters),
		in_work(what_was_changed_meanwhile_is_stale),
		in_work(what_has_begun_cannot_be_cancelled),
		in_work(the_write_itself_asks_whether_it_has_begun),
		in_work(who_cancels_for_others_says_why),
		in_work(a_booking_can_be_undone_to_the_last_second),
		in_work(then_it_can_only_be_cancelled),
		in_work(the_write_itself_asks_whether_undo_is_over),
		in_work(what_was_undone_is_as_if_it_had_never_been),
		in_work(what_was_cancelled_cannot_be_undone),
		in_work(the_manager_cannot_undo_what_others_booked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
