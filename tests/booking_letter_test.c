/* booking_letter_test.c - what is told of bookings: letters, calendars. */

#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "booking/booking.h"
#include "booking/booking_letters.h"
#include "fixture.h"

static struct booking
a_booking(struct work *work, const char *purpose)
{
	const struct booking_draft draft = {
		.start_quarter = at("2027-03-03 09:00"),
		.end_quarter = at("2027-03-03 10:30"),
		.people = 4,
		.purpose = purpose,
	};
	struct venue venue = a_venue(work);
	struct booking booking;

	assert_allowed(booking_make(work, &venue, &draft, &booking));
	return booking;
}

static int64_t
letters(struct work *work, const struct booking *booking, const char *letter)
{
	return number_of(work, text(work,
				    "SELECT COUNT(*) FROM letter WHERE subject_id = %ld AND "
				    "letter = '%s'",
				    booking->id.value, letter));
}

/* ---- letters ---- */

static const struct letter_kind *
kind_of(const char *letter)
{
	const struct letter_kind *kind = booking_letters;

	while (kind->letter && strcmp(kind->letter, letter) != 0)
		kind++;
	assert_non_null(kind->letter);
	return kind;
}

static struct letter_words
in_words(struct work *work, const struct booking *booking, const char *letter)
{
	const struct letter_read read = {
		.subject_id = booking->id,
		.person_id = booking->person_id,
		.arguments = json_pack(
			"{s:s, s:s, s:I, s:I, s:s, s:I, s:s, s:I, s:n}", "for",
			booking->person_name, "venue", id_text(booking->venue_id).chars, "start",
			(json_int_t)booking->start_quarter, "end", (json_int_t)booking->end_quarter,
			"reference", booking->reference, "people", (json_int_t)booking->people,
			"purpose", booking->purpose, "version", (json_int_t)booking->version,
			"reason"),
	};
	struct letter_words words = { 0 };

	kind_of(letter)->write(work, &read, &words);
	json_decref(read.arguments);
	return words;
}

static void
each_change_is_told_once(void **state)
{
	struct booking booking = a_booking(*state, "Chess");

	assert_int_equal(letters(*state, &booking, "booking_made"), 1);
	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_int_equal(letters(*state, &booking, "booking_cancelled"), 1);
}

static void
a_letter_is_in_the_language_of_who_reads(void **state)
{
	struct booking booking = a_booking(*state, "Chess");
	const char *english = in_words(*state, &booking, "booking_made").title;

	assert_non_null(strstr(english, "Booked: Reading room B201"));
	language_use("zh-CN");
	assert_non_null(strstr(in_words(*state, &booking, "booking_made").title, "阅览室"));
	language_use("en");
	assert_string_equal(in_words(*state, &booking, "booking_made").title, english);
}

static void
a_letter_says_for_whom(void **state)
{
	struct booking booking = a_booking(*state, "Chess");
	struct letter_words words = in_words(*state, &booking, "booking_made");

	assert_non_null(strstr(words.paragraphs[1], booking.person_name));
}

static void
a_letter_brings_the_calendar(void **state)
{
	struct booking booking = a_booking(*state, "Chess");
	struct letter_words words = in_words(*state, &booking, "booking_made");

	assert_string_equal(words.calendar_method, "REQUEST");
	assert_non_null(strstr(words.calendar, "METHOD:REQUEST\r\n"));
	words = in_words(*state, &booking, "booking_cancelled");
	assert_non_null(strstr(words.calendar, "METHOD:CANCEL\r\n"));
	assert_non_null(strstr(words.calendar, "STATUS:CANCELLED\r\n"));
}

static void
a_letter_of_a_room_that_is_gone_can_still_be_read(void **state)
{
	struct booking booking = a_booking(*state, "Chess");

	booking.venue_id = booking.id;
	assert_non_null(in_words(*state, &booking, "booking_made").title);
}

/* ---- the calendar ---- */

static void
the_calendar_says_when_in_utc(void **state)
{
	struct booking booking = a_booking(*state, "Chess");
	const char *calendar = booking_calendar(*state, &booking, "PUBLISH");

	assert_non_null(strstr(calendar, "DTSTART:20270303T010000Z\r\n"));
	assert_non_null(strstr(calendar, "DTEND:20270303T023000Z\r\n"));
	assert_non_null(strstr(calendar, "SEQUENCE:0\r\n"));
	assert_null(strstr(calendar, "ATTENDEE"));
}

static void
a_change_has_the_same_uid_and_a_higher_sequence(void **state)
{
	struct booking booking = a_booking(*state, "Chess");
	const char *uid = text(*state, "UID:%s@", id_text(booking.id).chars);

	assert_non_null(strstr(booking_calendar(*state, &booking, "REQUEST"), uid));
	assert_allowed(booking_cancel(*state, &booking, NULL));
	assert_non_null(strstr(booking_calendar(*state, &booking, "CANCEL"), uid));
	assert_non_null(strstr(booking_calendar(*state, &booking, "CANCEL"), "SEQUENCE:1\r\n"));
}

/* Lines of at most 75 octets, and none is cut within a character. */
static void
lines_are_folded_between_characters(void **state)
{
	struct booking booking = a_booking(*state, "");
	const char *line, *end;

	booking.purpose =
		"秧歌队排练，春节前最后一次，请大家带上扇子和绸带，准时到场；先到的先热身。";
	line = booking_calendar(*state, &booking, "PUBLISH");
	for (; (end = strstr(line, "\r\n")); line = end + 2) {
		assert_true(end - line <= 75);
		assert_true(text_is_clean(line, (size_t)(end - line), false));
	}
	assert_string_equal(line, "");
}

static void
what_is_typed_ends_no_line_of_the_calendar(void **state)
{
	struct booking booking = a_booking(*state, "Chess");

	booking.purpose = "A, B; C\\D\nATTENDEE:mailto:x@example.org";
	assert_null(strstr(booking_calendar(*state, &booking, "PUBLISH"), "\nATTENDEE"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(each_change_is_told_once),
		in_work(a_letter_is_in_the_language_of_who_reads),
		in_work(a_letter_says_for_whom),
		in_work(a_letter_brings_the_calendar),
		in_work(a_letter_of_a_room_that_is_gone_can_still_be_read),
		in_work(the_calendar_says_when_in_utc),
		in_work(a_change_has_the_same_uid_and_a_higher_sequence),
		in_work(lines_are_folded_between_characters),
		in_work(what_is_typed_ends_no_line_of_the_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
