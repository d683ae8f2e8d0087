/* waiting_test.c - the queue of an activity: who is offered what, and until when. */

#include <string.h>

#include "activity/waiting.h"
#include "activity/waiting_sql.h"
#include "base/quarter.h"
#include "base/text.h"
#include "fixture.h"
#include "held.h"
#include "signed_up.h"

static void
the_queue_is_numbered_without_gaps(void **state)
{
	struct activity class = held(*state, 1);
	struct registration in = number(*state, &class, 0), waiting[3];

	for (int64_t i = 0; i < 3; i++) {
		waiting[i] = number(*state, &class, i + 1);
		assert_int_equal(waiting[i].position, i + 1);
	}
	give_up(*state, &waiting[0]);
	assert_int_equal(as_it_is(*state, &waiting[1]).position, 1);
	assert_int_equal(as_it_is(*state, &waiting[2]).position, 2);
	assert_int_equal(as_it_is(*state, &in).position, 0);
}

static void
a_freed_place_is_for_the_first_alone(void **state)
{
	struct activity class = held(*state, 1);
	struct registration in = number(*state, &class, 0), first = number(*state, &class, 1),
			    second = number(*state, &class, 2);

	give_up(*state, &in);
	assert_int_equal(counted(*state, &class, "taken"), 1);
	assert_ptr_equal(number(*state, &class, 3).status, &registration_waiting);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &first), &registration_offered);
	assert_ptr_equal(status(*state, &second), &registration_waiting);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &second), &registration_waiting);
	assert_int_equal(counted(*state, &class, "freed"), 0);
}

static void
places_that_are_added_are_offered_to_who_waits(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration first = (number(work, &class, 0), number(work, &class, 1));
	struct activity_draft more;

	assert_ptr_equal(first.status, &registration_waiting);
	execute(work, "DELETE FROM due");
	sign_in(work, "manager");
	assert_allowed(activity_find(work, class.id, &class));
	more = activity_as_draft(&class);
	more.places = 2;
	assert_allowed(activity_change(work, &class, &more));
	assert_int_equal(number_of(work, text(work,
					      "SELECT COUNT(*) FROM due WHERE kind = '%s'"
					      " AND thing_id = %ld",
					      waiting_offer, class.id.value)),
			 1);
	make_offers(work, &class);
	assert_ptr_equal(status(work, &first), &registration_offered);
}

static struct registration
offered(struct work *work, const struct activity *activity)
{
	struct registration in = number(work, activity, 0), first = number(work, activity, 1);

	give_up(work, &in);
	make_offers(work, activity);
	return as_it_is(work, &first);
}

static void
an_offer_is_accepted_until_it_ends(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration offer = offered(work, &class);

	assert_int_equal(offer.offered_until, work->now + 12 * 3600L);
	work->now = offer.offered_until - 1;
	assert_allowed(offer_accept(work, &offer, NULL));
	assert_ptr_equal(status(work, &offer), &registration_registered);
	assert_refused(offer_accept(work, &offer, NULL), offer_expired);
	assert_int_equal(counted(work, &class, "taken"), 1);
}

static void
then_it_lapses_and_goes_to_the_next(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration offer = offered(work, &class), next = number(work, &class, 2);

	work->now = offer.offered_until - 1;
	offer_let_lapse(work, offer.id);
	assert_ptr_equal(status(work, &offer), &registration_offered);
	work->now = offer.offered_until;
	assert_refused(offer_accept(work, &offer, NULL), offer_expired);
	assert_false(sql_offer_accept(work, &offer));
	offer_let_lapse(work, offer.id);
	make_offers(work, &class);
	assert_ptr_equal(status(work, &offer), &registration_cancelled);
	assert_ptr_equal(status(work, &next), &registration_offered);
}

static void
what_was_accepted_does_not_lapse(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration offer = offered(work, &class);

	assert_allowed(offer_accept(work, &offer, NULL));
	work->now += 24 * 3600L;
	assert_false(sql_offer_lapse(work, &offer));
	offer_let_lapse(work, offer.id);
	assert_ptr_equal(status(work, &offer), &registration_registered);
}

static void
declining_leaves_it_to_the_next(void **state)
{
	struct activity class = held(*state, 1);
	struct registration offer = offered(*state, &class), next = number(*state, &class, 2);

	offer = as_it_is(*state, &offer);
	assert_allowed(offer_decline(*state, &offer));
	assert_refused(offer_decline(*state, &offer), offer_expired);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &next), &registration_offered);
	assert_ptr_equal(number(*state, &class, 1).status, &registration_waiting);
}

static void
what_nobody_in_the_queue_wants_is_for_everybody(void **state)
{
	struct activity class = held(*state, 1);
	struct registration offer = offered(*state, &class);

	assert_allowed(offer_decline(*state, &offer));
	assert_int_equal(counted(*state, &class, "taken"), 0);
	assert_ptr_equal(number(*state, &class, 2).status, &registration_registered);
}

