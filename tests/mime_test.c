/* mime_test.c - text as mail carries it. */

#include <string.h>

#include "bare.h"
#include "outbox/mime.h"

static const char *
quoted(struct work *work, const char *text)
{
	struct buf out;

	buf_init(&out, work->arena, 65536);
	mime_quoted(&out, text);
	return out.chars;
}

static const char *
subject(struct work *work, const char *text)
{
	struct buf out;

	buf_init(&out, work->arena, 65536);
	mime_subject(&out, text);
	return out.chars;
}

static void
plain_text_stays_readable(void **state)
{
	assert_string_equal(quoted(*state, "Your code: 123456\n"), "Your code: 123456\r\n");
}

static void
every_line_ends_with_cr_lf(void **state)
{
	assert_string_equal(quoted(*state, "a\nb\r\nc"), "a\r\nb\r\nc\r\n");
	assert_string_equal(quoted(*state, ""), "");
}

static void
what_is_not_ascii_is_written_in_hexadecimal(void **state)
{
	assert_string_equal(quoted(*state, "a=b 您\n"), "a=3Db =E6=82=A8\r\n");
}

static void
a_blank_at_the_end_of_a_line_is_kept(void **state)
{
	assert_string_equal(quoted(*state, "-- \nx"), "--=20\r\nx\r\n");
}

static void
no_line_is_longer_than_76(void **state)
{
	char text[1000];
	const char *line;

	for (size_t i = 0; i + 1 < sizeof(text); i++)
		text[i] = i % 3 == 0 ? '=' : 'a';
	text[sizeof(text) - 1] = '\0';
	line = quoted(*state, text);
	assert_true(strlen(line) > sizeof(text));
	while (*line) {
		size_t size = strcspn(line, "\r");

		assert_in_range(size, 1, 76);
		assert_memory_equal(line + size, "\r\n", 2);
		line += size + 2;
	}
}

static void
a_plain_subject_is_left_as_it_is(void **state)
{
	assert_string_equal(subject(*state, "Booked: Hall 1"), "Subject: Booked: Hall 1\r\n");
}

static void
a_chinese_subject_is_encoded(void **state)
{
	assert_string_equal(subject(*state, "预订成功"),
			    "Subject: =?UTF-8?B?6aKE6K6i5oiQ5Yqf?=\r\n");
}

/* 16 characters of 3 bytes are 48: the 16th goes into a word of its own. */
static void
a_long_subject_is_cut_between_characters(void **state)
{
	const char *encoded = subject(*state, "预预预预预预预预预预预预预预预预");

	assert_non_null(strstr(encoded, "?=\r\n =?UTF-8?B?6aKE?=\r\n"));
}

static void
a_subject_cannot_begin_another_header(void **state)
{
	assert_null(strstr(subject(*state, "x\r\nBcc: a@b.example"), "\nBcc"));
}

static void
a_header_cannot_begin_another(void **state)
{
	struct buf out;

	buf_init(&out, ((struct work *)*state)->arena, 1000);
	mime_header(&out, "To", "a@b.example\r\nBcc: c@d.example");
	assert_string_equal(out.chars, "To: a@b.example??Bcc: c@d.example\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(plain_text_stays_readable),
		in_bare_work(every_line_ends_with_cr_lf),
		in_bare_work(what_is_not_ascii_is_written_in_hexadecimal),
		in_bare_work(a_blank_at_the_end_of_a_line_is_kept),
		in_bare_work(no_line_is_longer_than_76),
		in_bare_work(a_plain_subject_is_left_as_it_is),
		in_bare_work(a_chinese_subject_is_encoded),
		in_bare_work(a_long_subject_is_cut_between_characters),
		in_bare_work(a_subject_cannot_begin_another_header),
		in_bare_work(a_header_cannot_begin_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
