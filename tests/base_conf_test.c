/* base_conf_test.c - the configuration says what is wrong and where; the log keeps its lines. */

#include <string.h>

#include "bare.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/text.h"

#define NEEDED                                                                                     \
	"[site]\nbase_url = http://127.0.0.1:8080\nstate_dir = /s\ndata_dir = /d\n"                \
	"locale_dir = /l\n[database]\nsocket = /s/mariadb.sock\nname = quarter\n"

struct loading {
	const char *path;
	bool loaded;
};

static void
load(void *with)
{
	struct loading *loading = with;

	loading->loaded = conf_load(loading->path);
}

static void
assert_complaint(struct work *work, const char *content, const char *complaint)
{
	struct loading loading = { .path = a_file(work, "quarter.conf", content) };
	const char *expected = text(work, "%s%s\n", loading.path, complaint);

	assert_string_equal(said(work, load, &loading), expected);
	assert_false(loading.loaded);
}

static void
a_configuration_is_read(void **state)
{
	const char *path = a_file(*state, "quarter.conf",
				  NEEDED "web_password = 12;34\n[pool]\nworkers = 7\n");

	assert_true(conf_load(path));
	assert_string_equal(conf.base_url, "http://127.0.0.1:8080");
	assert_string_equal(conf.web_password, "12;34");
	assert_string_equal(conf.time_zone, "Asia/Shanghai");
	assert_int_equal(conf.workers, 7);
	assert_int_equal(conf.hang_seconds, 30);
	assert_int_equal(conf.demo, 0);
}

static void
what_is_wrong_is_named_with_its_line(void **state)
{
	struct work *work = *state;

	assert_complaint(work, NEEDED "[pool]\nwrokers = 7\n",
			 ":10: [pool] has no wrokers; is it misspelt?");
	assert_complaint(work, NEEDED "[pool]\nworkers = many\n",
			 ":10: workers is to be a number from 1 to 96");
	assert_complaint(work, NEEDED "[pool]\nworkers = 0\n",
			 ":10: workers is to be a number from 1 to 96");
	assert_complaint(work, NEEDED "name = again\n", ":9: name is given twice");
	assert_complaint(work, "[site]\nbase_url =\n", ":2: base_url is empty");
	assert_complaint(work, "[site]\nbase_url\n", ":2: is neither [section] nor name = value");
	assert_complaint(work, "[site]\n", ": [site] lacks base_url");
}

static void
a_file_that_is_not_there_is_named(void **state)
{
	struct loading loading = { .path = "/nowhere/quarter.conf" };

	assert_string_equal(said(*state, load, &loading),
			    "/nowhere/quarter.conf: cannot be read: No such file or directory\n");
}

static void
show(void *with)
{
	(void)with;
	conf_show(stderr);
}

static void
what_is_shown_holds_no_secret_and_can_be_read_again(void **state)
{
	const char *shown;

	assert_true(conf_load(a_file(*state, "quarter.conf", NEEDED "web_password = hush\n")));
	shown = said(*state, show, NULL);
	assert_null(strstr(shown, "hush"));
	assert_non_null(strstr(shown, "; web_password is given\n"));
	assert_true(conf_load(a_file(*state, "shown.conf", shown)));
}

static void
log_of_all_sorts(void *with)
{
	(void)with;
	log_level_use("warning");
	log_event(LOG_INFO, "quiet", "not said");
	log_begin(LOG_WARNING, "loud");
	log_text("plain", "a/b?c");
	log_text("two_lines", "one\ntwo\r");
	log_text("quoted", "say \"no\" = \\no");
	log_text("empty", "");
	log_text("missing", NULL);
	log_int("count", -5);
	log_end();
}

static void
a_log_line_is_one_line(void **state)
{
	const char *logged = said(*state, log_of_all_sorts, NULL);

	assert_ptr_equal(strchr(logged, '\n'), logged + strlen(logged) - 1);
	assert_non_null(strstr(logged, " level=warning event=loud plain=a/b?c "
				       "two_lines=\"one\\ntwo\\x0d\" "
				       "quoted=\"say \\\"no\\\" = \\\\no\" empty=\"\" count=-5\n"));
	assert_null(strstr(logged, "quiet"));
}

static void
log_much(void *with)
{
	char much[5000];

	(void)with;
	memset(much, '\n', sizeof(much));
	much[sizeof(much) - 1] = '\0';
	log_begin(LOG_ERROR, "much");
	log_text("name", much);
	log_text("more", much);
	log_end();
}

static void
a_log_line_too_long_is_still_one_line(void **state)
{
	const char *logged = said(*state, log_much, NULL);

	assert_true(strlen(logged) > 1000);
	assert_ptr_equal(strchr(logged, '\n'), logged + strlen(logged) - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(a_configuration_is_read),
		in_bare_work(what_is_wrong_is_named_with_its_line),
		in_bare_work(a_file_that_is_not_there_is_named),
		in_bare_work(what_is_shown_holds_no_secret_and_can_be_read_again),
		in_bare_work(a_log_line_is_one_line),
		in_bare_work(a_log_line_too_long_is_still_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
