/* door_test.c - letting in by ticket and by list, counting, and taking back. */

#include <string.h>

#include "activity/door.h"
#include "base/quarter.h"
#include "base/text.h"
#include "fixture.h"
#include "held.h"
#include "report/report.h"
#include "signed_up.h"

/* Somebody who has a place, half an hour before the start, with the desk at the door. */
static struct seat
at_the_door(struct work *work, struct activity *activity)
{
	struct registration registration;
	struct seat *seats;
	size_t count;

	*activity = held(work, 5);
	registration = signed_up(work, "resident", activity);
	seats = registration_seats(work, registration.id, &count);
	work->now = quarter_time(activity->start_quarter) - 1800;
	sign_in(work, "desk");
	return *seats;
}

static const struct refusal *
scan(struct work *work, const struct activity *activity, const char *code)
{
	struct entrance entrance;

	return door_scan(work, activity, code, &entrance);
}

static void
a_ticket_lets_in_once(void **state)
{
	struct activity class;
	struct seat seat = at_the_door(*state, &class);
	const struct refusal *refusal;

	assert_allowed(scan(*state, &class, seat.reference));
	refusal = scan(*state, &class, seat.reference);
	assert_refused(refusal, already_checked_in);
	assert_non_null(strstr(refusal_message(refusal), "09:30"));
	assert_int_equal(door_counted(*state, &class).came, 1);
}

static void
a_scanner_types_the_address_of_the_picture(void **state)
{
	struct activity class;
	struct seat seat = at_the_door(*state, &class);

	assert_allowed(
		scan(*state, &class, text(*state, "https://quarter.example/s/%s", seat.reference)));
}

static void
what_is_no_ticket_lets_nobody_in(void **state)
{
	struct activity class;

	at_the_door(*state, &class);
	assert_refused(scan(*state, &class, "Q7K2-ABCD"), unknown_ticket);
	assert_refused(scan(*state, &class, "nonsense"), unknown_ticket);
	assert_refused(scan(*state, &class, "/"), unknown_ticket);
}

static void
a_ticket_of_another_activity_says_of_which(void **state)
{
	struct activity class, other;
	struct seat seat = at_the_door(*state, &class);
	const struct refusal *refusal;

	other = held_beside(*state, 5);
	sign_in(*state, "desk");
	refusal = scan(*state, &other, seat.reference);
	assert_refused(refusal, other_activity);
	assert_non_null(strstr(refusal_message(refusal), "Paper cutting"));
}

static void
who_waits_is_not_let_in_and_stands_in_no_list(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration waiting;
	const struct seat *seats;
	size_t count;

	signed_up(work, "resident", &class);
	waiting = signed_up(work, "neighbour", &class);
	seats = registration_seats(work, waiting.id, &count);
	work->now = quarter_time(class.start_quarter);
	sign_in(work, "desk");
	assert_refused(scan(work, &class, seats->reference), has_no_place);
	door_guests(work, &class, &count);
	assert_int_equal(count, 1);
	assert_int_equal(door_counted(work, &class).expected, 1);
}

static void
the_door_opens_an_hour_before_and_closes_with_the_day(void **state)
{
	struct work *work = *state;
	struct activity class;
	struct seat seat = at_the_door(work, &class);

	work->now = quarter_time(class.start_quarter) - 3601;
	assert_refused(scan(work, &class, seat.reference), door_not_open);
	work->now = quarter_time(at("2027-03-07 00:00"));
	assert_refused(scan(work, &class, seat.reference), door_closed);
	work->now--;
	assert_allowed(scan(work, &class, seat.reference));
}

static void
what_is_typed_from_the_list_the_day_after_is_late(void **state)
{
	struct work *work = *state;
	struct activity class;
	struct seat seat = at_the_door(work, &class);
	struct entrance entrance;

	work->now = quarter_time(at("2027-03-07 00:00"));
	assert_allowed(door_tick(work, &class, seat.id, &entrance));
	assert_ptr_equal(entrance.source, &source_late);
	work->now += 8 * 86400L;
	assert_refused(door_tick(work, &class, seat.id, &entrance), door_closed);
}

static void
a_party_is_let_in_as_a_whole_and_each_once(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 5);
	struct registration party = a_party(work, &class, 0);
	const struct seat *seats;
	struct entrance entrance;
	size_t count;

	seats = registration_seats(work, party.id, &count);
	work->now = quarter_time(class.start_quarter);
	sign_in(work, "desk");
	assert_allowed(scan(work, &class, seats[0].reference));
	assert_allowed(door_tick_party(work, &class, party.id, &entrance));
	assert_int_equal(entrance.people, 1);
	assert_refused(door_tick_party(work, &class, party.id, &entrance), already_checked_in);
	assert_int_equal(door_counted(work, &class).came, 2);
}

