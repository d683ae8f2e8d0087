/* jobs_test.c - what happens by the clock happens once, and what fails is tried again. */

#include "outbox/jobs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/text.h"
#include "db/connection.h"
#include "db/unit.h"
#include "fixture.h"
#include "outbox/delivery.h"
#include "outbox/due.h"
#include "outbox/outbox.h"

#define MINUTE 60

static const struct id thing = { 4711 }, other_thing = { 4712 };

/* ---- jobs and letters of the test's own ---- */

static int counted, turned;

static void
count(struct work *work, struct id counted_thing)
{
	assert_true(work->now > 0);
	assert_int_equal(counted_thing.value, thing.value);
	counted++;
}

static void
fail_always(struct work *work, struct id failed)
{
	(void)work;
	fault("the thing %ld fails on purpose", failed.value);
}

static void
turn(struct work *work, struct id nothing)
{
	(void)work;
	assert_false(id_given(nothing));
	assert_string_equal(language_tag(), "zh-CN"); /* whatever the mail before was in */
	turned++;
}

static const struct job jobs[] = {
	{ "count", .run = count },
	{ "fail_always", .run = fail_always },
	{ "turn", .every = MINUTE, .run = turn },
	JOBS_END,
};
static const struct job *const job_tables[] = { jobs, outbox_jobs, NULL };

static void
tell(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = "Told";
	words->paragraphs[0] = text(work, "The code is %s.", read->secret ? read->secret : "none");
}

static void
tell_wrongly(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	tell(work, read, words);
	fault("this letter cannot be put into words");
}

static const struct letter_kind kinds[] = {
	{ "told", tell, .by_mail = true, .inbox = true },
	{ "told_wrongly", tell_wrongly, .by_mail = true, .inbox = true },
	LETTERS_END,
};
static const struct letter_kind *const letter_tables[] = { kinds, NULL };

/* ---- each test commits, and so each cleans up ---- */

static char folder[] = "/tmp/quarter-mail-XXXXXX";

static void
execute_now(struct work *work, const char *sql)
{
	assert_int_equal(db_try_execute(work->db, sql, strlen(sql)), 0);
}

static int
begin(void **state)
{
	int begun = begin_work(state);

	counted = turned = 0;
	jobs_use(job_tables, NULL);
	letters_use(letter_tables);
	conf.mail_from = "Quarter <noreply@quarter.example>";
	conf.base_url = "https://quarter.example";
	conf.smtp_url = conf.sms_command = "";
	memcpy(strrchr(folder, '-'), "-XXXXXX", 7);
	conf.mail_dir = mkdtemp(folder);
	db_connect(((struct work *)*state)->db);
	return begun;
}

/* The messages in the folder; the last of them is read. */
static size_t
messages(struct work *work, const char **last)
{
	DIR *all = opendir(folder);
	size_t found = 0;
	struct dirent *entry;

	assert_non_null(all);
	while ((entry = readdir(all))) {
		char *chars = arena_array(work->arena, 1, 65536);
		FILE *file;

		if (entry->d_name[0] == '.')
			continue;
		file = fopen(text(work, "%s/%s", folder, entry->d_name), "re");
		assert_non_null(file);
		assert_true(fread(chars, 1, 65535, file) > 0);
		fclose(file);
		*last = chars;
		found++;
	}
	closedir(all);
	return found;
}

static void
empty_folder(struct work *work)
{
	DIR *all = opendir(folder);
	struct dirent *entry;

	while (all && (entry = readdir(all)))
		unlink(text(work, "%s/%s", folder, entry->d_name));
	if (all)
		closedir(all);
	rmdir(folder);
}

static int
clean_up(void **state)
{
	struct work *work = *state;

	db_rollback(work);
	execute_now(work, "DELETE FROM delivery");
	execute_now(work, "DELETE FROM letter");
	execute_now(work, "DELETE FROM due");
	execute_now(work, "DELETE FROM lease");
	empty_folder(work);
	return undo_work(state);
}
#define with_jobs(test) cmocka_unit_test_setup_teardown(test, begin, clean_up)

