/* enrolment_test.c - a second factor of one's own: taken on by a code, turned off by a proof. */

#include "account/enrolment.h"

#include <oath.h>
#include <stdlib.h>
#include <string.h>

#include "account/identity.h"
#include "account/second_factor.h"
#include "base/arena.h"
#include "base/text.h"
#include "db/connection.h"
#include "fixture.h"

#define PASSWORD "quarter-demo-2026"

/* What the app shows, which was given the secret. */
static const char *
digits_of(struct work *work, const char *secret)
{
	char *bytes, digits[7];
	size_t size;

	assert_int_equal(oath_base32_decode(secret, strlen(secret), &bytes, &size), OATH_OK);
	assert_int_equal(oath_totp_generate(bytes, size, work->now, 30, 0, 6, digits), OATH_OK);
	arena_defer(work->arena, free, bytes);
	return text(work, "%s", digits);
}

static const struct refusal *
confirm(struct work *work, const char *code, const char **codes)
{
	return enrolment_confirm(work, &(struct enrolment_draft){ .code = code }, codes);
}

static const char *
set_up(struct work *work, const char **codes)
{
	struct offer offer;

	assert_allowed(enrolment_offer(work, &offer));
	assert_allowed(confirm(work, digits_of(work, offer.secret), codes));
	return offer.secret;
}

static struct enrolment
enrolment_of(struct work *work)
{
	struct enrolment enrolment;

	enrolment_find(work, &enrolment);
	return enrolment;
}

/* Each from an address of its own: what failed stays counted though a test is rolled back. */
static const struct refusal *
end(struct work *work, const char *password, const char *code, const char *from)
{
	return enrolment_end(work, &(struct proof_draft){ .password = password, .code = code },
			     &(struct origin){ .address = from });
}

static void
a_secret_holds_once_the_app_has_shown_it(void **state)
{
	const char *codes[RECOVERY_CODES + 1];
	struct offer offer;

	assert_allowed(enrolment_offer(*state, &offer));
	assert_non_null(strstr(offer.address, offer.secret));
	assert_false(enrolment_of(*state).is_on);
	assert_refused(confirm(*state, "000000", codes), wrong_digits);
	assert_false(enrolment_of(*state).is_on);
	assert_allowed(confirm(*state, digits_of(*state, offer.secret), codes));
	assert_true(enrolment_of(*state).is_on);
	assert_int_equal(enrolment_of(*state).recovery_codes, RECOVERY_CODES);
}

static void
ten_codes_are_all_different(void **state)
{
	const char *codes[RECOVERY_CODES + 1];

	set_up(*state, codes);
	for (int i = 0; i < RECOVERY_CODES; i++) {
		assert_int_equal(strlen(codes[i]), 11);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(codes[i], codes[j]);
	}
	assert_null(codes[RECOVERY_CODES]);
}

static void
setting_it_up_ends_all_sessions(void **state)
{
	const char *codes[RECOVERY_CODES + 1];
	struct new_session session;

	session_begin(*state, ((struct work *)*state)->actor,
		      &(struct beginning){ .device = device_of(NULL) }, &session);
	set_up(*state, codes);
	assert_int_equal(number_of(*state, "SELECT COUNT(*) FROM session"), 0);
}

static void
there_is_one_at_a_time(void **state)
{
	const char *codes[RECOVERY_CODES + 1];
	struct offer offer;

	set_up(*state, codes);
	assert_refused(enrolment_offer(*state, &offer), second_factor_on);
}

static void
what_was_not_offered_is_not_confirmed(void **state)
{
	const char *codes[RECOVERY_CODES + 1];

	assert_refused(confirm(*state, "000000", codes), second_factor_off);
}

static void
it_is_turned_off_by_the_password_or_a_code(void **state)
{
	struct work *work = *state;
	const char *codes[RECOVERY_CODES + 1], *secret = set_up(work, codes);

	assert_allowed(end(work, PASSWORD, NULL, "192.0.2.40"));
	assert_false(enrolment_of(work).is_on);
	assert_int_equal(enrolment_of(work).recovery_codes, 0);
	set_up(work, codes);
	assert_allowed(end(work, NULL, codes[3], "192.0.2.40"));
	secret = set_up(work, codes);
	work->now += 30;
	assert_allowed(end(work, NULL, digits_of(work, secret), "192.0.2.40"));
	assert_refused(end(work, PASSWORD, NULL, "192.0.2.40"), second_factor_off);
}

/* The app was set up before, and stays: what is refused is counted in a transaction of its own. */
static void
who_guesses_does_not_turn_it_off(void **state)
{
	struct work *work = *state;
	struct account neighbour;

	sign_in(work, "neighbour");
	assert_allowed(account_find(work, work->actor, &neighbour));
	(void)second_factor_enrol(work, &neighbour, "neighbour@quarter.example");
	db_commit(work);
	work->command.key = (struct bytes){ 0 };
	assert_refused(end(work, NULL, NULL, "192.0.2.41"), wrong_proof);
	assert_refused(end(work, NULL, "123", "192.0.2.41"), wrong_proof);
	for (int i = 0; i < 5; i++)
		assert_refused(end(work, "a wrong guess", NULL, "192.0.2.42"), wrong_proof);
	assert_refused(end(work, PASSWORD, NULL, "192.0.2.42"), wrong_proof);
}

static void
staff_lack_one_where_it_is_asked_for(void **state)
{
	struct work *work = *state;
	struct id root = { number_of(work, "SELECT id FROM node WHERE parent_id IS NULL") };

	assert_false(enrolment_lacking(work, "manager:1", false));
	set(work, &second_factor, root, 1);
	assert_true(enrolment_lacking(work, "manager:1", false));
	assert_false(enrolment_lacking(work, "manager:1", true));
	assert_false(enrolment_lacking(work, "volunteer:1", false));
	assert_false(enrolment_lacking(work, NULL, false));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_secret_holds_once_the_app_has_shown_it),
		in_work(ten_codes_are_all_different),
		in_work(setting_it_up_ends_all_sessions),
		in_work(there_is_one_at_a_time),
		in_work(what_was_not_offered_is_not_confirmed),
		in_work(it_is_turned_off_by_the_password_or_a_code),
		in_work(who_guesses_does_not_turn_it_off),
		in_work(staff_lack_one_where_it_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
