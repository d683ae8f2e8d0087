/* own_session_test.c - where an account is signed in, and that nobody else ends it. */

#include "account/own_session.h"

#include "account/identity.h"
#include "base/hash.h"
#include "fixture.h"

#define DAY 86400

static struct bytes
begin(struct work *work, const char *name)
{
	struct new_session session;

	session_begin(work, account(work, name),
		      &(struct beginning){ .device = device_of("iPhone Safari") }, &session);
	return token_hash(work, session.token);
}

static void
a_session_says_with_what_it_was_begun(void **state)
{
	size_t count;
	const struct own_session *sessions =
		own_sessions(*state, begin(*state, "resident"), &count);

	assert_int_equal(count, 1);
	assert_string_equal(sessions->device->word, "phone");
	assert_string_equal(sessions->browser, "Safari");
}

static void
the_one_at_hand_is_marked_and_comes_first(void **state)
{
	struct bytes first = begin(*state, "resident");
	const struct own_session *sessions;
	size_t count;

	begin(*state, "resident");
	sessions = own_sessions(*state, first, &count);
	assert_int_equal(count, 2);
	assert_true(sessions[0].current);
	assert_false(sessions[1].current);
}

static void
what_has_ended_is_not_listed(void **state)
{
	struct work *work = *state;
	struct bytes hash = begin(work, "resident");
	size_t count;

	work->now += 14 * DAY;
	own_sessions(work, hash, &count);
	assert_int_equal(count, 0);
}

static void
one_ends_one_s_own_and_nobody_else_s(void **state)
{
	struct bytes hash = begin(*state, "neighbour");
	struct id id;
	size_t count;

	sign_in(*state, "neighbour");
	id = own_sessions(*state, hash, &count)->id;
	sign_in(*state, "resident");
	assert_refused(own_session_end(*state, id), refused_missing);
	sign_in(*state, "neighbour");
	assert_allowed(own_session_end(*state, id));
	assert_refused(own_session_end(*state, id), refused_missing);
	own_sessions(*state, hash, &count);
	assert_int_equal(count, 0);
}

static void
all_others_end_but_the_one_at_hand(void **state)
{
	struct bytes mine = begin(*state, "resident"), foreign = begin(*state, "neighbour");
	size_t count;

	begin(*state, "resident");
	begin(*state, "resident");
	own_sessions_end(*state, mine);
	assert_true(own_sessions(*state, mine, &count)->current);
	assert_int_equal(count, 1);
	sign_in(*state, "neighbour");
	own_sessions(*state, foreign, &count);
	assert_int_equal(count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_session_says_with_what_it_was_begun),
		in_work(the_one_at_hand_is_marked_and_comes_first),
		in_work(what_has_ended_is_not_listed),
		in_work(one_ends_one_s_own_and_nobody_else_s),
		in_work(all_others_end_but_the_one_at_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