static void
commit(struct work *work)
{
	db_commit(work);
	work->command = (struct command){ .route = "test" };
	work->audit = NULL;
}

static void
note_due(struct work *work, const char *kind, struct id of, time_t moment)
{
	due_at(work, kind, of, moment);
	commit(work);
}

/* ---- what is due ---- */

static void
what_is_due_happens_once_when_its_time_has_come(void **state)
{
	struct work *work = *state;

	note_due(work, "count", thing, work->now + MINUTE);
	assert_true(jobs_run_once(work->db, work->now + MINUTE - 1));
	assert_int_equal(counted, 0);
	assert_true(jobs_run_once(work->db, work->now + MINUTE));
	assert_true(jobs_run_once(work->db, work->now + 2 * MINUTE));
	assert_int_equal(counted, 1);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM due"), 0);
}

static void
what_was_taken_back_does_not_happen(void **state)
{
	struct work *work = *state;

	note_due(work, "count", thing, work->now + MINUTE);
	due_never(work, "count", thing);
	commit(work);
	assert_true(jobs_run_once(work->db, work->now + MINUTE));
	assert_int_equal(counted, 0);
}

static void
what_fails_is_put_off_and_holds_up_nothing(void **state)
{
	struct work *work = *state;

	note_due(work, "fail_always", other_thing, work->now + 1);
	note_due(work, "nobody_does_this", other_thing, work->now + 2);
	note_due(work, "count", thing, work->now + 3);
	assert_false(jobs_run_once(work->db, work->now + MINUTE));
	assert_int_equal(counted, 1);
	assert_int_equal(number_of(work, text(work, "SELECT COUNT(*) FROM due WHERE due_at > %ld",
					      work->now + MINUTE)),
			 2);
}

/* ---- what comes round ---- */

static void
what_comes_round_is_done_once_in_its_time(void **state)
{
	struct work *work = *state;

	assert_true(jobs_run_once(work->db, work->now));
	assert_true(jobs_run_once(work->db, work->now + MINUTE - 1));
	assert_int_equal(turned, 1);
	assert_true(jobs_run_once(work->db, work->now + MINUTE));
	assert_int_equal(turned, 2);
}

static void
a_clock_that_is_put_back_stops_nothing(void **state)
{
	struct work *work = *state;

	assert_true(jobs_run_once(work->db, work->now + 1440 * MINUTE));
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(turned, 2);
}

static void
what_nobody_needs_any_more_goes(void **state)
{
	struct work *work = *state;
	const char *now = text(work, "%ld", work->now);

	execute_now(work, text(work,
			       "INSERT INTO attempt VALUES (1, REPEAT('a', 32), %s - 3601),"
			       " (1, REPEAT('b', 32), %s - 3599)",
			       now, now));
	execute_now(work, text(work,
			       "INSERT INTO session (token_hash, id, account_id, device, browser,"
			       " made_at, seen_at, idle_seconds, ends_at) VALUES"
			       " (REPEAT('a', 32), 1, 1, '', '', 0, %s - 60, 59, %s + 60),"
			       " (REPEAT('b', 32), 2, 1, '', '', 0, %s, 60, %s - 1),"
			       " (REPEAT('c', 32), 3, 1, '', '', 0, %s - 60, 60, %s + 60)",
			       now, now, now, now, now, now));
	execute_now(work, text(work,
			       "INSERT INTO command (actor, command_key, route, body_hash,"
			       " expires_at) VALUES (9, REPEAT('a', 32), '', '', %s - 1),"
			       " (9, REPEAT('b', 32), '', '', %s)",
			       now, now));
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM attempt"), 1);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM session"), 1);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM command WHERE actor = 9"), 1);
	execute_now(work, "DELETE FROM attempt");
	execute_now(work, "DELETE FROM session");
}

