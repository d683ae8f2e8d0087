/* identity_test.c - a session tells who asks, until it ends. */

#include "account/identity.h"

#include <string.h>

#include "account/account.h"
#include "base/hash.h"
#include "base/text.h"
#include "fixture.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static const struct bytes none = { 0 };

static const char *
a_session(struct work *work, const char *name, bool shared)
{
	struct new_session session;

	session_begin(work, account(work, name),
		      &(struct beginning){ shared, device_of("Mozilla/5.0 (X11) Firefox/115.0") },
		      &session);
	return session.token;
}

/* Whose a token is, by cookie. */
static struct id
whose(struct work *work, const char *token)
{
	struct identity identity;

	identity_find(work, token_hash(work, token), none, &identity);
	return identity.account_id;
}

static bool
is_nobodys(struct work *work, const char *token)
{
	return !id_given(whose(work, token));
}

static void
a_session_tells_who_asks(void **state)
{
	const char *token = a_session(*state, "neighbour", false);
	struct identity identity;

	identity_find(*state, token_hash(*state, token), none, &identity);
	assert_true(id_same(identity.account_id, account(*state, "neighbour")));
	assert_true(id_same(identity.person_id, person(*state, "neighbour")));
	assert_null(identity.roles);
	assert_true(identity.caches > 0);
}

static void
a_visitor_is_nobody(void **state)
{
	struct identity identity;

	identity_find(*state, none, none, &identity);
	assert_false(id_given(identity.account_id));
	assert_true(is_nobodys(*state, "0000000000000000000000000000000000000000000000000000"));
}

static void
a_stolen_row_does_not_sign_in(void **state)
{
	const char *token = a_session(*state, "neighbour", false);
	struct bytes hash = token_hash(*state, token);
	const char *raw = arena_copy(((struct work *)*state)->arena, hash.data, hash.size);

	assert_false(is_nobodys(*state, token));
	assert_true(is_nobodys(*state, hex_of(*state, hash)));
	assert_true(is_nobodys(*state, raw));
	assert_int_equal(
		number_of(*state,
			  text(*state, "SELECT COUNT(*) FROM session WHERE token_hash = '%s'",
			       token)),
		0);
}

static void
a_session_is_no_bearer_token(void **state)
{
	struct bytes hash = token_hash(*state, a_session(*state, "neighbour", false));
	struct identity identity;

	identity_find(*state, none, hash, &identity);
	assert_false(id_given(identity.account_id));
}

static void
every_session_has_a_token_of_its_own(void **state)
{
	const char *first = a_session(*state, "neighbour", false);
	const char *second = a_session(*state, "neighbour", false);

	assert_string_not_equal(first, second);
	assert_int_equal(strlen(first), 52);
}

static void
a_resident_is_known_for_fourteen_days(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "neighbour", false);

	work->now += 14 * DAY - 1;
	assert_false(is_nobodys(work, token));
	work->now += 1;
	assert_true(is_nobodys(work, token));
}

static void
being_seen_keeps_a_session(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "neighbour", false);

	work->now += 13 * DAY;
	execute(work, text(work, "UPDATE session SET seen_at = %ld", work->now));
	work->now += 13 * DAY;
	assert_false(is_nobodys(work, token));
}

static void
staff_are_known_for_half_an_hour_unseen(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "manager", false);

	work->now += 30 * MINUTE - 1;
	assert_false(is_nobodys(work, token));
	work->now += 1;
	assert_true(is_nobodys(work, token));
}

static void
staff_are_known_for_twelve_hours_in_all(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "manager", false);

	work->now += 12 * HOUR - 1;
	execute(work, text(work, "UPDATE session SET seen_at = %ld", work->now));
	assert_false(is_nobodys(work, token));
	work->now += 1;
	assert_true(is_nobodys(work, token));
	work->now += MINUTE;
	assert_true(is_nobodys(work, token));
}

static void
a_shared_computer_forgets_soon(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "neighbour", true);

	work->now += 30 * MINUTE;
	assert_true(is_nobodys(work, token));
}

static void
signing_out_ends_a_session_and_no_other(void **state)
{
	const char *first = a_session(*state, "neighbour", false);
	const char *second = a_session(*state, "neighbour", false);

	session_end(*state, first);
	assert_true(is_nobodys(*state, first));
	assert_false(is_nobodys(*state, second));
}

static void
a_lock_ends_all_at_once(void **state)
{
	const char *first = a_session(*state, "neighbour", false);
	const char *second = a_session(*state, "resident", false);

	assert_allowed(account_lock(*state, account(*state, "neighbour"), "Lost phone"));
	assert_true(is_nobodys(*state, first));
	assert_false(is_nobodys(*state, second));
	assert_allowed(account_unlock(*state, account(*state, "neighbour"), "Found again"));
	assert_true(is_nobodys(*state, first));
}

static void
a_role_counts_between_its_dates(void **state)
{
	struct work *work = *state;
	const char *token = a_session(work, "manager", false);
	struct identity identity;

	execute(work, text(work, "UPDATE role_grant SET until = %ld WHERE account_id = %ld",
			   work->now + 10, account(work, "manager").value));
	identity_find(work, token_hash(work, token), none, &identity);
	assert_int_equal(strncmp(identity.roles, "manager:", 8), 0);
	work->now += 10;
	identity_find(work, token_hash(work, token), none, &identity);
	assert_null(identity.roles);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_session_tells_who_asks),
		in_work(a_visitor_is_nobody),
		in_work(a_stolen_row_does_not_sign_in),
		in_work(a_session_is_no_bearer_token),
		in_work(every_session_has_a_token_of_its_own),
		in_work(a_resident_is_known_for_fourteen_days),
		in_work(being_seen_keeps_a_session),
		in_work(staff_are_known_for_half_an_hour_unseen),
		in_work(staff_are_known_for_twelve_hours_in_all),
		in_work(a_shared_computer_forgets_soon),
		in_work(signing_out_ends_a_session_and_no_other),
		in_work(a_lock_ends_all_at_once),
		in_work(a_role_counts_between_its_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
