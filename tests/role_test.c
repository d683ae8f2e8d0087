/* role_test.c - what a list of roles lets its holder do, and where. */

#include "account/role.h"
#include "bare.h"
#include "base/text.h"
#include "base/tree.h"

static const struct id city = { 1 }, district = { 2 }, centre = { 3 }, elsewhere = { 4 };

static const struct tree_node nodes[] = {
	{ { 1 }, { 0 } },
	{ { 2 }, { 1 } },
	{ { 3 }, { 2 } },
	{ { 4 }, { 1 } },
};

static int
begin_with_tree(void **state)
{
	tree_use(nodes, COUNT(nodes));
	return begin_bare_work(state);
}
#define with_tree(test) cmocka_unit_test_setup_teardown(test, begin_with_tree, end_bare_work)

static struct work *
holding(void **state, const char *list)
{
	struct work *work = *state;

	work->grants = role_grants(work, list, &work->grant_count);
	return work;
}

static void
a_role_holds_from_its_node_downwards(void **state)
{
	struct work *work = holding(state, "manager:2");

	assert_true(work_may(work, MAY_RUN_VENUES, district));
	assert_true(work_may(work, MAY_RUN_VENUES, centre));
	assert_false(work_may(work, MAY_RUN_VENUES, city));
	assert_false(work_may(work, MAY_RUN_VENUES, elsewhere));
}

static void
a_role_allows_what_it_says_and_no_more(void **state)
{
	struct work *work = holding(state, "desk:3");

	assert_true(work_may(work, MAY_BOOK_FOR, centre));
	assert_false(work_may(work, MAY_ADMINISTER, centre));
	assert_false(work_may(work, MAY_SEE_REPORTS, centre));
}

static void
an_auditor_changes_nothing(void **state)
{
	struct work *work = holding(state, "auditor:1");

	assert_true(work_may(work, MAY_READ_AUDIT, centre));
	assert_true(work_may(work, MAY_SEE_REPORTS, centre));
	assert_false(work_may(work, MAY_RUN_VENUES, centre));
	assert_false(work_may(work, MAY_BOOK_FOR, centre));
	assert_false(work_may(work, MAY_ADMINISTER, centre));
}

static void
each_of_several_roles_holds(void **state)
{
	struct work *work = holding(state, "volunteer:1,desk:3,manager:4");

	assert_true(work_may(work, MAY_RUN_VENUES, elsewhere));
	assert_true(work_may(work, MAY_BOOK_FOR, centre));
	assert_false(work_may(work, MAY_SEE_REPORTS, centre));
	assert_false(work_may_somewhere(work, MAY_READ_AUDIT));
}

static void
who_has_no_role_may_nothing(void **state)
{
	assert_false(work_may_somewhere(holding(state, NULL), MAY_RUN_VENUES));
	assert_false(work_may_somewhere(holding(state, ""), MAY_RUN_VENUES));
	assert_false(work_may_somewhere(holding(state, "emperor:1"), MAY_RUN_VENUES));
	assert_false(work_may_somewhere(holding(state, "admi:1"), MAY_ADMINISTER));
}

static void
staff_are_told_from_residents(void **state)
{
	(void)state;
	assert_true(role_is_staff("volunteer:1,desk:3"));
	assert_true(role_is_staff("auditor:1"));
	assert_false(role_is_staff("volunteer:1,organiser:1,captain:1"));
	assert_false(role_is_staff(NULL));
}

static void
roles_are_named_once_each(void **state)
{
	const struct word *const *words = role_words(*state, "desk:3,volunteer:1,desk:4");

	assert_string_equal(words[0]->word, "desk");
	assert_string_equal(words[1]->word, "volunteer");
	assert_null(words[2]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_tree(a_role_holds_from_its_node_downwards),
		with_tree(a_role_allows_what_it_says_and_no_more),
		with_tree(an_auditor_changes_nothing),
		with_tree(each_of_several_roles_holds),
		with_tree(who_has_no_role_may_nothing),
		with_tree(staff_are_told_from_residents),
		with_tree(roles_are_named_once_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
