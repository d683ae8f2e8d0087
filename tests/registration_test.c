/* registration_test.c - signing up for an activity, and giving a place up. */

#include <string.h>

#include "activity/registration.h"
#include "activity/registration_sql.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booking/booking.h"
#include "fixture.h"
#include "held.h"
#include "signed_up.h"

static struct registration_draft
draft_of(struct work *work, const char *const *names, size_t count)
{
	struct id *ids = arena_array(work->arena, count, sizeof(*ids));

	for (size_t i = 0; i < count; i++)
		ids[i] = person(work, names[i]);
	return (struct registration_draft){ .party = { ids, count } };
}

static const struct refusal *
make(struct work *work, const struct activity *activity, struct registration_draft draft)
{
	struct registration registration;

	return registration_make(work, activity, &draft, &registration);
}

/* ---- who is in ---- */

static void
who_signs_up_is_in_while_there_are_places(void **state)
{
	struct activity class = held(*state, 2);

	assert_ptr_equal(signed_up(*state, "resident", &class).status, &registration_registered);
	assert_ptr_equal(signed_up(*state, "neighbour", &class).status, &registration_registered);
	assert_ptr_equal(signed_up(*state, "carer", &class).status, &registration_waiting);
	assert_int_equal(counted(*state, &class, "taken"), 2);
}

static void
nobody_has_two_seats(void **state)
{
	struct activity class = held(*state, 5);

	signed_up(*state, "resident", &class);
	assert_refused(try_to_sign_up(*state, "resident", &class), already_registered);
	assert_refused(make(*state, &class, (struct registration_draft){ 0 }), already_registered);
}

static void
a_household_is_in_together_each_with_a_ticket(void **state)
{
	struct activity class = held(*state, 5);
	struct registration registration = a_party(*state, &class, 0);
	size_t count;
	const struct seat *seats = registration_seats(*state, registration.id, &count);

	assert_int_equal(count, 2);
	assert_string_not_equal(seats[0].reference, seats[1].reference);
	assert_int_equal(counted(*state, &class, "taken"), 2);
}

static void
a_party_that_does_not_fit_waits_as_a_whole(void **state)
{
	struct activity class = held(*state, 2);

	signed_up(*state, "neighbour", &class);
	assert_ptr_equal(a_party(*state, &class, 0).status, &registration_waiting);
	assert_int_equal(counted(*state, &class, "taken"), 2);
	assert_int_equal(counted(*state, &class, "freed"), 1);
}

static void
who_is_not_of_the_household_is_not_there(void **state)
{
	const char *const stranger[] = { "neighbour" };
	struct activity class = held(*state, 5);

	assert_refused(make(*state, &class, draft_of(*state, stranger, 1)), refused_missing);
}

static void
nobody_signs_up_for_a_draft_or_what_has_begun(void **state)
{
	struct work *work = *state;
	struct activity draft = drafted(work, class_for(work, 5)), class = held(work, 5);

	assert_refused(try_to_sign_up(work, "resident", &draft), registration_closed);
	work->now = quarter_time(class.start_quarter);
	assert_refused(try_to_sign_up(work, "resident", &class), registration_closed);
}

static void
the_counter_itself_asks_whether_it_is_open(void **state)
{
	struct activity class = held(*state, 5);

	execute(*state, "UPDATE activity_places SET is_open = 0");
	assert_refused(try_to_sign_up(*state, "resident", &class), full);
	execute(*state, "UPDATE activity_places SET is_open = 1, closes_quarter = 0");
	assert_refused(try_to_sign_up(*state, "resident", &class), full);
	assert_int_equal(counted(*state, &class, "taken"), 0);
}

static void
without_a_waiting_list_full_is_full(void **state)
{
	struct activity class = held(*state, 1);

	class.waitlist = false;
	signed_up(*state, "resident", &class);
	assert_refused(try_to_sign_up(*state, "neighbour", &class), full);
}

/* ---- the rules ---- */

static void
an_age_is_judged_on_the_day(void **state)
{
	const char *const child[] = { "child" };
	struct activity class = held(*state, 5);
	struct registration_draft draft = draft_of(*state, child, 1);

	class.min_age = 18;
	assert_refused(make(*state, &class, draft), wrong_age);
	class.min_age = 6;
	class.max_age = 12;
	assert_allowed(make(*state, &class, draft));
}

