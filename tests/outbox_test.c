/* outbox_test.c - who is told what: the inbox, the messages, and what they are made of. */

#include "outbox/outbox.h"

#include <string.h>

#include "base/conf.h"
#include "base/cursor.h"
#include "base/language.h"
#include "base/text.h"
#include "fixture.h"
#include "notice/notice.h"
#include "outbox/delivery.h"
#include "outbox/due.h"

static const struct id thing = { 4711 }, nobody = { 0 };

/* ---- letters of the test's own ---- */

static void
tell(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *room = json_string_value(json_object_get(read->arguments, "room"));

	words->title = text(work, "%s: %s", _("Messages"), room ? room : "");
	words->paragraphs[0] = "From 14:00 < 15:00 & free.";
	words->link = "/bookings";
	words->link_label = "See it";
	words->short_text = "It is booked.";
}

static void
tell_with_calendar(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	tell(work, read, words);
	words->calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
	words->calendar_method = "REQUEST";
}

static void
tell_code(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = "Your code";
	words->paragraphs[0] = text(work, "The code is %s.", read->secret);
}

static const struct letter_kind kinds[] = {
	{ "told", tell, .by_mail = true, .inbox = true },
	{ "told_with_calendar", tell_with_calendar, .by_mail = true, .inbox = true },
	{ "told_here", tell, .by_mail = false, .inbox = true },
	{ "told_outside", tell, .by_mail = true, .inbox = false },
	{ "told_code", tell_code, .by_mail = true, .inbox = false },
	LETTERS_END,
};
static const struct letter_kind *const tables[] = { kinds, NULL };

static int
begin(void **state)
{
	int begun = begin_work(state);

	letters_use(tables);
	return begun;
}
#define with_letters(test) cmocka_unit_test_setup_teardown(test, begin, undo_work)

static int64_t
deliveries(struct work *work, const char *where)
{
	return number_of(work, text(work, "SELECT COUNT(*) FROM delivery WHERE %s", where));
}

static struct letter *
inbox(struct work *work, size_t *count)
{
	const struct cursor newest = { .after = INT64_MAX, .rows = 20 };

	return notice_list(work, &newest, count);
}

/* ---- who is reached ---- */

static void
a_letter_stands_in_the_inbox_and_goes_out(void **state)
{
	struct work *work = *state;
	struct letter *letters;
	size_t count;

	outbox_write(work, work->person, "told", thing, "{\"room\":\"Hall 1\"}");
	letters = inbox(work, &count);
	assert_int_equal(count, 1);
	assert_string_equal(letters[0].letter, "told");
	assert_int_equal(letters[0].read_at, 0);
	assert_int_equal(deliveries(work, text(work,
					       "person_id = %ld AND channel = 'mail'"
					       " AND state = 'ready'",
					       work->person.value)),
			 1);
}

static void
a_kind_may_stay_inside_or_go_outside_only(void **state)
{
	struct work *work = *state;
	size_t count;

	outbox_write(work, work->person, "told_here", thing, NULL);
	assert_int_equal(deliveries(work, "1"), 0);
	outbox_write(work, work->person, "told_outside", thing, NULL);
	assert_int_equal(deliveries(work, "1"), 1);
	inbox(work, &count);
	assert_int_equal(count, 1);
}

/* The mother has no address: her daughter, who acts for her, is told. */
static void
who_has_no_address_is_reached_through_those_who_act(void **state)
{
	struct work *work = *state;
	struct id mother = person(work, "mother");
	struct letter *letters;
	size_t count;

	outbox_write(work, mother, "told", thing, NULL);
	assert_int_equal(deliveries(work, "1"), 1);
	assert_int_equal(deliveries(work, text(work, "person_id = %ld", work->person.value)), 1);
	letters = inbox(work, &count);
	assert_int_equal(count, 1);
	assert_true(id_same(letters[0].person_id, mother));
}

static void
a_stranger_sees_none_of_it(void **state)
{
	struct work *work = *state;
	struct letter *letters;
	size_t count;

	outbox_write(work, work->person, "told", thing, NULL);
	letters = inbox(work, &count);
	sign_in(work, "neighbour");
	assert_refused(notice_read(work, letters[0].id), refused_missing);
	notice_read_all(work);
	inbox(work, &count);
	assert_int_equal(count, 0);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM letter WHERE read_at > 0"), 0);
}

static void
a_letter_is_marked_as_read(void **state)
{
	struct work *work = *state;
	struct letter *letters;
	size_t count;

	outbox_write(work, work->person, "told", thing, NULL);
	outbox_write(work, person(work, "mother"), "told", thing, NULL);
	letters = inbox(work, &count);
	assert_allowed(notice_read(work, letters[0].id));
	assert_allowed(notice_read(work, letters[0].id));
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM letter WHERE read_at > 0"), 1);
	notice_read_all(work);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM letter WHERE read_at > 0"), 2);
}

static void
the_inbox_is_read_both_ways(void **state)
{
	struct work *work = *state;
	struct cursor older = { .after = INT64_MAX, .rows = 3 }, newer;
	struct letter *letters;
	size_t count;

	for (int i = 0; i < 6; i++) {
		work->now++;
		outbox_write(work, work->person, "told", thing, NULL);
	}
	letters = notice_list(work, &older, &count);
	assert_int_equal(letters[0].made_at, work->now);
	older = (struct cursor){ letters[2].made_at, letters[2].id, .rows = 3 };
	letters = notice_list(work, &older, &count);
	assert_int_equal(letters[0].made_at, work->now - 3);
	newer = (struct cursor){ letters[0].made_at, letters[0].id, .backward = true, .rows = 2 };
	letters = notice_list(work, &newer, &count);
	assert_int_equal(count, 2);
	assert_int_equal(letters[0].made_at, work->now - 1);
	assert_int_equal(letters[1].made_at, work->now - 2);
}

