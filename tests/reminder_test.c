/* reminder_test.c - what stands in a diary is remembered twice before it begins. */

#include <string.h>

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary.h"
#include "diary/diary_jobs.h"
#include "diary/diary_letters.h"
#include "fixture.h"

static const struct id thing = { 4711 };

static struct diary_entry
entry(struct work *work, const char *name, const char *status)
{
	return (struct diary_entry){
		.person_id = person(work, name),
		.thing_id = thing,
		.place_id = a_venue(work).id,
		.kind = "activity",
		.status = status,
		.title = "{\"zh-CN\":\"八段锦\",\"en\":\"Eight brocades\"}",
		.start_quarter = at("2027-03-03 09:00"),
		.end_quarter = at("2027-03-03 10:30"),
	};
}

static struct diary_entry
enter(struct work *work, const char *name, const char *status)
{
	struct diary_entry made = entry(work, name, status);

	diary_enter(work, &made);
	return made;
}

static void
move(struct work *work, struct diary_entry made, const char *start)
{
	made.start_quarter = at(start);
	made.end_quarter = made.start_quarter + 4;
	diary_enter(work, &made);
}

/* When, as quarters; 0: never. */
static int64_t
due(struct work *work, const char *kind)
{
	return number_of(work, text(work,
				    "SELECT COALESCE(MAX(due_at), 0) DIV 900 FROM due "
				    "WHERE thing_id = %ld AND kind = '%s'",
				    thing.value, kind));
}

static void
remind(struct work *work, const char *moment)
{
	work->now = quarter_time(at(moment));
	diary_jobs[0].run(work, thing);
}

static int64_t
reminded(struct work *work, const char *name)
{
	return number_of(work, text(work,
				    "SELECT COUNT(*) FROM letter WHERE subject_id = %ld AND "
				    "letter = 'reminder' AND person_id = %ld",
				    thing.value, person(work, name).value));
}

/* ---- when ---- */

static struct id
network(struct work *work)
{
	struct id id = { number_of(work, "SELECT id FROM node WHERE parent_id IS NULL") };

	return id;
}

static void
a_thing_is_remembered_the_day_before_and_two_hours_before(void **state)
{
	enter(*state, "resident", "confirmed");
	assert_int_equal(due(*state, "remind_first"), at("2027-03-02 09:00"));
	assert_int_equal(due(*state, "remind_second"), at("2027-03-03 07:00"));
}

static void
the_network_says_how_long_before(void **state)
{
	set(*state, &remind_first, network(*state), 60);
	set(*state, &remind_second, network(*state), 15);
	enter(*state, "resident", "registered");
	assert_int_equal(due(*state, "remind_first"), at("2027-03-03 08:00"));
	assert_int_equal(due(*state, "remind_second"), at("2027-03-03 08:45"));
}

static void
what_is_moved_is_remembered_at_its_new_time(void **state)
{
	move(*state, enter(*state, "resident", "confirmed"), "2027-03-05 14:00");
	assert_int_equal(due(*state, "remind_first"), at("2027-03-04 14:00"));
	assert_int_equal(due(*state, "remind_second"), at("2027-03-05 12:00"));
}

static void
a_reminder_whose_time_has_passed_is_not_made(void **state)
{
	move(*state, enter(*state, "resident", "confirmed"), "2027-03-01 10:00");
	assert_int_equal(due(*state, "remind_first"), 0);
	assert_int_equal(due(*state, "remind_second"), at("2027-03-01 08:00"));
}

static void
what_is_only_asked_or_waited_for_is_not_remembered(void **state)
{
	enter(*state, "resident", "requested");
	enter(*state, "neighbour", "waiting");
	enter(*state, "mother", "offered");
	assert_int_equal(due(*state, "remind_first"), 0);
	assert_int_equal(due(*state, "remind_second"), 0);
}

static void
what_was_given_up_is_not_remembered(void **state)
{
	enter(*state, "resident", "confirmed");
	enter(*state, "resident", "cancelled");
	assert_int_equal(due(*state, "remind_first"), 0);
	assert_int_equal(due(*state, "remind_second"), 0);
}

/* ---- whom ---- */

