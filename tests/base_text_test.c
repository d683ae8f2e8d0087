/* base_text_test.c - what is clean, what is the same, and how things are said in two languages. */

#include <string.h>

#include "bare.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/refusal.h"
#include "base/text.h"

static bool
is_clean(const char *chars)
{
	return text_is_clean(chars, strlen(chars), false);
}

static void
well_formed_text_is_clean(void **state)
{
	(void)state;
	assert_true(is_clean(""));
	assert_true(is_clean("运动公园 – Sports Park’s 羽毛球 😀"));
	assert_true(text_is_clean("a\r\nb", 4, true));
	assert_false(text_is_clean("a\r\nb", 4, false));
}

static void
damaged_or_dangerous_text_is_not(void **state)
{
	static const char *const wrong[] = {
		"\x80",         "\xc3",         "\xe8\xbf",         "\xc0\xaf",
		"\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff",
		"a\tb",         "a\x7f",        "\xc2\x85",         "\xe2\x80\xae",
		"\xe2\x80\xa8", "\xef\xbb\xbf",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(is_clean(wrong[i]));
	assert_false(text_is_clean("a\0b", 3, true));
}

static void
length_counts_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("abc"), 3);
	assert_int_equal(text_length("运动公园"), 4);
	assert_int_equal(text_length("😀é"), 2);
}

static void
folding_forgets_case_width_and_blanks(void **state)
{
	assert_string_equal(text_folded(*state, "  Ａ１０３　 Room\t"), "a103 room");
	assert_string_equal(text_folded(*state, "运动 公园"), "运动 公园");
	assert_string_equal(text_folded(*state, "　"), "");
	assert_string_equal(text_folded(*state, "～😀é"), "~😀é");
}

static void
a_masked_address_can_be_known_again(void **state)
{
	assert_string_equal(text_masked(*state, "+8613800138000"), "138****8000");
	assert_string_equal(text_masked(*state, "wang@example.org"), "w***@example.org");
	assert_string_equal(text_masked(*state, "+4930123456"), "+49****3456");
	assert_string_equal(text_masked(*state, "110"), "****");
}

static time_t
afternoon(void)
{
	time_t moment;

	assert_true(zone_set("Asia/Shanghai"));
	assert_true(time_parse("2026-11-28T14:00:00+08:00", false, &moment));
	return moment;
}

static void
moments_are_said_in_english(void **state)
{
	time_t start = afternoon();

	language_use("en");
	assert_string_equal(when(*state, start), "Sat 28 Nov 2026, 14:00");
	assert_string_equal(on_day_short(*state, day_of(start)), "Sat 28 Nov");
	assert_string_equal(between_times(*state, start, start + 5400),
			    "Sat 28 Nov 2026, 14:00–15:30");
	assert_string_equal(between_times(*state, start, start + 36000),
			    "Sat 28 Nov 2026, 14:00–24:00");
	assert_string_equal(between_times(*state, start, start + 36900),
			    "Sat 28 Nov 2026, 14:00 – Sun 29 Nov 2026, 00:15");
	assert_string_equal(duration(*state, 90), "1 hour 30 minutes");
	assert_string_equal(duration(*state, 121), "2 hours 1 minute");
	assert_string_equal(duration(*state, 0), "0 minutes");
}

static void
moments_are_said_in_chinese(void **state)
{
	time_t start = afternoon();

	read_in("zh-CN");
	assert_string_equal(when(*state, start), "2026年11月28日 星期六 14:00");
	assert_string_equal(on_day_short(*state, day_of(start)), "11月28日 周六");
	assert_string_equal(weekday(day_of(start)), "周六");
	assert_string_equal(duration(*state, 90), "1小时30分钟");
	assert_string_equal(duration(*state, 60), "1小时");
	assert_string_equal(iso_day(*state, day_of(start)), "2026-11-28");
}

static void
two_languages_by_turns_do_not_mix(void **state)
{
	(void)state;
	read_in("en");
	for (int i = 0; i < 3; i++) {
		language_use("en");
		assert_string_equal(_("Sat"), "Sat");
		assert_string_equal(ngettext("%ld hour", "%ld hours", 1), "%ld hour");
		assert_string_equal(ngettext("%ld hour", "%ld hours", 2), "%ld hours");
		assert_int_equal(language_number(), 2);
		language_use("zh-CN");
		assert_string_equal(_("Sat"), "周六");
		assert_string_equal(pgettext("in a date", "Sat"), "星期六");
		assert_string_equal(ngettext("%ld hour", "%ld hours", 1), "%ld小时");
		assert_string_equal(
			refusal_message(&refused_stale),
			"您打开这页后，内容已被别人改过。请查看最新内容，再决定是否修改。");
		assert_int_equal(language_number(), 1);
	}
}

static void
what_has_no_translation_is_said_in_english(void **state)
{
	static const char unknown[] = "Nobody has ever said this.";

	(void)state;
	read_in("zh-CN");
	assert_ptr_equal(language_text(unknown), unknown);
	assert_string_equal(language_context("elsewhere", "Sat"), "Sat");
	assert_string_equal(language_text(""), "");
}

static void
the_network_speaks_chinese_unless_asked(void **state)
{
	(void)state;
	language_use("fr");
	assert_string_equal(language_tag(), "zh-CN");
	language_use(NULL);
	assert_string_equal(language_tag(), "zh-CN");
	assert_true(language_known("en"));
	assert_false(language_known("zh-TW"));
}

static void
a_browser_says_what_it_would_rather_read(void **state)
{
	(void)state;
	assert_string_equal(language_accepted("en-GB,en;q=0.9,zh;q=0.8"), "en");
	assert_string_equal(language_accepted("de, zh-Hant-TW;q=0.7, en;q=0.3"), "zh-CN");
	assert_string_equal(language_accepted("en;q=0.3,  zh;q=0.4"), "zh-CN");
	assert_null(language_accepted("fr, de;q=0.5, *;q=0.1"));
	assert_null(language_accepted("en;q=0"));
	assert_null(language_accepted(""));
	assert_null(language_accepted(",,;;q=,=,e"));
	assert_null(language_accepted("english"));
}

static void
a_damaged_catalogue_is_refused(void **state)
{
	struct work *work = *state;
	const char *path = a_file(work, "zh_CN.mo", "This is no catalogue, but a sentence.");

	*strrchr(path, '/') = '\0';
	assert_false(language_load(path));
	language_use("zh-CN");
	assert_string_equal(_("Sat"), "Sat");
	assert_false(language_load("/nowhere"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(well_formed_text_is_clean),
		in_bare_work(damaged_or_dangerous_text_is_not),
		in_bare_work(length_counts_characters),
		in_bare_work(folding_forgets_case_width_and_blanks),
		in_bare_work(a_masked_address_can_be_known_again),
		in_bare_work(moments_are_said_in_english),
		in_bare_work(moments_are_said_in_chinese),
		in_bare_work(two_languages_by_turns_do_not_mix),
		in_bare_work(what_has_no_translation_is_said_in_english),
		in_bare_work(the_network_speaks_chinese_unless_asked),
		in_bare_work(a_browser_says_what_it_would_rather_read),
		in_bare_work(a_damaged_catalogue_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