static void
an_address_and_a_code_are_sealed(void **state)
{
	struct work *work = *state;

	outbox_write_to(work, "email", "new@quarter.example", "told_code", "123456");
	assert_int_equal(deliveries(work, "address IS NOT NULL AND secret IS NOT NULL"), 1);
	assert_int_equal(deliveries(work, "address LIKE '%quarter%' OR secret LIKE '%123456%'"), 0);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM letter WHERE person_id IS NULL"
					 " AND arguments NOT LIKE '%123456%'"),
			 1);
}

static void
a_phone_gets_a_text_message(void **state)
{
	outbox_write_to(*state, "phone", "+8613800138000", "told_code", "123456");
	assert_int_equal(deliveries(*state, "channel = 'sms'"), 1);
}

/* ---- mail ---- */

static struct message
mail_of(struct work *work, const char *kind, const char *language)
{
	const struct delivery delivery = { .id = { 99 }, .person_id = work->person };
	const struct letter letter = {
		.person_id = work->person,
		.person_name = "王秀兰",
		.letter = kind,
		.arguments = "{\"room\":\"羽毛球馆\"}",
		.made_at = 1795503600,
	};
	struct letter_words words;

	conf.mail_from = "Quarter <noreply@quarter.example>";
	conf.base_url = "https://quarter.example";
	language_use(language);
	words = letter_in_words(work, &letter, NULL, NULL);
	return mail_compose(work, &delivery, "wang@quarter.example", &letter, &words);
}

static void
assert_has(struct message message, const char *part)
{
	if (strstr(message.content, part))
		return;
	print_error("not in the mail: %s\n", part);
	fail();
}

static void
a_mail_has_text_and_html_and_a_link(void **state)
{
	struct message mail = mail_of(*state, "told", "en");

	assert_has(mail, "From: Quarter <noreply@quarter.example>\r\n");
	assert_has(mail, "To: wang@quarter.example\r\n");
	assert_has(mail, "Date: Tue, 24 Nov 2026 07:00:00 +0000\r\n");
	assert_has(mail, "Content-Type: text/plain; charset=utf-8\r\n");
	assert_has(mail, "From 14:00 < 15:00 & free.");
	assert_has(mail, "Content-Type: text/html; charset=utf-8\r\n");
	assert_has(mail, "<p>From 14:00 &lt; 15:00 &amp; free.</p>");
	assert_has(mail, "href=3D\"https://quarter.example/bookings\"");
	assert_null(strstr(mail.content, "text/calendar"));
}

static void
the_same_letter_is_the_same_mail(void **state)
{
	struct message one = mail_of(*state, "told_with_calendar", "zh-CN");
	struct message two = mail_of(*state, "told_with_calendar", "zh-CN");

	assert_has(one, "Message-ID: <");
	assert_has(one, "@quarter.example>\r\n");
	assert_string_equal(one.content, two.content);
}

static void
a_mail_speaks_the_language_of_its_reader(void **state)
{
	struct message chinese = mail_of(*state, "told", "zh-CN");
	struct message english = mail_of(*state, "told", "en");

	assert_has(chinese, "Content-Language: zh-CN\r\n");
	assert_has(chinese, "Subject: =?UTF-8?B?5raI5oGv"); /* 消息 */
	assert_has(english, "Content-Language: en\r\n");
	assert_null(strstr(english.content, "5raI5oGv"));
}

static void
what_belongs_in_a_calendar_is_attached(void **state)
{
	struct message mail = mail_of(*state, "told_with_calendar", "en");

	assert_has(mail, "Content-Type: multipart/mixed;");
	assert_has(mail, "Content-Type: text/calendar; charset=utf-8; method=REQUEST;");
	assert_has(mail, "Content-Disposition: attachment; filename=\"quarter.ics\"");
	assert_has(mail, "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n");
}

/* ---- what is due ---- */

static int64_t
due_time(struct work *work)
{
	return number_of(work, "SELECT COALESCE(SUM(due_at), 0) FROM due");
}

static void
what_is_due_is_noted_once_and_moves(void **state)
{
	struct work *work = *state;

	due_at(work, "remind", thing, work->now + 60);
	due_at(work, "remind", thing, work->now + 90);
	assert_int_equal(due_time(work), work->now + 90);
	due_never(work, "remind", thing);
	assert_int_equal(due_time(work), 0);
}

static void
a_time_that_is_past_is_not_noted(void **state)
{
	struct work *work = *state;

	due_at(work, "remind", thing, work->now);
	assert_int_equal(due_time(work), 0);
	due_at(work, "remind", nobody, work->now - 1);
	assert_int_equal(due_time(work), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_letters(a_letter_stands_in_the_inbox_and_goes_out),
		with_letters(a_kind_may_stay_inside_or_go_outside_only),
		with_letters(who_has_no_address_is_reached_through_those_who_act),
		with_letters(a_stranger_sees_none_of_it),
		with_letters(a_letter_is_marked_as_read),
		with_letters(the_inbox_is_read_both_ways),
		with_letters(an_address_and_a_code_are_sealed),
		with_letters(a_phone_gets_a_text_message),
		with_letters(a_mail_has_text_and_html_and_a_link),
		with_letters(the_same_letter_is_the_same_mail),
		with_letters(a_mail_speaks_the_language_of_its_reader),
		with_letters(what_belongs_in_a_calendar_is_attached),
		with_letters(what_is_due_is_noted_once_and_moves),
		with_letters(a_time_that_is_past_is_not_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
