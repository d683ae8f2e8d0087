/* sign_in_test.c - who gets in, and that those who do not are told apart by nothing.
 *
 * What failed stays counted though a test is rolled back, so each test guesses as somebody else
 * or from somewhere else. */

#include "account/sign_in.h"

#include <oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "account/account.h"
#include "account/enrolment.h"
#include "account/second_factor.h"
#include "base/hash.h"
#include "base/text.h"
#include "db/connection.h"
#include "fixture.h"

#define RIGHT "quarter-demo-2026"
#define WRONG "quarter-demo-2027"

static const struct refusal *
try(struct work *work, const char *login, const char *password, const char *from)
{
	const struct sign_in_draft draft = { .login = login, .password = password };
	const struct origin origin = { .address = from };
	struct new_session session;

	return sign_in_with(work, &draft, &origin, &session);
}

/* Keeps what was written so far, and goes on as another unit of work. */
static void
keep(struct work *work)
{
	db_commit(work);
	work->command.key = (struct bytes){ 0 };
}

static void
the_right_password_lets_in(void **state)
{
	const struct sign_in_draft draft = { .login = " Neighbour@Quarter.example ",
					     .password = RIGHT };
	struct new_session session;

	assert_allowed(
		sign_in_with(*state, &draft, &(struct origin){ .address = "192.0.2.1" }, &session));
	assert_true(id_same(session.holder.person_id, person(*state, "neighbour")));
	assert_int_equal(session.cookie_seconds, 14 * 86400);
}

static void
the_three_who_do_not_get_in_hear_the_same(void **state)
{
	struct work *work = *state;

	assert_allowed(account_lock(work, account(work, "carer"), "Tried"));
	keep(work);
	assert_ptr_equal(try(work, "nobody@quarter.example", RIGHT, "192.0.2.2"), &bad_credentials);
	assert_ptr_equal(try(work, "neighbour@quarter.example", WRONG, "192.0.2.2"),
			 &bad_credentials);
	assert_ptr_equal(try(work, "carer@quarter.example", RIGHT, "192.0.2.2"), &bad_credentials);
	assert_ptr_equal(try(work, "no address at all", RIGHT, "192.0.2.2"), &bad_credentials);
}

static int64_t
letters_to(struct work *work, const char *name)
{
	return number_of(work, text(work,
				    "SELECT COUNT(*) FROM letter"
				    " WHERE letter = 'account_locked' AND person_id = %ld",
				    person(work, name).value));
}

static void
who_guesses_is_limited_though_the_last_guess_is_right(void **state)
{
	struct work *work = *state;

	for (int i = 0; i < 5; i++)
		assert_refused(try(work, "volunteer@quarter.example", WRONG, "192.0.2.3"),
			       bad_credentials);
	assert_refused(try(work, "volunteer@quarter.example", RIGHT, "192.0.2.3"), bad_credentials);
	assert_int_equal(letters_to(work, "volunteer"), 1);
	work->now += 15 * 60;
	assert_allowed(try(work, "volunteer@quarter.example", RIGHT, "192.0.2.3"));
}

static void
the_owner_gets_in_from_elsewhere(void **state)
{
	for (int i = 0; i < 6; i++)
		assert_refused(try(*state, "organiser@quarter.example", WRONG, "192.0.2.4"),
			       bad_credentials);
	assert_allowed(try(*state, "organiser@quarter.example", RIGHT, "192.0.2.5"));
}

static void
staff_have_a_short_session(void **state)
{
	const struct sign_in_draft draft = { .login = "desk@quarter.example", .password = RIGHT };
	struct new_session session;

	assert_allowed(
		sign_in_with(*state, &draft, &(struct origin){ .address = "192.0.2.6" }, &session));
	assert_int_equal(session.cookie_seconds, 0);
	assert_int_equal(number_of(*state, "SELECT MIN(idle_seconds) FROM session"), 30 * 60);
}

static bool
is_hashed_weakly(struct work *work)
{
	return number_of(work, text(work,
				    "SELECT password_hash LIKE '%%m=8,t=1,%%' FROM credential"
				    " WHERE account_id = %ld",
				    account(work, "auditor").value)) == 1;
}

