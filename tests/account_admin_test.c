/* account_admin_test.c - who administers a part of the network finds and changes what lies in it.
 */

#include "account/administer.h"

#include "account/identity.h"
#include "account/role.h"
#include "base/hash.h"
#include "base/text.h"
#include "fixture.h"

/* The administrator of the district, who is none in the demonstration. */
static void
administer(struct work *work, const char *name, struct id node)
{
	struct grant *grant = arena_one(work->arena, struct grant);

	sign_in(work, name);
	*grant = (struct grant){ node, role_may("admin") };
	work->grants = grant;
	work->grant_count = 1;
}

static struct managed
found(struct work *work, const char *name)
{
	struct managed managed;

	assert_allowed(managed_find(work, account(work, name), &managed));
	return managed;
}

static const struct cursor first_page = { .rows = 21 };

/* How many a search finds, and the first of them. */
static size_t
search(struct work *work, const char *q, struct managed **list)
{
	const struct managed_query query = { .q = q };
	size_t count;

	assert_allowed(managed_list(work, &query, &first_page, list, &count));
	return count;
}

static bool
finds(struct work *work, const char *q, const char *name)
{
	struct managed *list;
	size_t count = search(work, q, &list);

	for (size_t i = 0; i < count; i++) {
		if (id_same(list[i].id, account(work, name)))
			return true;
	}
	return false;
}

static void
addresses_and_last_digits_find_whom_they_reach(void **state)
{
	sign_in(*state, "admin");
	assert_true(finds(*state, "desk@quarter.example", "desk"));
	assert_true(finds(*state, "037155558126", "desk"));
	assert_true(finds(*state, "8126", "desk"));
	assert_false(finds(*state, "8127", "desk"));
	assert_true(finds(*state, id_text(account(*state, "desk")).chars, "desk"));
}

/* ---- the part of the network that is one's own ---- */

static void
an_account_is_seen_from_where_it_lives_and_where_it_works(void **state)
{
	struct work *work = *state;
	struct managed managed;

	administer(work, "admin", centre_at(work, "sports-park"));
	assert_allowed(managed_find(work, account(work, "desk"), &managed));
	assert_refused(managed_find(work, account(work, "resident"), &managed), refused_missing);
	administer(work, "admin", area_at(work, "410104570001"));
	assert_allowed(managed_find(work, account(work, "resident"), &managed));
	assert_refused(managed_find(work, account(work, "desk"), &managed), refused_missing);
}

static void
a_siblings_accounts_are_not_there(void **state)
{
	struct work *work = *state;
	const struct managed_query elsewhere = { .place_id = centre_at(work, "sports-park") };
	struct managed *list;
	size_t count;

	administer(work, "admin", area_at(work, "410105"));
	assert_false(finds(work, "desk@quarter.example", "desk"));
	assert_true(finds(work, "admin@quarter.example", "admin"));
	assert_refused(managed_list(work, &elsewhere, &first_page, &list, &count), unknown_place);
}

static void
a_page_goes_on_where_the_one_before_ended(void **state)
{
	struct work *work = *state;
	const struct managed_query all = { .q = NULL };
	struct cursor cursor = { .rows = 4 };
	struct managed *list, *second;
	size_t count;

	sign_in(work, "admin");
	assert_allowed(managed_list(work, &all, &cursor, &list, &count));
	assert_int_equal(count, 4);
	cursor.after = list[1].name_order;
	cursor.after_id = list[1].person_id;
	assert_allowed(managed_list(work, &all, &cursor, &second, &count));
	assert_true(id_same(second[0].id, list[2].id));
	cursor = (struct cursor){ .after = second[1].name_order,
				  .after_id = second[1].person_id,
				  .backward = true,
				  .rows = 4 };
	assert_allowed(managed_list(work, &all, &cursor, &second, &count));
	assert_int_equal(count, 3);
	assert_true(id_same(second[0].id, list[0].id));
}

static void
roles_and_states_narrow_the_list(void **state)
{
	struct work *work = *state;
	struct managed_query query = { .role = "manager" };
	struct managed *list;
	size_t count;

	sign_in(work, "admin");
	assert_allowed(managed_list(work, &query, &first_page, &list, &count));
	assert_int_equal(count, 1);
	assert_true(id_same(list->id, account(work, "manager")));
	query = (struct managed_query){ .q = "8126", .status = &account_locked };
	assert_allowed(managed_list(work, &query, &first_page, &list, &count));
	assert_int_equal(count, 0);
}

/* ---- locking ---- */

static void
a_lock_ends_what_goes_on_and_says_why(void **state)
{
	struct work *work = *state;
	struct managed desk;
	struct new_session session;
	struct identity identity;
	const struct bytes none = { 0 };

	sign_in(work, "admin");
	desk = found(work, "desk");
	session_begin(work, desk.id, &(struct beginning){ .shared = false }, &session);
	assert_refused(managed_lock(work, &desk, ""), reason_missing);
	assert_allowed(managed_lock(work, &desk, "Lost the telephone"));
	identity_find(work, token_hash(work, session.token), none, &identity);
	assert_false(id_given(identity.account_id));
	assert_ptr_equal(found(work, "desk").status, &account_locked);
	assert_int_equal(account_standing(work, desk.id).sessions, 0);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM audit_entry WHERE act = "
					 "'account_locked' AND detail LIKE "
					 "'{\"before\":{\"status\":\"open\"},\"after\":{\"status\":"
					 "\"locked\"},\"reason\":\"Lost%'"),
			 1);
	assert_allowed(managed_unlock(work, &desk, "Found it"));
	assert_ptr_equal(found(work, "desk").status, &account_open);
}

static void
nobody_locks_themselves(void **state)
{
	struct managed admin;

	sign_in(*state, "admin");
	admin = found(*state, "admin");
	assert_refused(managed_lock(*state, &admin, "To see"), own_account);
	assert_refused(managed_close(*state, &admin, "To see"), own_account);
}

static void
who_may_do_more_is_not_locked_by_who_may_do_less(void **state)
{
	struct managed admin;

	administer(*state, "district", area_at(*state, "410105"));
	admin = found(*state, "admin"); /* who lives there */
	assert_refused(managed_lock(*state, &admin, "To see"), beyond_reach);
	assert_refused(managed_end_sessions(*state, &admin), beyond_reach);
}

static void
a_closed_account_stays_closed_and_frees_its_addresses(void **state)
{
	struct work *work = *state;
	struct managed desk;
	struct account owner;

	sign_in(work, "admin");
	desk = found(work, "desk");
	assert_allowed(managed_close(work, &desk, "Left the service"));
	assert_int_equal(found(work, "desk").role_count, 0);
	assert_refused(managed_unlock(work, &desk, "Came back"), account_is_closed);
	assert_refused(account_find_by_login(work, "desk@quarter.example", &owner),
		       refused_missing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(addresses_and_last_digits_find_whom_they_reach),
		in_work(an_account_is_seen_from_where_it_lives_and_where_it_works),
		in_work(a_siblings_accounts_are_not_there),
		in_work(a_page_goes_on_where_the_one_before_ended),
		in_work(roles_and_states_narrow_the_list),
		in_work(a_lock_ends_what_goes_on_and_says_why),
		in_work(nobody_locks_themselves),
		in_work(who_may_do_more_is_not_locked_by_who_may_do_less),
		in_work(a_closed_account_stays_closed_and_frees_its_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