static void
the_form_says_who_is_too_old(void **state)
{
	struct activity class = held(*state, 5);
	const struct candidate *candidates;
	size_t count, refused = 0;

	class.max_age = 60;
	candidates = registration_candidates(*state, &class, &count);
	assert_int_equal(count, 3);
	for (size_t i = 0; i < count; i++)
		refused += candidates[i].why_not != NULL;
	assert_int_equal(refused, 1);
}

static void
one_form_has_room_for_six(void **state)
{
	const char *const two[] = { "mother", "child" };
	struct activity class = held(*state, 5);

	set(*state, &party_most, class.centre_id, 1);
	assert_refused(make(*state, &class, draft_of(*state, two, 2)), party_too_large);
	set(*state, &party_most, class.centre_id, 2);
	assert_allowed(make(*state, &class, draft_of(*state, two, 2)));
}

static void
no_more_can_be_wanted_together_than_there_are(void **state)
{
	const char *const two[] = { "mother", "child" };
	struct activity class = held(*state, 5), small = held_beside(*state, 1);
	struct registration_draft draft = draft_of(*state, two, 2);

	draft.at_least = 3;
	assert_refused(make(*state, &class, draft), at_least_too_many);
	draft.at_least = 2;
	assert_refused(make(*state, &small, draft), too_few_places);
	draft.at_least = 1;
	assert_allowed(make(*state, &small, draft));
}

static void
what_is_only_on_the_spot_is_not_online(void **state)
{
	struct activity class = held(*state, 5);
	struct registration_draft draft = { .mode = &mode_online };

	assert_refused(make(*state, &class, draft), mode_not_offered);
}

static void
a_clash_of_any_of_them_is_said_with_what_it_is(void **state)
{
	const char *const two[] = { "mother", "child" };
	struct activity class = held(*state, 5), other = held_beside(*state, 5);
	struct registration_draft draft = draft_of(*state, two, 2);
	const char *const mother[] = { "mother" };
	const struct refusal *refusal;

	assert_allowed(make(*state, &other, draft_of(*state, mother, 1)));
	refusal = make(*state, &class, draft);
	assert_refused(refusal, clash);
	assert_string_equal(refusal->clashes[0].title, other.title);
	assert_false(id_given(refusal->clashes[1].thing_id));
	draft.keep_both = true;
	assert_allowed(make(*state, &class, draft));
}

/* ---- what it leaves behind ---- */

static void
it_stands_in_the_diary_of_each(void **state)
{
	struct activity class = held(*state, 5);
	const struct diary_item *items;
	size_t count;

	a_party(*state, &class, 0);
	items = diary_between(*state, class.start_quarter, class.end_quarter, &count);
	assert_int_equal(count, 2);
	assert_string_equal(items[0].kind, "activity");
	assert_string_equal(items[0].status, "registered");
	assert_string_equal(items[0].title, "Paper cutting");
}

static void
a_household_is_told_once(void **state)
{
	struct activity class = held(*state, 5);
	struct registration registration = a_party(*state, &class, 0);
	const char *letters =
		text(*state, "SELECT COUNT(*) FROM letter WHERE subject_id = %ld AND person_id = ",
		     registration.id.value);

	assert_int_equal(
		number_of(*state, text(*state, "%s%ld", letters, person(*state, "resident").value)),
		1);
	assert_int_equal(
		number_of(*state, text(*state, "%s%ld", letters, person(*state, "mother").value)),
		0);
}

/* ---- who sees it ---- */

static void
only_those_it_concerns_find_a_registration(void **state)
{
	struct activity class = held(*state, 5);
	struct registration registration = signed_up(*state, "resident", &class), found;

	sign_in(*state, "neighbour");
	assert_refused(registration_find(*state, registration.id, &found), refused_missing);
	sign_in(*state, "desk");
	assert_allowed(registration_find(*state, registration.id, &found));
	sign_in(*state, "manager elsewhere");
	assert_refused(registration_find(*state, registration.id, &found), refused_missing);
}