static void
a_hash_of_less_work_is_made_anew(void **state)
{
	struct work *work = *state;
	char weak[crypto_pwhash_STRBYTES];

	assert_int_equal(crypto_pwhash_str(weak, RIGHT, strlen(RIGHT), crypto_pwhash_OPSLIMIT_MIN,
					   crypto_pwhash_MEMLIMIT_MIN),
			 0);
	execute(work,
		text(work, "UPDATE credential SET password_hash = '%s' WHERE account_id = %ld",
		     weak, account(work, "auditor").value));
	assert_true(is_hashed_weakly(work));
	assert_allowed(try(work, "auditor@quarter.example", RIGHT, "192.0.2.8"));
	assert_false(is_hashed_weakly(work));
	assert_allowed(try(work, "auditor@quarter.example", RIGHT, "192.0.2.8"));
}

/* ---- the second factor ---- */

/* What the app shows, which was given the address. */
static const char *
digits_of(struct work *work, const char *address)
{
	const char *base32 = strstr(address, "secret=") + strlen("secret=");
	char *secret, digits[7];
	size_t size;

	assert_int_equal(oath_base32_decode(base32, strcspn(base32, "&"), &secret, &size), OATH_OK);
	arena_defer(work->arena, free, secret);
	assert_int_equal(oath_totp_generate(secret, size, work->now,
					    OATH_TOTP_DEFAULT_TIME_STEP_SIZE,
					    OATH_TOTP_DEFAULT_START_TIME, 6, digits),
			 OATH_OK);
	return arena_text(work->arena, digits);
}

static const struct refusal *
try_both(struct work *work, const char *password, const char *digits)
{
	const struct sign_in_draft draft = { .login = "district@quarter.example",
					     .password = password,
					     .totp = digits };
	struct new_session session;

	return sign_in_with(work, &draft, &(struct origin){ .address = "192.0.2.7" }, &session);
}

static const struct refusal *
try_recovery(struct work *work, const char *code)
{
	const struct sign_in_draft draft = { .login = "district@quarter.example",
					     .password = RIGHT,
					     .recovery_code = code };
	struct new_session session;

	return sign_in_with(work, &draft, &(struct origin){ .address = "192.0.2.9" }, &session);
}

static void
digits_are_good_once(void **state)
{
	struct work *work = *state;
	struct account district;
	const char *digits;

	assert_allowed(account_find(work, account(work, "district"), &district));
	digits = digits_of(work, second_factor_enrol(work, &district, "district@quarter.example"));
	assert_refused(try_both(work, RIGHT, NULL), totp_needed);
	assert_allowed(try_both(work, RIGHT, digits));
	keep(work);
	assert_refused(try_both(work, RIGHT, digits), bad_credentials);
	assert_refused(try_both(work, WRONG, NULL), bad_credentials);
}

/* The test before has given the account an app. */
static void
a_recovery_code_stands_in_for_the_app_once(void **state)
{
	struct work *work = *state;
	struct id district = account(work, "district");

	execute(work,
		text(work, "INSERT INTO recovery_code VALUES (%ld, UNHEX('%s'))", district.value,
		     hex_of(work, recovery_hash(work, district, "abcde-fghjk"))));
	keep(work);
	assert_refused(try_recovery(work, "abcde-fghjm"), bad_credentials);
	assert_allowed(try_recovery(work, " ABCDE-FGHJK "));
	keep(work);
	assert_refused(try_recovery(work, "abcde-fghjk"), bad_credentials);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(the_right_password_lets_in),
		in_work(the_three_who_do_not_get_in_hear_the_same),
		in_work(who_guesses_is_limited_though_the_last_guess_is_right),
		in_work(the_owner_gets_in_from_elsewhere),
		in_work(staff_have_a_short_session),
		in_work(a_hash_of_less_work_is_made_anew),
		in_work(digits_are_good_once),
		in_work(a_recovery_code_stands_in_for_the_app_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
