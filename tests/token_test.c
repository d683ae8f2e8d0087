/* token_test.c - tokens: whose, how long, and how far they reach. */

#include "account/token.h"

#include "account/identity.h"
#include "base/hash.h"
#include "fixture.h"

#define DAY 86400

static const struct bytes none = { 0 };

static const char *
make(struct work *work, const struct word *scope, int64_t days, struct token *token)
{
	const struct token_draft draft = { .name = "phone", .scope = scope, .days = days };
	struct account owner;
	const char *secret;

	assert_allowed(account_find(work, work->actor, &owner));
	token_make(work, &owner, &draft, token, &secret);
	return secret;
}

static struct identity
who(struct work *work, const char *secret)
{
	struct identity identity;

	identity_find(work, none, token_hash(work, secret), &identity);
	return identity;
}

static void
a_token_tells_who_asks_until_its_end(void **state)
{
	struct work *work = *state;
	struct token token;
	const char *secret = make(work, &scope_read, 30, &token);

	assert_true(id_same(who(work, secret).account_id, work->actor));
	assert_string_equal(who(work, secret).scope, "read");
	work->now += 30 * DAY - 1;
	assert_true(id_given(who(work, secret).account_id));
	work->now += 1;
	assert_false(id_given(who(work, secret).account_id));
}

static void
one_ends_one_s_own_and_nobody_else_s(void **state)
{
	struct token token;
	const char *secret = make(*state, &scope_all, 1, &token);
	size_t count;

	sign_in(*state, "neighbour");
	assert_refused(token_end(*state, token.id), refused_missing);
	token_list(*state, &count);
	assert_int_equal(count, 0);
	sign_in(*state, "resident");
	assert_allowed(token_end(*state, token.id));
	assert_false(id_given(who(*state, secret).account_id));
	assert_refused(token_end(*state, token.id), refused_missing);
}

/* ---- how far ---- */

static bool
reaches(const struct word *scope, bool writes, const char *path)
{
	bool as_resident;

	return token_reaches(scope->word, writes, path, &as_resident);
}

static void
what_reads_writes_nothing(void **state)
{
	(void)state;
	assert_true(reaches(&scope_read, false, "/api/v1/bookings"));
	assert_true(reaches(&scope_read, false, "/api/v1/me"));
	assert_false(reaches(&scope_read, true, "/api/v1/bookings"));
	assert_false(reaches(&scope_read, true, "/api/v1/me"));
}

static void
what_books_changes_no_account(void **state)
{
	(void)state;
	assert_true(reaches(&scope_book, true, "/api/v1/bookings"));
	assert_true(reaches(&scope_book, true, "/bookings/0123456789abc/cancel"));
	assert_true(reaches(&scope_book, true, "/api/v1/registrations/0123456789abc/accept"));
	assert_false(reaches(&scope_book, true, "/api/v1/me"));
	assert_false(reaches(&scope_book, true, "/api/v1/me/dependants"));
	assert_false(reaches(&scope_book, true, "/api/v1/bookings-of-others"));
	assert_false(reaches(&scope_book, true, "/api/v1/admin/accounts/0123456789abc/lock"));
}

static void
what_books_is_a_resident(void **state)
{
	bool as_resident;

	(void)state;
	assert_true(token_reaches("book", false, "/api/v1/bookings", &as_resident));
	assert_true(as_resident);
	assert_true(token_reaches("all", true, "/api/v1/me", &as_resident));
	assert_false(as_resident);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_token_tells_who_asks_until_its_end),
		in_work(one_ends_one_s_own_and_nobody_else_s),
		in_work(what_reads_writes_nothing),
		in_work(what_books_changes_no_account),
		in_work(what_books_is_a_resident),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