static void
the_link_is_for_those_who_are_in_and_from_shortly_before(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 5);
	struct registration registration;

	execute(work, "UPDATE activity SET online_link = 'https://meet.example/x'");
	execute(work, "UPDATE activity_places SET mode = 'online'");
	assert_allowed(activity_find(work, class.id, &class));
	registration = signed_up(work, "resident", &class);
	assert_null(registration.online_link);
	work->now = quarter_time(class.start_quarter) - 900;
	assert_non_null(as_it_is(work, &registration).online_link);
	work->now--;
	assert_null(as_it_is(work, &registration).online_link);
	work->now = quarter_time(class.end_quarter);
	assert_null(as_it_is(work, &registration).online_link);
	work->now--;
	sign_in(work, "manager");
	assert_allowed(registration_find(work, registration.id, &registration));
	assert_null(registration.online_link);
}

static void
a_ticket_leads_to_its_registration(void **state)
{
	struct activity class = held(*state, 5);
	struct registration registration = a_party(*state, &class, 0);
	size_t count;
	const struct seat *seats = registration_seats(*state, registration.id, &count);

	assert_true(id_same(registration_with_reference(*state, seats[1].reference, &count)->id,
			    registration.id));
	assert_int_equal(count, 1);
	sign_in(*state, "neighbour");
	registration_with_reference(*state, seats[1].reference, &count);
	assert_int_equal(count, 0);
}

/* ---- giving up ---- */

static void
what_is_given_up_is_for_everybody_if_nobody_waits(void **state)
{
	struct activity class = held(*state, 1);
	struct registration registration = signed_up(*state, "resident", &class);

	assert_allowed(registration_cancel(*state, &registration, NULL));
	assert_allowed(registration_cancel(*state, &registration, NULL));
	assert_int_equal(counted(*state, &class, "taken"), 0);
	assert_ptr_equal(signed_up(*state, "resident", &class).status, &registration_registered);
}

static void
what_has_begun_is_not_given_up_any_more(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration registration = signed_up(work, "resident", &class);

	work->now = quarter_time(class.start_quarter);
	assert_refused(registration_cancel(work, &registration, NULL), activity_begun);
	registration.start_quarter++;
	assert_false(sql_registration_end(work, &registration));
}

static void
whoever_keeps_the_door_says_why_they_cancel(void **state)
{
	struct activity class = held(*state, 1);
	struct registration registration = signed_up(*state, "resident", &class);

	sign_in(*state, "manager");
	assert_allowed(registration_find(*state, registration.id, &registration));
	assert_refused(registration_cancel(*state, &registration, NULL), reason_needed);
	assert_allowed(registration_cancel(*state, &registration, "The teacher is ill."));
}

static void
it_can_be_undone_to_the_last_second(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 2);
	struct registration registration = signed_up(work, "resident", &class), late;

	work->now += 599;
	assert_allowed(registration_undo(work, &registration));
	assert_allowed(registration_undo(work, &registration));
	assert_int_equal(counted(work, &class, "taken"), 0);
	late = signed_up(work, "resident", &class);
	work->now += 600;
	assert_refused(registration_undo(work, &late), undo_over);
	assert_allowed(registration_cancel(work, &late, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(who_signs_up_is_in_while_there_are_places),
		in_work(nobody_has_two_seats),
		in_work(a_household_is_in_together_each_with_a_ticket),
		in_work(a_party_that_does_not_fit_waits_as_a_whole),
		in_work(who_is_not_of_the_household_is_not_there),
		in_work(nobody_signs_up_for_a_draft_or_what_has_begun),
		in_work(the_counter_itself_asks_whether_it_is_open),
		in_work(without_a_waiting_list_full_is_full),
		in_work(an_age_is_judged_on_the_day),
		in_work(the_form_says_who_is_too_old),
		in_work(one_form_has_room_for_six),
		in_work(no_more_can_be_wanted_together_than_there_are),
		in_work(what_is_only_on_the_spot_is_not_online),
		in_work(a_clash_of_any_of_them_is_said_with_what_it_is),
		in_work(it_stands_in_the_diary_of_each),
		in_work(a_household_is_told_once),
		in_work(only_those_it_concerns_find_a_registration),
		in_work(the_link_is_for_those_who_are_in_and_from_shortly_before),
		in_work(a_ticket_leads_to_its_registration),
		in_work(what_is_given_up_is_for_everybody_if_nobody_waits),
		in_work(what_has_begun_is_not_given_up_any_more),
		in_work(whoever_keeps_the_door_says_why_they_cancel),
		in_work(it_can_be_undone_to_the_last_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
