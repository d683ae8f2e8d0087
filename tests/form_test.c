/* form_test.c - texts in several languages and lists, as a form and as JSON have them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/work.h"
#include "http/form.h"

#define ARENA_LIMIT 1048576

struct draft {
	const char *title_zh, *title_en, *skills, *plain;
};

static const struct field fields[] = {
	FIELD_TEXT(struct draft, title_zh, .of = "title", .language = "zh-CN", .required = true,
		   .max = 10),
	FIELD_TEXT(struct draft, title_en, .of = "title", .language = "en", .required = true,
		   .max = 10),
	FIELD_TEXT(struct draft, skills, .key = true, .list = true, .max = 40),
	FIELD_TEXT(struct draft, plain),
	FIELD_END,
};

static const struct route api_route = { .method = POST, .path = "/api/v1/things", .body = fields };
static const struct route page_route = { .method = POST, .path = "/things", .body = fields };

static struct work work;
static struct request req;

static int
begin(void **state)
{
	(void)state;
	language_use("en");
	work = (struct work){ .arena = arena_new(ARENA_LIMIT) };
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(work.arena);
	return 0;
}

static struct form *
read_body(const struct route *route, const char *type, const char *body, struct draft *draft)
{
	req = (struct request){
		.work = &work,
		.method = POST,
		.path = route->path,
		.route = route,
		.content_type = type,
		.body = { body, strlen(body) },
	};
	*draft = (struct draft){ 0 };
	return form_read(&req, draft);
}

static struct form *
read_json(const char *body, struct draft *draft)
{
	return read_body(&api_route, "application/json", body, draft);
}

static struct form *
read_form(const char *body, struct draft *draft)
{
	return read_body(&page_route, "application/x-www-form-urlencoded", body, draft);
}

static void
assert_wrong(const char *body, const char *field, const char *code)
{
	struct draft draft;
	const struct problem *problem = form_problems(read_json(body, &draft));

	assert_non_null(problem->message);
	assert_string_equal(problem->field, field);
	assert_string_equal(problem->code, code);
}

static void
a_text_is_read_in_each_language(void **state)
{
	struct draft draft;

	(void)state;
	assert_true(
		form_valid(read_json("{\"title\":{\"en\":\"Choir\",\"zh-CN\":\"合唱\"}}", &draft)));
	assert_string_equal(draft.title_en, "Choir");
	assert_string_equal(draft.title_zh, "合唱");
	assert_true(form_valid(read_form("title_en=Choir&title_zh=%E5%90%88", &draft)));
	assert_string_equal(draft.title_zh, "合");
}

static void
a_text_that_is_not_in_each_language_is_refused(void **state)
{
	(void)state;
	assert_wrong("{\"title\":{\"en\":\"Choir\"}}", "title", "missing");
	assert_wrong("{\"title\":\"Choir\"}", "title", "malformed");
	assert_wrong("{\"title\":{\"en\":\"a\",\"zh-CN\":\"b\",\"fr\":\"c\"}}", "title", "unknown");
	assert_wrong("{\"title_en\":\"Choir\"}", "title_en", "unknown");
}

static void
a_list_is_an_array_in_json_and_a_name_given_often_in_a_form(void **state)
{
	struct draft draft;
	struct form *form;

	(void)state;
	assert_true(form_valid(read_json("{\"title\":{\"en\":\"a\",\"zh-CN\":\"b\"},"
					 "\"skills\":[\"first-aid\",\"piano\"]}",
					 &draft)));
	assert_string_equal(draft.skills, "first-aid,piano");
	form = read_form("title_en=a&title_zh=b&skills=first-aid&skills=piano", &draft);
	assert_true(form_valid(form));
	assert_string_equal(draft.skills, "first-aid,piano");
	assert_true(input_has(form_input(form, "skills"), "piano"));
	assert_false(input_has(form_input(form, "skills"), "pian"));
}

static void
what_is_no_list_of_keys_is_refused(void **state)
{
	static const char titled[] = "{\"title\":{\"en\":\"a\",\"zh-CN\":\"b\"},\"skills\":%s}";
	static const char *const wrong[] = {
		"\"piano\"", "[1]", "[\"a,b\"]", "[\"\"]", "[[]]", "7"
	};
	char body[200];

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		snprintf(body, sizeof(body), titled, wrong[i]);
		assert_wrong(body, "skills", "malformed");
	}
}

static void
what_is_no_list_is_given_once(void **state)
{
	struct draft draft;
	const struct problem *problem =
		form_problems(read_form("title_en=a&title_zh=b&plain=c&plain=d", &draft));

	(void)state;
	assert_string_equal(problem->field, "plain");
	assert_string_equal(problem->code, "twice");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_text_is_read_in_each_language, begin, end),
		cmocka_unit_test_setup_teardown(a_text_that_is_not_in_each_language_is_refused,
						begin, end),
		cmocka_unit_test_setup_teardown(
			a_list_is_an_array_in_json_and_a_name_given_often_in_a_form, begin, end),
		cmocka_unit_test_setup_teardown(what_is_no_list_of_keys_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(what_is_no_list_is_given_once, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
