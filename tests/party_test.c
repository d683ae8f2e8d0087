/* party_test.c - those who are in together, or not at all, in the queue of an activity. */

#include "activity/waiting.h"
#include "base/quarter.h"
#include "fixture.h"
#include "held.h"
#include "signed_up.h"

static void
a_party_is_offered_nothing_until_there_is_room_for_it(void **state)
{
	struct activity class = held(*state, 2);
	struct registration one = number(*state, &class, 0), two = number(*state, &class, 1),
			    party = a_party(*state, &class, 0);

	give_up(*state, &one);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &party), &registration_waiting);
	give_up(*state, &two);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &party), &registration_offered);
	assert_int_equal(as_it_is(*state, &party).offered, 2);
}

static void
who_is_content_with_one_is_offered_one_and_says_who(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 2);
	struct registration one = number(work, &class, 0), party;
	const struct id child = person(work, "child");
	const struct ids chosen = { &child, 1 };
	const struct seat *seats;
	size_t count;

	number(work, &class, 1);
	party = a_party(work, &class, 1);
	give_up(work, &one);
	make_offers(work, &class);
	sign_in(work, "resident");
	party = as_it_is(work, &party);
	assert_int_equal(party.offered, 1);
	assert_allowed(offer_accept(work, &party, &chosen));
	seats = registration_seats(work, party.id, &count);
	assert_int_equal(count, 1);
	assert_true(id_same(seats->person_id, child));
	assert_int_equal(diary_clashes(work,
				       &(struct diary_wish){
					       .person_id = person(work, "mother"),
					       .start_quarter = class.start_quarter,
					       .end_quarter = class.end_quarter,
				       })
				 ->thing_id.value,
			 0);
}

static void
without_a_word_it_is_the_first_of_the_form(void **state)
{
	struct activity class = held(*state, 1);
	struct registration one = number(*state, &class, 0), party = a_party(*state, &class, 1);
	const struct seat *seats;
	size_t count;

	give_up(*state, &one);
	make_offers(*state, &class);
	party = as_it_is(*state, &party);
	assert_allowed(offer_accept(*state, &party, NULL));
	seats = registration_seats(*state, party.id, &count);
	assert_int_equal(count, 1);
	assert_true(id_same(seats->person_id, person(*state, "mother")));
}

static void
no_more_than_is_offered_can_be_taken(void **state)
{
	const struct id both[] = { person(*state, "mother"), person(*state, "child") };
	const struct ids chosen = { both, 2 };
	struct activity class = held(*state, 2);
	struct registration one = number(*state, &class, 0), party;

	number(*state, &class, 1);
	party = a_party(*state, &class, 1);
	give_up(*state, &one);
	make_offers(*state, &class);
	party = as_it_is(*state, &party);
	assert_refused(offer_accept(*state, &party, &chosen), too_many_chosen);
}

static void
fewer_than_were_wanted_together_cannot(void **state)
{
	const struct id child = person(*state, "child");
	const struct ids chosen = { &child, 1 };
	struct activity class = held(*state, 2);
	struct registration one = number(*state, &class, 0), two = number(*state, &class, 1),
			    party = a_party(*state, &class, 0);

	give_up(*state, &one);
	give_up(*state, &two);
	make_offers(*state, &class);
	party = as_it_is(*state, &party);
	assert_refused(offer_accept(*state, &party, &chosen), too_few_chosen);
}

/* Three of one place each, behind a party of two. */
static void
pass_over(struct work *work, struct activity *class, struct registration *party,
	  struct registration *behind)
{
	struct registration in[4];

	*class = held(work, 4);
	for (int64_t i = 0; i < 4; i++)
		in[i] = number(work, class, i);
	*party = a_party(work, class, 0);
	for (int64_t i = 0; i < 4; i++)
		behind[i] = number(work, class, 4 + i);
	for (int64_t i = 0; i < 4; i++) {
		give_up(work, &in[i]);
		make_offers(work, class);
	}
}

static void
passed_over_three_times_places_are_saved_for_a_party(void **state)
{
	struct activity class;
	struct registration party, behind[4];

	pass_over(*state, &class, &party, behind);
	for (int i = 0; i < 3; i++)
		assert_ptr_equal(status(*state, &behind[i]), &registration_offered);
	assert_ptr_equal(status(*state, &behind[3]), &registration_waiting);
	assert_ptr_equal(status(*state, &party), &registration_waiting);
	assert_int_equal(counted(*state, &class, "freed"), 1);
	behind[0] = as_it_is(*state, &behind[0]);
	assert_allowed(offer_decline(*state, &behind[0]));
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &party), &registration_offered);
	assert_ptr_equal(status(*state, &behind[3]), &registration_waiting);
}

static void
three_days_before_the_order_goes_on_without_it(void **state)
{
	struct work *work = *state;
	struct activity class;
	struct registration party, behind[4];
	time_t release;

	pass_over(work, &class, &party, behind);
	release = quarter_time(class.start_quarter) - 72 * 3600L;
	work->now = release - 1;
	make_offers(work, &class);
	assert_ptr_equal(status(work, &behind[3]), &registration_waiting);
	work->now = release;
	make_offers(work, &class);
	assert_ptr_equal(status(work, &behind[3]), &registration_offered);
	assert_ptr_equal(status(work, &party), &registration_waiting);
}

static void
when_a_party_leaves_what_was_saved_goes_on(void **state)
{
	struct activity class;
	struct registration party, behind[4];

	pass_over(*state, &class, &party, behind);
	give_up(*state, &party);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &behind[3]), &registration_offered);
}

static void
when_the_last_leaves_what_was_saved_is_for_everybody(void **state)
{
	struct activity class = held(*state, 2);
	struct registration party;

	number(*state, &class, 0);
	party = a_party(*state, &class, 0);
	give_up(*state, &party);
	assert_int_equal(counted(*state, &class, "taken"), 1);
	assert_int_equal(counted(*state, &class, "freed"), 0);
	assert_int_equal(counted(*state, &class, "waiting"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_party_is_offered_nothing_until_there_is_room_for_it),
		in_work(who_is_content_with_one_is_offered_one_and_says_who),
		in_work(without_a_word_it_is_the_first_of_the_form),
		in_work(no_more_than_is_offered_can_be_taken),
		in_work(fewer_than_were_wanted_together_cannot),
		in_work(passed_over_three_times_places_are_saved_for_a_party),
		in_work(three_days_before_the_order_goes_on_without_it),
		in_work(when_a_party_leaves_what_was_saved_goes_on),
		in_work(when_the_last_leaves_what_was_saved_is_for_everybody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
