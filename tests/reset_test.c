/* reset_test.c - a forgotten password: who gets a new one, and that nobody else does. */

#include "account/reset.h"

#include <string.h>

#include "account/password.h"
#include "account/sign_in.h"
#include "base/hash.h"
#include "base/text.h"
#include "fixture.h"

#define MINUTE 60
#define DAY 86400
#define MAIL "neighbour@quarter.example"
#define NEW "heron teapot gravel"

/* ---- asking ---- */

static const char *
ask(struct work *work, const char *login)
{
	const char *sent_to = NULL;

	assert_allowed(reset_ask(work, &(struct reset_draft){ .login = login }, &sent_to));
	return sent_to;
}

static int64_t
waiting(struct work *work)
{
	return number_of(work, "SELECT COUNT(*) FROM password_reset");
}

static int64_t
letters(struct work *work, const char *letter)
{
	return number_of(work,
			 text(work, "SELECT COUNT(*) FROM letter WHERE letter = '%s'", letter));
}

static int64_t
deliveries(struct work *work)
{
	return number_of(work, "SELECT COUNT(*) FROM delivery");
}

static void
an_address_without_account_is_answered_and_kept_alike(void **state)
{
	int64_t sent = deliveries(*state);

	assert_string_equal(ask(*state, MAIL), "n***@quarter.example");
	assert_int_equal(waiting(*state), 1);
	assert_int_equal(deliveries(*state), sent + 1);
	assert_string_equal(ask(*state, "nobody@quarter.example"), "n***@quarter.example");
	assert_int_equal(waiting(*state), 2);
	assert_int_equal(deliveries(*state), sent + 2);
}

static void
mail_brings_a_link_and_to_nobody_a_word(void **state)
{
	int64_t links = letters(*state, "reset_link"), words = letters(*state, "reset_unknown");

	ask(*state, MAIL);
	ask(*state, "nobody@quarter.example");
	assert_int_equal(letters(*state, "reset_link"), links + 1);
	assert_int_equal(letters(*state, "reset_unknown"), words + 1);
}

static void
nobody_is_flooded(void **state)
{
	int64_t links = letters(*state, "reset_link");

	for (int i = 0; i < 5; i++)
		ask(*state, MAIL);
	assert_int_equal(letters(*state, "reset_link"), links + 3);
}

static void
what_is_no_address_is_refused(void **state)
{
	const char *sent_to;

	assert_refused(reset_ask(*state, &(struct reset_draft){ .login = "nobody" }, &sent_to),
		       no_address);
}

/* ---- bringing it back ---- */

/* As if that secret had been sent, which is good for so long. */
static const char *
a_secret(struct work *work, const char *name, int64_t seconds)
{
	const char *secret = token_new(work);

	execute(work, text(work,
			   "INSERT INTO password_reset (id, lookup, account_id, code_hash, "
			   "expires_at) VALUES (%ld, '', %ld, UNHEX('%s'), %ld)",
			   id_new().value, account(work, name).value,
			   hex_of(work, token_hash(work, secret)), work->now + seconds));
	return secret;
}

static const struct refusal *
choose(struct work *work, const char *secret, const char *password)
{
	return reset_confirm(work,
			     &(struct new_password_draft){ .code = secret, .password = password });
}

static const struct refusal *
sign_in_as(struct work *work, const char *password)
{
	const struct sign_in_draft draft = { .login = MAIL, .password = password };
	struct new_session session;

	return sign_in_with(work, &draft, &(struct origin){ .address = "192.0.2.30" }, &session);
}

static int64_t
of_neighbour(struct work *work, const char *table)
{
	return number_of(work, text(work, "SELECT COUNT(*) FROM %s WHERE account_id = %ld", table,
				    account(work, "neighbour").value));
}

static void
a_new_password_signs_in_and_ends_all_sessions(void **state)
{
	struct new_session session;
	int64_t told = letters(*state, "password_changed");

	session_begin(*state, account(*state, "neighbour"),
		      &(struct beginning){ .device = device_of(NULL) }, &session);
	assert_true(of_neighbour(*state, "session") > 0);
	assert_allowed(choose(*state, a_secret(*state, "neighbour", MINUTE), NEW));
	assert_int_equal(of_neighbour(*state, "session"), 0);
	assert_int_equal(letters(*state, "password_changed"), told + 1);
	assert_allowed(sign_in_as(*state, NEW));
}

static void
a_secret_is_good_once(void **state)
{
	const char *secret = a_secret(*state, "neighbour", MINUTE);

	assert_allowed(choose(*state, secret, NEW));
	assert_refused(choose(*state, secret, NEW), reset_over);
}

static void
a_new_password_ends_what_else_was_sent(void **state)
{
	const char *first = a_secret(*state, "neighbour", MINUTE);
	const char *second = a_secret(*state, "neighbour", MINUTE);

	assert_allowed(choose(*state, second, NEW));
	assert_refused(choose(*state, first, NEW), reset_over);
}

static void
a_secret_ends_by_the_minute(void **state)
{
	struct work *work = *state;
	const char *secret = a_secret(work, "neighbour", 30 * MINUTE);

	work->now += 30 * MINUTE;
	assert_refused(choose(work, secret, NEW), reset_over);
	work->now -= 1;
	assert_allowed(choose(work, secret, NEW));
}

static void
a_password_that_will_not_do_leaves_the_secret_as_it_is(void **state)
{
	const char *secret = a_secret(*state, "neighbour", MINUTE);

	assert_refused(choose(*state, secret, "short"), password_short);
	assert_refused(choose(*state, secret, "password123"), password_common);
	assert_refused(choose(*state, secret, "x-neighbour-8v#q"), password_own);
	assert_allowed(choose(*state, secret, NEW));
}

static void
a_code_without_its_address_is_nothing(void **state)
{
	ask(*state, "+8613800138777");
	assert_refused(choose(*state, "12345678", NEW), no_address);
}

static void
a_secret_that_nobody_sent_is_nothing(void **state)
{
	a_secret(*state, "neighbour", MINUTE);
	assert_refused(choose(*state, token_new(*state), NEW), reset_over);
}

/* ---- by others ---- */

static void
an_invitation_is_good_for_a_week(void **state)
{
	struct work *work = *state;
	struct account neighbour;

	assert_allowed(account_find(work, account(work, "neighbour"), &neighbour));
	assert_allowed(reset_invite(work, &neighbour));
	assert_int_equal(number_of(work, "SELECT MAX(expires_at) FROM password_reset"),
			 work->now + 7 * DAY);
	assert_allowed(reset_send(work, &neighbour));
	assert_int_equal(number_of(work, "SELECT MIN(expires_at) FROM password_reset"),
			 work->now + 30 * MINUTE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(an_address_without_account_is_answered_and_kept_alike),
		in_work(mail_brings_a_link_and_to_nobody_a_word),
		in_work(nobody_is_flooded),
		in_work(what_is_no_address_is_refused),
		in_work(a_new_password_signs_in_and_ends_all_sessions),
		in_work(a_secret_is_good_once),
		in_work(a_new_password_ends_what_else_was_sent),
		in_work(a_secret_ends_by_the_minute),
		in_work(a_password_that_will_not_do_leaves_the_secret_as_it_is),
		in_work(a_code_without_its_address_is_nothing),
		in_work(a_secret_that_nobody_sent_is_nothing),
		in_work(an_invitation_is_good_for_a_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
