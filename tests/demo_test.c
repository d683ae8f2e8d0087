/* demo_test.c - the demonstration is whole, is loaded once, and grows by as many as are asked for.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "bare.h"
#include "base/conf.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/text.h"
#include "database.h"
#include "demo/csv.h"
#include "demo/demo.h"
#include "demo/draw.h"
#include "site/site.h"

static struct work work;
static char folder[4096];
static struct demo_options load;

static void
connect(void *db)
{
	db_connect(db);
}

/* On a Wednesday, at ten in the morning. */
static int
load_once(void **state)
{
	(void)state;
	database_make("demo_test");
	site_begin();
	work = (struct work){
		.arena = arena_new((size_t)64 << 20),
		.db = database_connection(site_command_statements),
		.name = "demo load",
		.may_write = true,
		.command.route = "demo load",
	};
	assert_true(time_parse("2026-11-25T10:00:00+08:00", false, &work.now));
	snprintf(folder, sizeof(folder), "%s/demo", conf.data_dir);
	load = (struct demo_options){
		.folder = folder,
		.days = 10,
		.seed = 1,
	};
	assert_int_equal(work_try(connect, work.db), FAULT_NONE);
	return demo_load(&work, &load) ? 0 : -1;
}

static int64_t
number(const char *sql)
{
	int64_t number;

	assert_true(db_query_int(work.db, sql, &number));
	return number;
}

static void
the_whole_city_is_in_one_tree(void **state)
{
	(void)state;
	assert_int_equal(number("SELECT COUNT(*) FROM area"), 581);
	assert_int_equal(
		number("SELECT COUNT(*) FROM area WHERE level IN ('community', 'village')"), 532);
	assert_int_equal(number("SELECT COUNT(*) FROM node WHERE parent_id IS NULL"), 1);
	assert_int_equal(number("SELECT COUNT(*) FROM node_path JOIN node ON ancestor_id = node.id"
				" WHERE parent_id IS NULL"),
			 number("SELECT COUNT(*) FROM node"));
}

static void
centres_have_the_rooms_that_are_told_of_them(void **state)
{
	static const char of[] = "SELECT COUNT(*) FROM venue JOIN centre ON centre.id = centre_id"
				 " WHERE centre_key = '%s'";

	(void)state;
	assert_int_equal(number("SELECT COUNT(*) FROM centre"), 13);
	assert_int_equal(number(text(&work, of, "sports-park")), 25);
	assert_int_equal(number(text(&work, of, "fenghuangtai")), 24);
	assert_int_equal(number(text(&work, of, "fengchan-road")), 46);
}

static void
a_hall_is_its_halves_and_a_room_itself(void **state)
{
	(void)state;
	assert_int_equal(
		number("SELECT COUNT(*) FROM venue_part JOIN venue ON venue.id = venue_id"
		       " WHERE venue_key = 'sports-park-basketball' AND part_id <> venue_id"),
		2);
	assert_int_equal(number("SELECT COUNT(*) FROM venue_part JOIN venue ON venue.id = venue_id"
				" WHERE venue_key = 'sports-park-basketball-east'"
				" AND part_id = venue_id"),
			 1);
	assert_int_equal(number("SELECT COUNT(*) FROM venue WHERE id NOT IN"
				" (SELECT venue_id FROM venue_part)"),
			 0);
}

static void
holidays_are_known_until_2026(void **state)
{
	(void)state;
	assert_int_equal(number("SELECT MIN(year) FROM calendar_year WHERE published = 1"), 2021);
	assert_int_equal(number("SELECT MAX(year) FROM calendar_year WHERE published = 1"), 2026);
}

static void
nobody_books_when_it_is_closed(void **state)
{
	(void)state;
	assert_true(number("SELECT COUNT(*) FROM booking") > 50);
	assert_int_equal(
		number("SELECT COUNT(*) FROM booking JOIN venue ON venue.id = venue_id"
		       " WHERE NOT EXISTS (SELECT 1 FROM opening JOIN day_type USING (day_type)"
		       " WHERE node_id = centre_id AND on_day = (start_quarter + 32) DIV 96"
		       " AND from_minute <= (start_quarter + 32) % 96 * 15"
		       " AND until_minute >= (start_quarter + 32) % 96 * 15"
		       " + (end_quarter - start_quarter) * 15)"),
		0);
}

static void
what_is_confirmed_holds_its_quarters_and_nothing_else_does(void **state)
{
	(void)state;
	assert_int_equal(
		number("SELECT COUNT(*) FROM venue_quarter WHERE holder = 'booking'"),
		number("SELECT SUM((end_quarter - start_quarter + COALESCE(value, 0) DIV 15)"
		       " * (SELECT COUNT(*) FROM venue_part"
		       "     WHERE venue_part.venue_id = booking.venue_id))"
		       " FROM booking LEFT JOIN setting ON node_id = venue_id"
		       "  AND setting_key = 'venue.gap_minutes'"
		       " WHERE status = 'confirmed'"));
	assert_int_equal(number("SELECT COUNT(*) FROM booking LEFT JOIN diary ON thing_id = id"
				" AND diary.person_id = booking.person_id"
				" AND diary.status = booking.status WHERE thing_id IS NULL"),
			 0);
}

