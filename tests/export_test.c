/* export_test.c - a list of accounts leaves as a table that a spreadsheet reads and does not run.
 */

#include "admin/export.h"

#include <string.h>

#include "base/text.h"
#include "fixture.h"

static const struct managed_query everybody = { .q = NULL };

static void
a_cell_is_never_a_formula(void **state)
{
	assert_string_equal(csv_cell(*state, "Lan Wang"), "\"Lan Wang\"");
	assert_string_equal(csv_cell(*state, "=1+1"), "\"'=1+1\"");
	assert_string_equal(csv_cell(*state, "+86"), "\"'+86\"");
	assert_string_equal(csv_cell(*state, "-1"), "\"'-1\"");
	assert_string_equal(csv_cell(*state, "@SUM(A1)"), "\"'@SUM(A1)\"");
	assert_string_equal(csv_cell(*state, "\tx"), "\"'\tx\"");
	assert_string_equal(csv_cell(*state, "say \"a\", b"), "\"say \"\"a\"\", b\"");
	assert_string_equal(csv_cell(*state, ""), "\"\"");
}

static void
an_export_begins_with_its_mark_and_has_a_line_each(void **state)
{
	const struct managed_query desk = { .q = "8126" };
	const char *csv;

	sign_in(*state, "admin");
	assert_allowed(accounts_csv(*state, &desk, &csv));
	assert_memory_equal(csv, "\xef\xbb\xbf\"Number\",", 12);
	assert_non_null(
		strstr(csv, "\",\"李明\",\"Open\",\"Front desk @ Sports Park Service Centre\""));
	assert_null(strstr(csv, "desk@quarter.example"));
	assert_non_null(strstr(csv, "d***@quarter.example"));
}

static void
an_export_stays_within_the_part_and_stands_in_the_log(void **state)
{
	struct work *work = *state;
	struct grant *grant = arena_one(work->arena, struct grant);
	const char *csv;

	sign_in(work, "admin");
	*grant = (struct grant){ centre_at(work, "sports-park"), UINT64_C(1) << MAY_ADMINISTER };
	work->grants = grant;
	assert_allowed(accounts_csv(work, &everybody, &csv));
	assert_non_null(strstr(csv, "李明"));
	assert_null(strstr(csv, "王秀兰"));
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM audit_entry WHERE act = "
					 "'accounts_exported' AND detail = '{\"count\":3}'"),
			 1);
}

static void
a_list_too_long_is_refused(void **state)
{
	struct work *work = *state;
	const struct setting *few = &export_rows;
	const char *csv;

	set(work, few, area_at(work, "410100"), 5);
	sign_in(work, "admin");
	assert_refused(accounts_csv(work, &everybody, &csv), export_too_large);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_cell_is_never_a_formula),
		in_work(an_export_begins_with_its_mark_and_has_a_line_each),
		in_work(an_export_stays_within_the_part_and_stands_in_the_log),
		in_work(a_list_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