static void
who_was_let_in_by_mistake_is_taken_back(void **state)
{
	struct activity class;
	struct seat seat = at_the_door(*state, &class);
	struct entrance entrance;

	assert_allowed(door_scan(*state, &class, seat.reference, &entrance));
	assert_allowed(door_take_back(*state, &class, entrance.id));
	assert_allowed(door_take_back(*state, &class, entrance.id));
	assert_refused(door_take_back(*state, &class, class.id), refused_missing);
	assert_int_equal(door_counted(*state, &class).came, 0);
	assert_allowed(scan(*state, &class, seat.reference));
}

static void
people_without_a_name_are_counted_up_and_down(void **state)
{
	struct activity class;
	struct entrance entrance;

	at_the_door(*state, &class);
	for (int i = 0; i < 3; i++)
		assert_allowed(door_count_one(*state, &class, false, &entrance));
	assert_allowed(door_count_one(*state, &class, true, &entrance));
	assert_int_equal(door_counted(*state, &class).counted, 2);
	for (int i = 0; i < 3; i++)
		assert_allowed(door_count_one(*state, &class, true, &entrance));
	assert_int_equal(door_counted(*state, &class).counted, 0);
}

static void
only_whoever_keeps_the_door_lets_in(void **state)
{
	struct activity class;
	struct seat seat = at_the_door(*state, &class);

	sign_in(*state, "resident");
	assert_refused(scan(*state, &class, seat.reference), refused_forbidden);
	sign_in(*state, "manager elsewhere");
	assert_refused(scan(*state, &class, seat.reference), refused_forbidden);
}

static void
who_has_come_does_not_give_the_place_up(void **state)
{
	struct work *work = *state;
	struct activity class;
	struct seat seat = at_the_door(work, &class);
	struct registration registration;

	assert_allowed(scan(work, &class, seat.reference));
	sign_in(work, "resident");
	registration = *registration_with_reference(work, seat.reference, &(size_t){ 0 });
	assert_allowed(registration_find(work, registration.id, &registration));
	assert_refused(registration_cancel(work, &registration, NULL), has_come);
}

/* ---- the report ---- */

static struct report
reported(struct work *work, const struct word *by)
{
	const struct report_query march = { day_at("2027-02-01"), day_at("2027-03-31"), by };
	struct report report;

	sign_in(work, "manager");
	assert_allowed(report_of_centre(work, centre_at(work, "sports-park"), &march, &report));
	return report;
}

static void
a_report_adds_up_who_came(void **state)
{
	struct activity class;
	struct seat seat = at_the_door(*state, &class);
	struct entrance entrance;
	struct report report;

	assert_int_equal(reported(*state, &by_month).activities, 0);
	sign_in(*state, "desk");
	assert_allowed(scan(*state, &class, seat.reference));
	assert_allowed(door_count_one(*state, &class, false, &entrance));
	report = reported(*state, &by_month);
	assert_int_equal(report.activities, 1);
	assert_int_equal(report.people, 2);
	assert_int_equal(report.count, 2);
	assert_int_equal(report.parts[0].people, 0);
	assert_string_equal(report.parts[1].key, "2027-03");
	assert_int_equal(report.parts[1].people, 2);
	sign_in(*state, "desk");
	assert_allowed(door_take_back(*state, &class, entrance.id));
	report = reported(*state, &by_field);
	assert_int_equal(report.people, 1);
	assert_int_equal(report.count, 1);
	assert_string_equal(report.parts[0].key, "recreation");
}

static void
a_report_is_for_who_may_see_it(void **state)
{
	const struct report_query query = { DAY_NONE, DAY_NONE, NULL };
	const struct report_query backwards = { day_at("2027-03-02"), day_at("2027-03-01"), NULL };
	struct id centre = centre_at(*state, "sports-park");
	struct report report;

	assert_refused(report_of_centre(*state, centre, &query, &report), refused_forbidden);
	sign_in(*state, "manager elsewhere");
	assert_refused(report_of_centre(*state, centre, &query, &report), refused_forbidden);
	sign_in(*state, "auditor");
	assert_allowed(report_of_centre(*state, centre, &query, &report));
	assert_int_equal(report.count, 12);
	assert_refused(report_of_centre(*state, centre, &backwards, &report), impossible_period);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_ticket_lets_in_once),
		in_work(a_scanner_types_the_address_of_the_picture),
		in_work(what_is_no_ticket_lets_nobody_in),
		in_work(a_ticket_of_another_activity_says_of_which),
		in_work(who_waits_is_not_let_in_and_stands_in_no_list),
		in_work(the_door_opens_an_hour_before_and_closes_with_the_day),
		in_work(what_is_typed_from_the_list_the_day_after_is_late),
		in_work(a_party_is_let_in_as_a_whole_and_each_once),
		in_work(who_was_let_in_by_mistake_is_taken_back),
		in_work(people_without_a_name_are_counted_up_and_down),
		in_work(only_whoever_keeps_the_door_lets_in),
		in_work(who_has_come_does_not_give_the_place_up),
		in_work(a_report_adds_up_who_came),
		in_work(a_report_is_for_who_may_see_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
