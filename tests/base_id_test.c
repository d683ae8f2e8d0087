/* base_id_test.c - ids and references survive being written, and notice being written wrongly. */

#include <string.h>

#include "bare.h"
#include "base/base32.h"
#include "base/id.h"
#include "base/reference.h"

static void
an_id_is_read_as_it_was_written(void **state)
{
	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct id id = id_new(), read;

		assert_true(id.value > 0);
		assert_int_equal(strlen(id_text(id).chars), 13);
		assert_true(id_parse(id_text(id).chars, &read));
		assert_true(id_same(id, read));
	}
}

static void
an_id_is_read_in_any_case(void **state)
{
	struct id lower, upper;

	(void)state;
	assert_true(id_parse("7zzzzzzzzzzzz", &lower));
	assert_true(id_parse("7ZZZZZZZZZZZZ", &upper));
	assert_int_equal(lower.value, INT64_MAX);
	assert_true(id_same(lower, upper));
}

static void
what_is_no_id_names_nothing(void **state)
{
	static const char *const wrong[] = {
		"",
		"1",
		"0000000000000",
		"8000000000000",
		"1000000000000 ",
		" 000000000001",
		"00000000000001",
		"000000000000u",
		"000000000000o",
		"00000000000-1",
		"９000000000001",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct id id = { 5 };

		assert_false(id_parse(wrong[i], &id));
		assert_false(id_given(id));
	}
}

static void
a_reference_is_read_as_it_is_shown(void **state)
{
	for (int i = 0; i < 200; i++) {
		const char *reference = reference_new(*state);
		const char *shown = reference_shown(*state, reference);

		assert_int_equal(strlen(reference), 8);
		assert_int_equal(shown[4], '-');
		assert_string_equal(reference_parse(*state, shown), reference);
		assert_string_equal(reference_parse(*state, reference), reference);
	}
}

static void
a_reference_may_be_typed_carelessly(void **state)
{
	assert_string_equal(reference_parse(*state, " ooOO-0000 "), "00000000");
	assert_null(reference_parse(*state, "0000000"));
	assert_null(reference_parse(*state, "000000000"));
	assert_null(reference_parse(*state, "0000-000U"));
}

static void
each_wrong_character_is_noticed(void **state)
{
	struct work *work = *state;

	for (int round = 0; round < 5; round++) {
		char *typed = arena_text(work->arena, reference_new(work));

		for (size_t place = 0; place < 8; place++) {
			char right = typed[place];

			for (const char *digit = base32_digits; *digit; digit++) {
				typed[place] = *digit;
				if (base32_value(*digit) != base32_value(right))
					assert_null(reference_parse(work, typed));
			}
			typed[place] = right;
		}
	}
}

static void
each_two_characters_that_changed_places_are_noticed(void **state)
{
	struct work *work = *state;

	for (int round = 0; round < 20; round++) {
		const char *reference = reference_new(work);

		for (size_t a = 0; a < 8; a++) {
			for (size_t b = a + 1; b < 8; b++) {
				char *typed = arena_text(work->arena, reference);

				typed[a] = reference[b];
				typed[b] = reference[a];
				if (typed[a] != typed[b])
					assert_null(reference_parse(work, typed));
			}
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(an_id_is_read_as_it_was_written),
		in_bare_work(an_id_is_read_in_any_case),
		in_bare_work(what_is_no_id_names_nothing),
		in_bare_work(a_reference_is_read_as_it_is_shown),
		in_bare_work(a_reference_may_be_typed_carelessly),
		in_bare_work(each_wrong_character_is_noticed),
		in_bare_work(each_two_characters_that_changed_places_are_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
