/* name_key_test.c - names are found by how they are read. */

#include "person/name_key.h"

#include "account/administer.h"
#include "base/text.h"
#include "fixture.h"

static bool
finds(struct work *work, const char *q, const char *name)
{
	const struct managed_query query = { .q = q };
	const struct cursor first_page = { .rows = 21 };
	struct managed *list;
	size_t count;

	assert_allowed(managed_list(work, &query, &first_page, &list, &count));
	for (size_t i = 0; i < count; i++) {
		if (id_same(list[i].id, account(work, name)))
			return true;
	}
	return false;
}

static void
a_name_is_read_as_people_read_it(void **state)
{
	assert_string_equal(name_read(*state, "周敏"), "zhou min");
	assert_string_equal(name_read(*state, "单雄信"), "shan xiong xin");
	assert_string_equal(name_read(*state, "Lan Wang"), "lan wang");
	assert_true(name_order("chen") < name_order("zhou"));
	assert_true(name_order("zhou jing") < name_order("zhou min"));
	assert_true(name_order("") < name_order("a"));
}

static void
a_name_is_found_by_each_of_its_beginnings(void **state)
{
	static const char *const typed[] = { "周卫国",   "周",     "卫国", "zhouweiguo",
					     "Zhou Wei", "weiguo", "zwg",  "ｚｈｏｕ　ｗｅｉ" };

	sign_in(*state, "admin");
	for (size_t i = 0; i < COUNT(typed); i++)
		assert_true(finds(*state, typed[i], "volunteer"));
	assert_false(finds(*state, "zhang", "volunteer"));
	assert_false(finds(*state, "houweiguo", "volunteer"));
	assert_false(finds(*state, "%", "volunteer"));
}

static void
a_new_name_is_found_once_its_keys_are_made(void **state)
{
	struct work *work = *state;

	sign_in(work, "admin");
	execute(work, text(work, "UPDATE person SET name = '尉迟恭' WHERE id = %ld",
			   person(work, "volunteer").value));
	assert_false(finds(work, "yuchi", "volunteer"));
	name_keys_make(work, person(work, "volunteer"));
	assert_true(finds(work, "yuchi", "volunteer"));
	assert_false(finds(work, "zhouweiguo", "volunteer"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_name_is_read_as_people_read_it),
		in_work(a_name_is_found_by_each_of_its_beginnings),
		in_work(a_new_name_is_found_once_its_keys_are_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