static void
the_next_days_look_alive(void **state)
{
	static const char *const centres[] = { "sports-park", "fenghuangtai", "fengchan-road" };

	(void)state;
	for (size_t i = 0; i < COUNT(centres); i++)
		assert_true(number(text(&work,
					"SELECT COUNT(*) FROM booking"
					" JOIN venue ON venue.id = venue_id"
					" JOIN centre ON centre.id = centre_id"
					" WHERE centre_key = '%s' AND booking.status = 'confirmed'"
					" AND start_quarter >= %ld",
					centres[i], quarter_of(work.now))) >= 10);
}

static void
a_second_time_the_network_stays_as_it_is(void **state)
{
	int64_t nodes = number("SELECT COUNT(*) FROM node");
	int64_t people = number("SELECT COUNT(*) FROM person");
	int64_t bookings = number("SELECT COUNT(*) FROM booking");

	(void)state;
	assert_true(demo_load(&work, &load));
	assert_int_equal(number("SELECT COUNT(*) FROM node"), nodes);
	assert_int_equal(number("SELECT COUNT(*) FROM person"), people);
	assert_int_equal(number("SELECT COUNT(*) FROM booking"), bookings);
}

static void
residents_are_added_each_time(void **state)
{
	struct demo_options more = load;
	int64_t people = number("SELECT COUNT(*) FROM account");

	(void)state;
	more.residents = 70; /* more than a batch */
	assert_true(demo_load(&work, &more));
	assert_int_equal(number("SELECT COUNT(*) FROM account"), people + 70);
	more.residents = 3;
	assert_true(demo_load(&work, &more));
	assert_int_equal(number("SELECT COUNT(*) FROM account"), people + 73);
}

static const char *
first_name_of_seed(int64_t seed)
{
	struct csv names = csv_read(&work, load.folder, "names.csv");
	struct draw draw = draw_begin(&work, seed, "resident", 0);

	return draw_name(&work, &draw, &names, "middle");
}

static void
a_seed_says_who_comes(void **state)
{
	(void)state;
	assert_string_equal(first_name_of_seed(5), first_name_of_seed(5));
	assert_string_not_equal(first_name_of_seed(5), first_name_of_seed(6));
}

static void
a_token_acts_as_its_resident(void **state)
{
	struct demo_options more = load;
	char token[64];

	(void)state;
	more.residents = 2;
	more.tokens = tmpfile();
	assert_non_null(more.tokens);
	assert_true(demo_load(&work, &more));
	rewind(more.tokens);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(fscanf(more.tokens, "%63s", token), 1);
		assert_int_equal(number(text(&work,
					     "SELECT COUNT(*) FROM token"
					     " JOIN may_act USING (account_id)"
					     " WHERE token_hash = UNHEX('%s')"
					     " AND relation = 'self' AND ends_at > %ld",
					     hex_of(&work, token_hash(&work, token)), work.now)),
				 1);
	}
	assert_int_equal(fscanf(more.tokens, "%63s", token), EOF);
	fclose(more.tokens);
}

static void
cells_may_hold_commas_quotes_and_lines(void **state)
{
	struct work *bare = *state;
	struct csv csv;

	a_file(bare, "a.csv", "key,said,day\none,\"a, \"\"b\"\"\nc\",2026-11-25\ntwo,,\n");
	csv = csv_read(bare, a_folder(), "a.csv");
	assert_int_equal(csv.count, 2);
	assert_string_equal(csv_text(&csv, 0, "said"), "a, \"b\"\nc");
	assert_null(csv_given(&csv, 1, "said"));
	assert_int_equal(csv_day(&csv, 0, "day"), day_of_date(2026, 11, 25));
	assert_int_equal(csv_day(&csv, 1, "day"), DAY_NONE);
}

static void
read_uneven(void *bare)
{
	csv_read(bare, a_folder(), "uneven.csv");
}

static void
read_unknown_column(void *bare)
{
	struct csv csv = csv_read(bare, a_folder(), "a.csv");

	csv_text(&csv, 0, "nothing");
}

static void
a_file_that_is_not_right_is_a_fault(void **state)
{
	a_file(*state, "uneven.csv", "a,b\n1,2\n3\n");
	a_file(*state, "a.csv", "a,b\n1,2\n");
	assert_int_equal(work_try(read_uneven, *state), FAULT_BUG);
	assert_int_equal(work_try(read_unknown_column, *state), FAULT_BUG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_city_is_in_one_tree),
		cmocka_unit_test(centres_have_the_rooms_that_are_told_of_them),
		cmocka_unit_test(a_hall_is_its_halves_and_a_room_itself),
		cmocka_unit_test(holidays_are_known_until_2026),
		cmocka_unit_test(nobody_books_when_it_is_closed),
		cmocka_unit_test(what_is_confirmed_holds_its_quarters_and_nothing_else_does),
		cmocka_unit_test(the_next_days_look_alive),
		cmocka_unit_test(a_second_time_the_network_stays_as_it_is),
		cmocka_unit_test(residents_are_added_each_time),
		cmocka_unit_test(a_seed_says_who_comes),
		cmocka_unit_test(a_token_acts_as_its_resident),
		in_bare_work(cells_may_hold_commas_quotes_and_lines),
		in_bare_work(a_file_that_is_not_right_is_a_fault),
	};

	return cmocka_run_group_tests(tests, load_once, NULL);
}
