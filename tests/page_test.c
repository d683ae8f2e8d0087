/* page_test.c - what the frame of a page asks, and the names that files of web/ have. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/work.h"
#include "http/page.h"

#define ARENA_LIMIT 65536

static struct work work;

static int
begin(void **state)
{
	(void)state;
	work = (struct work){ .arena = arena_new(ARENA_LIMIT) };
	return 0;
}

static int
end(void **state)
{
	(void)state;
	page_know_reader(NULL);
	arena_free(work.arena);
	return 0;
}

static const struct pair query[] = {
	{ "date", "2026-11-28" }, { "q", "福禄街 & 5%" }, { "lang", "zh-CN" }, { NULL, NULL }
};

static struct request
request(const char *path)
{
	return (struct request){ .work = &work, .path = path, .query = query };
}

static void
a_page_is_come_back_to_with_its_query_but_without_a_wish_for_a_language(void **state)
{
	struct request req = request("/venues");

	(void)state;
	assert_string_equal(page_address(&req),
			    "/venues?date=2026-11-28&q=%E7%A6%8F%E7%A6%84%E8%A1%97%20%26%205%25");
	req.query = NULL;
	assert_string_equal(page_address(&req), "/venues");
}

static void
the_other_language_is_one_parameter_away(void **state)
{
	struct request req = request("/bookings");

	(void)state;
	req.query = NULL;
	language_use("zh-CN");
	assert_string_equal(page_other_address(&req), "/bookings?lang=en");
	assert_string_equal(page_other_name(), "English");
	language_use("en");
	assert_string_equal(page_other_address(&req), "/bookings?lang=zh-CN");
	assert_string_equal(page_other_name(), "中文");
}

static void
a_parameter_is_set_in_place_of_what_it_was(void **state)
{
	struct request req = request("/venues");

	(void)state;
	req.query = query + 2;
	assert_string_equal(page_with(&req, "lang", "en"), "/venues?lang=en");
	assert_string_equal(page_with(&req, "cursor", "a b"), "/venues?lang=zh-CN&cursor=a%20b");
}

static void
a_page_stands_below_its_section_and_home_below_nothing(void **state)
{
	struct request req = request("/venues/0123456789abc");

	(void)state;
	assert_true(page_here(&req, "/venues"));
	assert_false(page_here(&req, "/venue"));
	assert_false(page_here(&req, "/"));
	req.path = "/";
	assert_true(page_here(&req, "/"));
}

static int asked;

static void
know(struct request *req, struct reader *reader)
{
	(void)req;
	asked++;
	reader->phone = "+8637155550101";
}

static void
who_knows_the_reader_is_asked_once_a_request(void **state)
{
	struct request req = request("/");

	(void)state;
	asked = 0;
	page_know_reader(know);
	assert_string_equal(page_phone(&req), "0371-5555 0101");
	assert_string_equal(page_call(&req), "tel:+8637155550101");
	assert_false(id_given(page_managed(&req)));
	assert_int_equal(asked, 1);
}

static void
a_reader_whom_nobody_knows_is_given_the_city_hotline(void **state)
{
	struct request req = request("/");

	(void)state;
	assert_null(page_phone(&req));
	assert_string_equal(page_call(&req), "tel:12345");
}

/* Writes a list of names and reads it, as the start of a process does. */
static bool
load(const char *lines)
{
	char path[] = "/tmp/quarter-manifest-XXXXXX";
	int file = mkstemp(path);
	bool read;

	assert_true(file >= 0);
	assert_int_equal(write(file, lines, strlen(lines)), (ssize_t)strlen(lines));
	close(file);
	read = asset_load(path);
	unlink(path);
	return read;
}

static void
ask_for_what_was_not_made(void *name)
{
	asset(name);
}

static void
a_file_is_served_under_the_name_of_the_day(void **state)
{
	static char missing[] = "missing.css";

	(void)state;
	assert_true(load("quarter.css quarter.1a2b3c4d.css\nicons.svg icons.5e6f7a8b.svg\n"));
	assert_string_equal(asset("icons.svg"), "/a/icons.5e6f7a8b.svg");
	assert_int_equal(work_try(ask_for_what_was_not_made, missing), FAULT_BUG);
}

static void
a_list_of_names_that_is_none_stops_the_start(void **state)
{
	(void)state;
	assert_false(load(""));
	assert_false(load("quarter.css\n"));
	assert_false(asset_load("/nowhere/manifest"));
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(a_page_is_come_back_to_with_its_query_but_without_a_wish_for_a_language),
		PAGE_TEST(the_other_language_is_one_parameter_away),
		PAGE_TEST(a_parameter_is_set_in_place_of_what_it_was),
		PAGE_TEST(a_page_stands_below_its_section_and_home_below_nothing),
		PAGE_TEST(who_knows_the_reader_is_asked_once_a_request),
		PAGE_TEST(a_reader_whom_nobody_knows_is_given_the_city_hotline),
		PAGE_TEST(a_file_is_served_under_the_name_of_the_day),
		PAGE_TEST(a_list_of_names_that_is_none_stops_the_start),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
