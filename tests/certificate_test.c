/* certificate_test.c - a certificate says what the ledger says, and as long as it says so. */

#include "certificate/certificate.h"

#include <string.h>

#include "base/sign.h"
#include "earned.h"
#include "fixture.h"

static struct certificate
given(struct work *work)
{
	struct certificate certificate;

	assert_allowed(certificate_make(work, &certificate));
	return certificate;
}

static struct certificate
now(struct work *work, const struct certificate *certificate)
{
	struct certificate found;

	assert_allowed(certificate_find(work, certificate->id, &found));
	return found;
}

static const struct refusal *
correct(struct work *work, const struct word *kind, int64_t minutes)
{
	const struct correction correction = {
		.person_id = person(work, "resident"),
		.centre_id = centre_at(work, "sports-park"),
		.kind = kind,
		.minutes = minutes,
		.reason = "Counted again.",
	};

	return ledger_correct(work, &correction);
}

static struct certificate
of_two_hours(struct work *work)
{
	assert_allowed(earn(work, "2027-02-20 09:00", "2027-02-20 11:00"));
	return given(work);
}

static void
without_hours_there_is_none(void **state)
{
	struct certificate certificate;

	assert_refused(certificate_make(*state, &certificate), no_hours_yet);
}

static void
it_says_what_was_served(void **state)
{
	struct certificate certificate = of_two_hours(*state);

	assert_int_equal(certificate.minutes, 120);
	assert_int_equal(certificate.shifts, 1);
	assert_int_equal(certificate.first_day, day_at("2027-02-20"));
	assert_int_equal(certificate.last_day, day_at("2027-02-20"));
	assert_true(certificate.valid);
}

static void
the_same_sum_has_one_certificate(void **state)
{
	struct certificate first = of_two_hours(*state);

	assert_true(id_same(given(*state).id, first.id));
	assert_allowed(earn(*state, "2027-02-21 09:00", "2027-02-21 11:00"));
	assert_false(id_same(given(*state).id, first.id));
}

static void
later_hours_leave_it_and_so_does_spending(void **state)
{
	struct certificate first = of_two_hours(*state);

	assert_allowed(earn(*state, "2027-02-21 09:00", "2027-02-21 11:00"));
	sign_in(*state, "manager");
	assert_allowed(correct(*state, &ledger_spent, 60));
	assert_true(now(*state, &first).valid);
}

static void
a_correction_supersedes_it(void **state)
{
	struct certificate first = of_two_hours(*state);

	sign_in(*state, "manager");
	assert_allowed(correct(*state, &ledger_adjusted, -15));
	assert_false(now(*state, &first).valid);
	assert_true(now(*state, &first).status == &certificate_superseded);
}

static struct ledger_line
newest(struct work *work)
{
	const struct cursor first = { .rows = 1, .after = INT64_MAX };
	size_t count;

	return ledger_lines(work, person(work, "resident"), &first, &count)[0];
}

static void
a_void_supersedes_it_where_it_counts_what_is_voided(void **state)
{
	struct certificate first = of_two_hours(*state);
	struct ledger_line counted = newest(*state), later;

	assert_allowed(earn(*state, "2027-02-21 09:00", "2027-02-21 11:00"));
	later = newest(*state);
	sign_in(*state, "manager");
	assert_allowed(ledger_void(*state, &later, "Not there."));
	assert_true(now(*state, &first).valid);
	assert_allowed(ledger_void(*state, &counted, "Not there."));
	assert_false(now(*state, &first).valid);
}

static void
only_a_coordinator_declares_it_void_and_never_their_own(void **state)
{
	struct certificate certificate = of_two_hours(*state);

	assert_refused(certificate_void(*state, &certificate, "x"), own_hours);
	sign_in(*state, "neighbour");
	assert_refused(certificate_void(*state, &certificate, "x"), refused_missing);
	sign_in(*state, "manager elsewhere");
	assert_refused(certificate_void(*state, &certificate, "x"), refused_missing);
	sign_in(*state, "manager");
	assert_allowed(certificate_void(*state, &certificate, "Another person."));
	assert_refused(certificate_void(*state, &certificate, "x"), certificate_void_already);
	assert_true(now(*state, &certificate).status == &certificate_void_word);
}

static void
strangers_see_a_part_of_a_name(void **state)
{
	assert_string_equal(certificate_name(*state, "王秀兰"), "王**");
	assert_string_equal(certificate_name(*state, "李𬭊"), "李*");
	assert_string_equal(certificate_name(*state, "Wang Xiulan"), "W. X.");
	assert_string_equal(certificate_name(*state, "Ann"), "A.");
}

static void
only_who_may_correct_the_hours_sees_the_whole(void **state)
{
	struct certificate certificate = of_two_hours(*state);

	assert_true(certificate_is_open(*state, &certificate));
	sign_in(*state, "manager");
	assert_true(certificate_is_open(*state, &certificate));
	sign_in(*state, "neighbour");
	assert_false(certificate_is_open(*state, &certificate));
	sign_in(*state, "manager elsewhere");
	assert_false(certificate_is_open(*state, &certificate));
	sign_out(*state);
	assert_false(certificate_is_open(*state, &certificate));
}

static void
a_signature_holds_for_one_text(void **state)
{
	struct certificate certificate = of_two_hours(*state);
	struct bytes signature = sign_text(*state, certificate.signed_text);
	struct bytes key = sign_public_key(*state);

	assert_non_null(strstr(certificate.signed_text, "minutes: 120\n"));
	assert_true(sign_holds(certificate.signed_text, signature, key));
	assert_false(sign_holds("minutes: 999", signature, key));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(without_hours_there_is_none),
		in_work(it_says_what_was_served),
		in_work(the_same_sum_has_one_certificate),
		in_work(later_hours_leave_it_and_so_does_spending),
		in_work(a_correction_supersedes_it),
		in_work(a_void_supersedes_it_where_it_counts_what_is_voided),
		in_work(only_a_coordinator_declares_it_void_and_never_their_own),
		in_work(strangers_see_a_part_of_a_name),
		in_work(only_who_may_correct_the_hours_sees_the_whole),
		in_work(a_signature_holds_for_one_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
