/* mail_test.c - mail to a real relay, senders that are killed, and the command for text messages.
 */

#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/text.h"
#include "db/connection.h"
#include "fixture.h"
#include "outbox/delivery.h"
#include "outbox/jobs.h"
#include "outbox/outbox.h"
#include "relay.h"

#define KILLS 50
#define LETTERS 150
#define KILL_WITHIN_MS 120

static const struct id thing = { 4711 };

static void
tell(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title =
		text(work, "Letter %s", json_string_value(json_object_get(read->arguments, "n")));
	words->paragraphs[0] = ".a line that begins with a dot, and 您好";
	words->short_text = words->title;
}

static void
tell_language(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	(void)read;
	words->title = text(work, "Told in %s", language_tag());
}

/* While this one is put into words, another process takes it. */
static void
tell_overtaken(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	static const char take[] = "UPDATE delivery SET owner = 1, epoch = epoch + 1";

	tell(work, read, words);
	assert_int_equal(db_try_execute(work->db, take, strlen(take)), 0);
}

static const struct letter_kind kinds[] = {
	{ "told", tell, .by_mail = true, .inbox = true },
	{ "told_language", tell_language, .by_mail = true, .inbox = true },
	{ "told_overtaken", tell_overtaken, .by_mail = true, .inbox = true },
	LETTERS_END,
};
static const struct letter_kind *const tables[] = { kinds, NULL };
static const struct job *const job_tables[] = { outbox_jobs, NULL };

/* The value of a header of a mail. */
static const char *
header(struct work *work, const char *mail, const char *name)
{
	const char *at = strstr(mail, text(work, "\n%s: ", name));

	assert_non_null(at);
	at += strlen(name) + 3;
	return arena_copy(work->arena, at, strcspn(at, "\r\n"));
}

/* ---- each test commits, and so each cleans up ---- */

static void
execute_now(struct work *work, const char *sql)
{
	assert_int_equal(db_try_execute(work->db, sql, strlen(sql)), 0);
}

static int
begin(void **state)
{
	int begun = begin_work(state);
	struct work *work = *state;

	jobs_use(job_tables, NULL);
	letters_use(tables);
	conf.mail_from = "Quarter <noreply@quarter.example>";
	conf.base_url = "https://quarter.example";
	conf.smtp_url = relay_url();
	conf.sms_command = "";
	db_connect(work->db);
	return begun;
}

static int
clean_up(void **state)
{
	struct work *work = *state;

	db_rollback(work);
	execute_now(work, "DELETE FROM delivery");
	execute_now(work, "DELETE FROM letter");
	execute_now(work, "DELETE FROM lease");
	relay_mails(work);
	return undo_work(state);
}
#define with_relay(test) cmocka_unit_test_setup_teardown(test, begin, clean_up)

static void
write_letters(struct work *work, int count)
{
	for (int i = 0; i < count; i++)
		outbox_write(work, work->person, "told", thing, text(work, "{\"n\":\"%d\"}", i));
	db_commit(work);
	work->command = (struct command){ .route = "test" };
}

static int64_t
in_state(struct work *work, const char *state)
{
	return number_of(work,
			 text(work, "SELECT COUNT(*) FROM delivery WHERE state = '%s'", state));
}

/* ---- the tests ---- */

/* A sender in a process of its own, which tells when it begins. */
static void
be_sender(struct work *work, int told)
{
	db_connect(work->db);
	if (write(told, "", 1) != 1)
		_exit(1);
	while (send_next(work) == ERRAND_RUN)
		;
	_exit(0);
}

/* Two processes cannot share a connection: it is made anew on either side. */
static void
start_and_kill_a_sender(struct work *work)
{
	char begun;
	int ends[2];
	pid_t sender;

	db_disconnect(work->db);
	assert_int_equal(pipe(ends), 0);
	sender = fork();
	if (sender == 0)
		be_sender(work, ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], &begun, 1), 1);
	close(ends[0]);
	usleep(randombytes_uniform(1000 * KILL_WITHIN_MS));
	kill(sender, SIGKILL);
	waitpid(sender, NULL, 0);
	db_connect(work->db);
}

/* As if so much time had passed that the next may go on. */
static void
let_time_pass(struct work *work)
{
	execute_now(work, "UPDATE lease SET expires_at = 0");
	execute_now(work, "UPDATE delivery SET due_at = 0 WHERE state = 'ready'");
}

/* Which letter a mail is, the subject tells; mails of one letter have one Message-ID, and others
 * have others. */
static bool
is_repeat(struct work *work, const struct mails *all, size_t i)
{
	const char *subject = header(work, all->text[i], "Subject");
	const char *id = header(work, all->text[i], "Message-ID");
	bool repeat = false;

	for (size_t j = 0; j < i; j++) {
		bool same = strcmp(header(work, all->text[j], "Subject"), subject) == 0;

		assert_int_equal(strcmp(header(work, all->text[j], "Message-ID"), id) == 0, same);
		repeat |= same;
	}
	return repeat;
}

/* First, so that no sender before it has given this process the name by which leases are held. */
static void
no_mail_is_lost_and_a_repeat_is_the_same_mail(void **state)
{
	struct work *work = *state;
	const struct mails *all;
	size_t repeats = 0;

	assert_true(jobs_run_once(work->db, 1));
	write_letters(work, LETTERS);
	for (int i = 0; i < KILLS; i++) {
		start_and_kill_a_sender(work);
		let_time_pass(work);
	}
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(in_state(work, "sent"), LETTERS);
	all = relay_mails(work);
	for (size_t i = 0; i < all->count; i++)
		repeats += is_repeat(work, all, i);
	assert_int_equal(all->count - repeats, LETTERS);
	print_message("%d kills, %zu mails came again\n", KILLS, repeats);
}

