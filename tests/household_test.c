/* household_test.c - for whom an account acts, and for whom it does not. */

#include "household/household.h"

#include <string.h>

#include "base/quarter.h"
#include "base/text.h"
#include "fixture.h"

static struct dependant_draft
a_child(const char *name, const char *born)
{
	return (struct dependant_draft){
		.name = name,
		.born = day_at(born),
		.relation = word_find(relations, "child"),
	};
}

static struct member
added(struct work *work, struct dependant_draft draft)
{
	struct member member;

	assert_allowed(household_add(work, &draft, &member));
	return member;
}

static void
one_acts_for_oneself_and_ones_own(void **state)
{
	assert_allowed(household_may_act(*state, person(*state, "resident")));
	assert_allowed(household_may_act(*state, person(*state, "mother")));
	assert_allowed(household_may_act(*state, person(*state, "child")));
}

static void
others_are_as_if_they_were_not_there(void **state)
{
	assert_refused(household_may_act(*state, person(*state, "neighbour")), refused_missing);
	assert_refused(household_may_act(*state, (struct id){ 4711 }), refused_missing);
	sign_in(*state, "neighbour");
	assert_refused(household_may_act(*state, person(*state, "mother")), refused_missing);
}

static void
a_visitor_acts_for_nobody(void **state)
{
	sign_out(*state);
	assert_refused(household_may_act(*state, person(*state, "resident")), refused_missing);
}

static void
staff_do_not_act_for_residents_by_that_alone(void **state)
{
	sign_in(*state, "manager");
	assert_refused(household_may_act(*state, person(*state, "resident")), refused_missing);
}

static void
a_relation_holds_until_its_end(void **state)
{
	struct work *work = *state;

	execute(work, text(work, "UPDATE may_act SET until = %ld WHERE person_id = %ld",
			   work->now + 1, person(work, "mother").value));
	assert_allowed(household_may_act(work, person(work, "mother")));
	work->now += 1;
	assert_refused(household_may_act(work, person(work, "mother")), refused_missing);
}

static void
oneself_comes_first_and_then_the_oldest(void **state)
{
	size_t count;
	struct member *members = household_members(*state, &count);

	assert_int_equal(count, 3);
	assert_ptr_equal(members[0].relation, &relation_self);
	assert_true(members[0].has_account);
	assert_true(id_same(members[1].person_id, person(*state, "mother")));
	assert_false(members[1].has_account);
	assert_true(id_same(members[2].person_id, person(*state, "child")));
}

static void
whom_one_may_choose_is_said_in_words(void **state)
{
	size_t count;
	struct choice *choices = household_choices(*state, &count);

	assert_int_equal(count, 3);
	assert_non_null(strstr(choices[1].label, " (my mother)"));
	language_use("zh-CN");
	choices = household_choices(*state, &count);
	assert_non_null(strstr(choices[1].label, "（我的母亲）"));
}

static void
who_is_added_is_acted_for(void **state)
{
	struct member member = added(*state, a_child("小宝", "2020-06-01"));
	size_t count;

	assert_allowed(household_may_act(*state, member.person_id));
	household_members(*state, &count);
	assert_int_equal(count, 4);
	sign_in(*state, "neighbour");
	assert_refused(household_may_act(*state, member.person_id), refused_missing);
}

static void
who_is_born_tomorrow_is_not_added(void **state)
{
	struct dependant_draft draft = a_child("小宝", "2027-03-01");
	struct member member;

	assert_string_equal(code_of(household_add(*state, &draft, &member)), "born_ahead");
	draft.born = day_at("2027-02-28");
	assert_allowed(household_add(*state, &draft, &member));
}

static void
a_year_mistyped_is_noticed(void **state)
{
	struct dependant_draft draft = a_child("太婆", "1827-03-01");
	struct member member;

	assert_string_equal(code_of(household_add(*state, &draft, &member)), "born_too_long_ago");
}

static void
a_household_has_an_end(void **state)
{
	struct dependant_draft draft = a_child("小宝", "2020-06-01");
	struct member member;
	int64_t more = household_most.otherwise - 3;

	while (more-- > 0)
		added(*state, draft);
	assert_string_equal(code_of(household_add(*state, &draft, &member)), "household_full");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(one_acts_for_oneself_and_ones_own),
		in_work(others_are_as_if_they_were_not_there),
		in_work(a_visitor_acts_for_nobody),
		in_work(staff_do_not_act_for_residents_by_that_alone),
		in_work(a_relation_holds_until_its_end),
		in_work(oneself_comes_first_and_then_the_oldest),
		in_work(whom_one_may_choose_is_said_in_words),
		in_work(who_is_added_is_acted_for),
		in_work(who_is_born_tomorrow_is_not_added),
		in_work(a_year_mistyped_is_noticed),
		in_work(a_household_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