static void
of_two_who_share_a_thing_the_one_who_stays_is_reminded(void **state)
{
	enter(*state, "resident", "registered");
	enter(*state, "mother", "registered");
	enter(*state, "resident", "cancelled");
	assert_int_equal(due(*state, "remind_first"), at("2027-03-02 09:00"));
	remind(*state, "2027-03-02 09:00");
	assert_int_equal(reminded(*state, "mother"), 1);
	assert_int_equal(reminded(*state, "resident"), 0);
}

static void
who_reminds_looks_again(void **state)
{
	enter(*state, "resident", "registered");
	execute(*state, text(*state, "UPDATE diary SET status = 'cancelled' WHERE thing_id = %ld",
			     thing.value));
	remind(*state, "2027-03-02 09:00");
	assert_int_equal(reminded(*state, "resident"), 0);
}

static void
nobody_is_reminded_of_what_has_begun(void **state)
{
	enter(*state, "resident", "registered");
	remind(*state, "2027-03-03 09:00");
	assert_int_equal(reminded(*state, "resident"), 0);
}

static void
who_acts_for_a_child_gets_its_mail(void **state)
{
	enter(*state, "child", "registered");
	remind(*state, "2027-03-02 09:00");
	assert_int_equal(reminded(*state, "child"), 1);
	assert_int_equal(
		number_of(*state, text(*state,
				       "SELECT COUNT(*) FROM delivery JOIN letter ON letter.id = "
				       "letter_id WHERE subject_id = %ld AND channel = 'mail' AND "
				       "delivery.person_id = %ld",
				       thing.value, person(*state, "resident").value)),
		1);
}

/* ---- in words ---- */

static struct letter_words
in_words(struct work *work, const char *kind)
{
	struct letter letter = {
		.subject_id = thing,
		.letter = "reminder",
		.arguments = text(
			work,
			"{\"for\":\"小宇\",\"kind\":\"%s\",\"place\":\"%s\",\"start\":%ld,"
			"\"end\":%ld,\"title\":{\"zh-CN\":\"八段锦\",\"en\":\"Eight brocades\"}}",
			kind, id_text(a_venue(work).id).chars, at("2027-03-03 09:00"),
			at("2027-03-03 10:30")),
	};

	return letter_in_words(work, &letter, NULL, NULL);
}

static void
a_reminder_says_what_when_where_and_for_whom(void **state)
{
	struct letter_words words = in_words(*state, "activity");

	assert_string_equal(words.title, "Coming up: Eight brocades, Wed 3 Mar 2027, 09:00–10:30");
	assert_non_null(strstr(words.paragraphs[0], a_venue(*state).name));
	assert_non_null(strstr(words.paragraphs[0], a_venue(*state).centre_name));
	assert_non_null(strstr(words.paragraphs[1], "小宇"));
}

static void
a_reminder_is_in_the_language_of_who_reads(void **state)
{
	language_use("zh-CN");
	assert_non_null(strstr(in_words(*state, "activity").title, "八段锦"));
	language_use("en");
}

static void
a_reminder_leads_to_the_thing_by_its_kind(void **state)
{
	const char *id = text(*state, "%s", id_text(thing).chars);

	assert_string_equal(in_words(*state, "booking").link, text(*state, "/bookings/%s", id));
	assert_string_equal(in_words(*state, "activity").link,
			    text(*state, "/registrations/%s", id));
	assert_string_equal(in_words(*state, "shift").link,
			    text(*state, "/volunteer/shifts/%s", id));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_thing_is_remembered_the_day_before_and_two_hours_before),
		in_work(the_network_says_how_long_before),
		in_work(what_is_moved_is_remembered_at_its_new_time),
		in_work(a_reminder_whose_time_has_passed_is_not_made),
		in_work(what_is_only_asked_or_waited_for_is_not_remembered),
		in_work(what_was_given_up_is_not_remembered),
		in_work(of_two_who_share_a_thing_the_one_who_stays_is_reminded),
		in_work(who_reminds_looks_again),
		in_work(nobody_is_reminded_of_what_has_begun),
		in_work(who_acts_for_a_child_gets_its_mail),
		in_work(a_reminder_says_what_when_where_and_for_whom),
		in_work(a_reminder_is_in_the_language_of_who_reads),
		in_work(a_reminder_leads_to_the_thing_by_its_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