static void
what_the_last_of_the_queue_leaves_is_for_everybody(void **state)
{
	struct activity class = held(*state, 2);
	struct registration in[2] = { number(*state, &class, 0), number(*state, &class, 1) };
	struct registration waiting = number(*state, &class, 2);

	give_up(*state, &in[0]);
	give_up(*state, &in[1]);
	make_offers(*state, &class);
	assert_ptr_equal(status(*state, &waiting), &registration_offered);
	assert_int_equal(counted(*state, &class, "taken"), 1);
	assert_ptr_equal(number(*state, &class, 3).status, &registration_registered);
}

static void
nobody_is_offered_anything_without_waiting(void **state)
{
	struct activity class = held(*state, 1);
	struct registration in = number(*state, &class, 0), waiting = number(*state, &class, 1);

	assert_refused(offer_accept(*state, &in, NULL), offer_expired);
	assert_refused(offer_accept(*state, &waiting, NULL), offer_expired);
	assert_refused(offer_decline(*state, &waiting), offer_expired);
}

static void
what_was_cancelled_is_not_accepted_any_more(void **state)
{
	struct activity class = held(*state, 1);
	struct registration offer = offered(*state, &class);

	execute(*state, "UPDATE activity SET status = 'cancelled'");
	assert_refused(offer_accept(*state, &offer, NULL), offer_expired);
}

/* ---- when time runs out ---- */

static void
an_offer_never_lasts_less_than_an_hour(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	time_t start = quarter_time(class.start_quarter);

	work->now = start - 5 * 3600L;
	assert_int_equal(offered(work, &class).offered_until, start - 2 * 3600L);
}

static void
close_to_the_start_it_lasts_an_hour(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	time_t start = quarter_time(class.start_quarter);

	work->now = start - 2 * 3600L - 60;
	assert_int_equal(offered(work, &class).offered_until, work->now + 3600);
}

static void
two_hours_before_the_start_the_queue_ends(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration in = number(work, &class, 0), waiting = number(work, &class, 1);

	give_up(work, &in);
	work->now = quarter_time(class.start_quarter) - 2 * 3600L;
	make_offers(work, &class);
	assert_ptr_equal(status(work, &waiting), &registration_cancelled);
	assert_int_equal(counted(work, &class, "taken"), 0);
	assert_ptr_equal(number(work, &class, 1).status, &registration_registered);
	assert_refused(try_to_sign_up(work, "district", &class), full);
}

static void
the_queue_does_not_end_before(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration waiting;

	number(work, &class, 0);
	waiting = number(work, &class, 1);
	work->now = quarter_time(class.start_quarter) - 2 * 3600L - 1;
	waiting_close(work, class.id);
	assert_ptr_equal(status(work, &waiting), &registration_waiting);
}

/* ---- the link ---- */

static void
a_link_leads_to_its_offer_and_no_other_does(void **state)
{
	struct work *work = *state;
	struct activity class = held(work, 1);
	struct registration offer = offered(work, &class), found;
	const char *code = strrchr(offer_way(work, offer.id, offer.offered_until), '/') + 1;
	char *forged = arena_text(work->arena, code);

	sign_out(work);
	assert_allowed(offer_find(work, offer.id, code, &found));
	assert_allowed(offer_accept(work, &found, NULL));
	forged[0] = forged[0] == '0' ? '1' : '0';
	assert_refused(offer_find(work, offer.id, forged, &found), refused_missing);
	assert_refused(offer_find(work, class.id, code, &found), refused_missing);
	assert_refused(offer_find(work, offer.id, "", &found), refused_missing);
	code = strrchr(offer_way(work, offer.id, offer.offered_until + 1), '/') + 1;
	assert_refused(offer_find(work, offer.id,
				  text(work, "%.33s%ld", code, (int64_t)offer.offered_until),
				  &found),
		       refused_missing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(the_queue_is_numbered_without_gaps),
		in_work(a_freed_place_is_for_the_first_alone),
		in_work(places_that_are_added_are_offered_to_who_waits),
		in_work(an_offer_is_accepted_until_it_ends),
		in_work(then_it_lapses_and_goes_to_the_next),
		in_work(what_was_accepted_does_not_lapse),
		in_work(declining_leaves_it_to_the_next),
		in_work(what_nobody_in_the_queue_wants_is_for_everybody),
		in_work(what_the_last_of_the_queue_leaves_is_for_everybody),
		in_work(nobody_is_offered_anything_without_waiting),
		in_work(what_was_cancelled_is_not_accepted_any_more),
		in_work(an_offer_never_lasts_less_than_an_hour),
		in_work(close_to_the_start_it_lasts_an_hour),
		in_work(two_hours_before_the_start_the_queue_ends),
		in_work(the_queue_does_not_end_before),
		in_work(a_link_leads_to_its_offer_and_no_other_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
