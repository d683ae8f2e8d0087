/* device_test.c - what a browser says of itself, in words. */

#include "account/device.h"

#include "bare.h"

static void
is(const char *user_agent, const char *kind, const char *browser)
{
	struct device device = device_of(user_agent);

	assert_string_equal(device.kind->word, kind);
	assert_string_equal(device.browser, browser);
}

static void
a_phone_is_told_from_a_tablet_and_a_computer(void **state)
{
	(void)state;
	is("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
	   "Chrome/120.0.0.0 Mobile Safari/537.36",
	   "phone", "Chrome");
	is("Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) "
	   "Chrome/120.0.0.0 Safari/537.36",
	   "tablet", "Chrome");
	is("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
	   "Version/17.0 Mobile/15E148 Safari/604.1",
	   "tablet", "Safari");
	is("Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0", "computer",
	   "Firefox");
}

static void
a_browser_is_told_from_those_it_is_like(void **state)
{
	(void)state;
	is("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
	   "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
	   "computer", "Edge");
	is("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
	   "like Gecko) Mobile/15E148 MicroMessenger/8.0.44",
	   "phone", "WeChat");
	is("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
	   "Gecko) Version/17.0 Safari/605.1.15",
	   "computer", "Safari");
}

static void
what_says_nothing_is_a_program(void **state)
{
	(void)state;
	is(NULL, "program", "");
	is("", "program", "");
	is("curl/7.88.1", "program", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_phone_is_told_from_a_tablet_and_a_computer),
		cmocka_unit_test(a_browser_is_told_from_those_it_is_like),
		cmocka_unit_test(what_says_nothing_is_a_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