/* ---- sending ---- */

static void
a_message_goes_out_once(void **state)
{
	struct work *work = *state;
	const char *sent = NULL;

	outbox_write_to(work, "email", "new@quarter.example", "told", "123456");
	commit(work);
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(messages(work, &sent), 1);
	assert_non_null(strstr(sent, "To: new@quarter.example\r\n"));
	assert_non_null(strstr(sent, "The code is 123456."));
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM delivery WHERE state = 'sent'"
					 " AND address IS NULL AND secret IS NULL"),
			 1);
	empty_folder(work);
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_true(jobs_run_once(work->db, work->now + 1440 * MINUTE));
	assert_int_equal(messages(work, &sent), 0);
}

static void
a_person_is_written_to_at_the_address_of_that_moment(void **state)
{
	struct work *work = *state;
	const char *sent = NULL;

	outbox_write(work, work->person, "told", thing, NULL);
	commit(work);
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(messages(work, &sent), 1);
	assert_non_null(strstr(sent, "To: resident@quarter.example\r\n"));
}

static int64_t
waits(struct work *work, time_t now)
{
	return number_of(work, "SELECT due_at FROM delivery WHERE state = 'ready'") - now;
}

static void
what_does_not_go_out_is_tried_four_times_more(void **state)
{
	static const int64_t minutes[] = { 1, 5, 30, 120 };
	struct work *work = *state;
	time_t now = work->now;

	conf.mail_dir = "/nowhere";
	outbox_write(work, work->person, "told", thing, NULL);
	commit(work);
	for (size_t i = 0; i < COUNT(minutes); i++) {
		assert_true(jobs_run_once(work->db, now));
		assert_int_equal(waits(work, now), minutes[i] * MINUTE);
		now += minutes[i] * MINUTE;
	}
	assert_true(jobs_run_once(work->db, now));
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM delivery WHERE state = 'failed'"
					 " AND tries = 5"),
			 1);
}

static void
a_letter_without_words_holds_up_nothing(void **state)
{
	struct work *work = *state;
	const char *sent = NULL;

	outbox_write(work, work->person, "told_wrongly", thing, NULL);
	commit(work);
	work->now++;
	outbox_write(work, work->person, "told", thing, NULL);
	commit(work);
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(messages(work, &sent), 1);
	assert_int_equal(waits(work, work->now), MINUTE);
}

static void
nobody_sends_while_another_holds_the_lease(void **state)
{
	struct work *work = *state;

	assert_true(jobs_run_once(work->db, work->now));
	outbox_write(work, work->person, "told", thing, NULL);
	commit(work);
	execute_now(work, "UPDATE lease SET owner = 1, expires_at = UNIX_TIMESTAMP() + 30"
			  " WHERE name = 'outbox.send'");
	assert_int_equal(send_next(work), ERRAND_ELSEWHERE);
	execute_now(work, "UPDATE lease SET expires_at = UNIX_TIMESTAMP() - 1"
			  " WHERE name = 'outbox.send'");
	assert_int_equal(send_next(work), ERRAND_RUN);
	assert_int_equal(send_next(work), ERRAND_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_jobs(what_is_due_happens_once_when_its_time_has_come),
		with_jobs(what_was_taken_back_does_not_happen),
		with_jobs(what_fails_is_put_off_and_holds_up_nothing),
		with_jobs(what_comes_round_is_done_once_in_its_time),
		with_jobs(a_clock_that_is_put_back_stops_nothing),
		with_jobs(what_nobody_needs_any_more_goes),
		with_jobs(a_message_goes_out_once),
		with_jobs(a_person_is_written_to_at_the_address_of_that_moment),
		with_jobs(what_does_not_go_out_is_tried_four_times_more),
		with_jobs(a_letter_without_words_holds_up_nothing),
		with_jobs(nobody_sends_while_another_holds_the_lease),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