static void
a_mail_arrives_as_it_was_written(void **state)
{
	struct work *work = *state;
	const struct mails *all;

	write_letters(work, 1);
	assert_true(jobs_run_once(work->db, work->now));
	all = relay_mails(work);
	assert_int_equal(all->count, 1);
	assert_string_equal(header(work, all->text[0], "X-MailFrom"), "noreply@quarter.example");
	assert_string_equal(header(work, all->text[0], "X-RcptTo"), "resident@quarter.example");
	assert_string_equal(header(work, all->text[0], "Subject"), "Letter 0");
	assert_non_null(strstr(all->text[0], "\n.a line that begins with a dot, and "
					     "=E6=82=A8=E5=A5=BD"));
}

static void
write_in(struct work *work, const char *language, const char *address)
{
	language_use(language);
	outbox_write_to(work, "email", address, "told_language", NULL);
	db_commit(work);
	work->command = (struct command){ .route = "test" };
	work->now++;
}

static void
assert_told(struct work *work, const struct mails *all, const char *address, const char *language)
{
	size_t i = 0;

	while (i < all->count && strcmp(header(work, all->text[i], "X-RcptTo"), address) != 0)
		i++;
	assert_in_range(i, 0, all->count - 1);
	assert_string_equal(header(work, all->text[i], "Subject"),
			    text(work, "Told in %s", language));
	assert_string_equal(header(work, all->text[i], "Content-Language"), language);
}

static void
each_mail_is_in_the_language_of_its_reader(void **state)
{
	struct work *work = *state;
	const struct mails *all;

	write_in(work, "zh-CN", "first@quarter.example");
	write_in(work, "en", "second@quarter.example");
	write_in(work, "zh-CN", "third@quarter.example");
	assert_true(jobs_run_once(work->db, work->now));
	all = relay_mails(work);
	assert_int_equal(all->count, 3);
	assert_told(work, all, "first@quarter.example", "zh-CN");
	assert_told(work, all, "second@quarter.example", "en");
	assert_told(work, all, "third@quarter.example", "zh-CN");
}

static void
a_relay_that_is_away_is_tried_again(void **state)
{
	struct work *work = *state;

	write_letters(work, 1);
	relay_stop();
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(in_state(work, "ready"), 1);
	relay_start();
	assert_true(jobs_run_once(work->db, work->now + 59));
	assert_int_equal(relay_mails(work)->count, 0);
	assert_true(jobs_run_once(work->db, work->now + 60));
	assert_int_equal(in_state(work, "sent"), 1);
	assert_int_equal(relay_mails(work)->count, 1);
}

static void
who_was_overtaken_settles_nothing(void **state)
{
	struct work *work = *state;

	assert_true(jobs_run_once(work->db, work->now));
	outbox_write(work, work->person, "told_overtaken", thing, "{\"n\":\"1\"}");
	db_commit(work);
	assert_int_equal(send_next(work), ERRAND_RUN);
	assert_int_equal(in_state(work, "ready"), 1);
	assert_int_equal(number_of(work, "SELECT tries FROM delivery"), 0);
}

static const char *
a_command(struct work *work, const char *script)
{
	const char *path = text(work, "%s/command", relay_folder());
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0700), 0);
	return path;
}

static void
a_text_message_goes_to_the_command(void **state)
{
	struct work *work = *state;
	char said[200] = "";
	FILE *file;

	conf.sms_command = a_command(work, "{ echo \"$#: $1\"; cat; } > \"$0.said\"");
	outbox_write_to(work, "phone", "+8613800138000; touch /x", "told", NULL);
	db_commit(work);
	assert_true(jobs_run_once(work->db, work->now));
	file = fopen(text(work, "%s/command.said", relay_folder()), "re");
	assert_non_null(file);
	assert_true(fread(said, 1, sizeof(said) - 1, file) > 0);
	fclose(file);
	assert_string_equal(said, "1: +8613800138000; touch /x\nLetter (null)");
	assert_int_equal(in_state(work, "sent"), 1);
}

static void
a_command_that_fails_is_tried_again(void **state)
{
	struct work *work = *state;

	conf.sms_command = a_command(work, "exit 1");
	outbox_write_to(work, "phone", "+8613800138000", "told", NULL);
	db_commit(work);
	assert_true(jobs_run_once(work->db, work->now));
	assert_int_equal(in_state(work, "ready"), 1);
	a_command(work, "cat > /dev/null");
	assert_true(jobs_run_once(work->db, work->now + 60));
	assert_int_equal(in_state(work, "sent"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_relay(no_mail_is_lost_and_a_repeat_is_the_same_mail),
		with_relay(a_mail_arrives_as_it_was_written),
		with_relay(each_mail_is_in_the_language_of_its_reader),
		with_relay(a_relay_that_is_away_is_tried_again),
		with_relay(who_was_overtaken_settles_nothing),
		with_relay(a_text_message_goes_to_the_command),
		with_relay(a_command_that_fails_is_tried_again),
	};

	return cmocka_run_group_tests(tests, relay_begin, relay_end);
}
