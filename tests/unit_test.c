/* unit_test.c - a unit of work is done once: lost to another, cut at COMMIT, sent twice. */

#include "db/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/text.h"
#include "database.h"
#include "db/command_sql.h"
#include "proxy.h"

#define ARENA_MOST (8U << 20)

static struct sql_statement *const *const lists[] = { command_statements, NULL };
static struct db *db;
static int64_t runs;

/* ---- a unit that adds one to a counter, and keeps the sum as its answer ---- */

struct adding {
	int64_t key;
	int64_t answer;
	bool refuse;
	bool read_first; /* within the transaction, so that a rival's write is noticed */
	int64_t waits_milliseconds;
};

static REFUSAL(refused, REFUSED_BY_RULE, NULL, "no");

static int64_t
counter(struct work *work, int64_t key)
{
	int64_t n = -1;

	db_query_int(work->db, text(work, "SELECT n FROM counter WHERE id = %" PRId64, key), &n);
	return n;
}

static const struct refusal *
add_one(struct work *work, void *with)
{
	struct adding *adding = with;
	const char *add =
		text(work, "UPDATE counter SET n = n + 1 WHERE id = %" PRId64, adding->key);

	runs++;
	db_begin(work);
	if (adding->read_first)
		counter(work, adding->key);
	if (adding->waits_milliseconds)
		usleep((useconds_t)adding->waits_milliseconds * 1000);
	db_execute(work->db, add, strlen(add));
	adding->answer = counter(work, adding->key);
	return adding->refuse ? &refused : NULL;
}

static void
keep_sum(struct work *work, void *with)
{
	const struct adding *adding = with;
	const char *sum = text(work, "%" PRId64, adding->answer);

	unit_keep(work, 201, NULL, (struct bytes){ sum, strlen(sum) });
}

static void
replay_sum(struct work *work, const struct kept *kept, void *with)
{
	(void)work;
	sscanf(kept->answer.data, "%" SCNd64, &((struct adding *)with)->answer);
}

static enum unit_end
run_adding(struct db *with, struct adding *adding, const char *key, const char *body)
{
	struct work work = { .arena = arena_new(ARENA_MOST),
			     .db = with,
			     .now = 1800000000,
			     .name = "test",
			     .may_write = true };
	const struct unit unit = { add_one, keep_sum, replay_sum, adding };
	const struct refusal *refusal;
	enum unit_end end;

	work.command.route = "/test";
	if (key)
		work.command.key = hash_of_text(&work, key);
	if (body)
		work.command.body_hash = hash_of_text(&work, body);
	end = unit_run(&work, &unit, &refusal);
	arena_free(work.arena);
	return end;
}

static int64_t
sum_of(int64_t key)
{
	struct work work = { .arena = arena_new(ARENA_MOST), .db = db };
	int64_t n;

	db_connect(db);
	n = counter(&work, key);
	arena_free(work.arena);
	return n;
}

/* ---- the tests; each has a counter of its own ---- */

static void
what_is_done_is_done_once(void **state)
{
	struct adding adding = { .key = 1 };

	(void)state;
	assert_int_equal(run_adding(db, &adding, "once", "x"), UNIT_DONE);
	assert_int_equal(run_adding(db, &adding, "once", "x"), UNIT_REPLAYED);
	assert_int_equal(adding.answer, 1);
	assert_int_equal(sum_of(1), 1);
}

static void
a_key_is_for_one_body(void **state)
{
	struct adding adding = { .key = 2 };

	(void)state;
	assert_int_equal(run_adding(db, &adding, "body", "x"), UNIT_DONE);
	assert_int_equal(run_adding(db, &adding, "body", "y"), UNIT_REFUSED);
	assert_int_equal(sum_of(2), 1);
}

static void
a_refusal_leaves_nothing_and_is_judged_anew(void **state)
{
	struct adding adding = { .key = 3, .refuse = true };

	(void)state;
	assert_int_equal(run_adding(db, &adding, "refused", "x"), UNIT_REFUSED);
	assert_int_equal(sum_of(3), 0);
	adding.refuse = false;
	assert_int_equal(run_adding(db, &adding, "refused", "x"), UNIT_DONE);
	assert_int_equal(sum_of(3), 1);
}

/* Runs the unit with its COMMIT cut, and says how often the work was run. */
static int64_t
cut_once(enum cut cut, struct adding *adding, const char *key)
{
	int before = proxy_cuts();
	enum unit_end end;

	runs = 0;
	db_disconnect(db);
	proxy_cut(cut);
	end = run_adding(db, adding, key, "x");
	/* A COMMIT that the server did late is found when the work is run again. */
	assert_true(end == UNIT_DONE || end == UNIT_REPLAYED);
	assert_int_equal(proxy_cuts(), before + 1);
	return runs;
}

static void
a_commit_that_was_not_heard_is_done_again(void **state)
{
	struct adding adding = { .key = 4 };

	(void)state;
	assert_int_equal(cut_once(CUT_BEFORE, &adding, NULL), 2);
	assert_int_equal(sum_of(4), 1);
}

static void
a_commit_whose_answer_was_lost_is_not_done_again(void **state)
{
	struct adding adding = { .key = 5 };

	(void)state;
	assert_int_equal(cut_once(CUT_AFTER, &adding, NULL), 1);
	assert_int_equal(adding.answer, 1);
	assert_int_equal(sum_of(5), 1);
}

static void
a_commit_cut_while_under_way_is_resolved_right(void **state)
{
	(void)state;
	for (int64_t i = 0; i < 100; i++) {
		struct adding adding = { .key = 6 };

		cut_once(CUT_DURING, &adding, NULL);
		assert_int_equal(adding.answer, i + 1);
		assert_int_equal(sum_of(6), i + 1);
	}
}

/* Several processes at once; how many of them ended as expected. */
static int
at_once(int count, int64_t key, const char *command, bool read_first, int64_t waits)
{
	int done = 0, status;

	db_disconnect(db);
	for (int i = 0; i < count; i++) {
		if (fork() == 0) {
			struct db *own = database_connection(lists);
			struct adding adding = { .key = key,
						 .read_first = read_first,
						 .waits_milliseconds = waits };
			enum unit_end end = run_adding(own, &adding, command, "x");

			_exit(end == UNIT_DONE || end == UNIT_REPLAYED ? 0 : 1);
		}
	}
	for (int i = 0; i < count; i++)
		if (wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
			done++;
	return done;
}

static void
what_lost_to_another_is_run_again(void **state)
{
	(void)state;
	assert_int_equal(at_once(4, 7, NULL, true, 20), 4);
	assert_int_equal(sum_of(7), 4);
}

static void
one_key_at_once_is_done_once(void **state)
{
	(void)state;
	assert_int_equal(at_once(20, 8, "same", false, 50), 20);
	assert_int_equal(sum_of(8), 1);
}

static void
a_write_while_only_reading_was_announced_is_a_fault(void **state)
{
	struct work work = { .arena = arena_new(ARENA_MOST), .db = db, .name = "test" };
	struct adding adding = { .key = 9 };
	const struct unit unit = { add_one, NULL, NULL, &adding };
	const struct refusal *refusal;

	(void)state;
	assert_int_equal(unit_run(&work, &unit, &refusal), UNIT_BROKEN);
	assert_int_equal(sum_of(9), 0);
	arena_free(work.arena);
}

static void
a_database_that_is_away_is_said_at_once(void **state)
{
	const char *socket = conf.database_socket;
	struct adding adding = { .key = 10 };
	time_t began = time(NULL);

	(void)state;
	db_disconnect(db);
	conf.database_socket = "/nowhere/mariadb.sock";
	assert_int_equal(run_adding(db, &adding, NULL, NULL), UNIT_AWAY);
	assert_true(time(NULL) - began <= 3);
	conf.database_socket = socket;
	assert_int_equal(run_adding(db, &adding, NULL, NULL), UNIT_DONE);
}

/* ---- */

static void
make_counters(void *argument)
{
	static const char table[] =
		"CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)";
	static const char rows[] = "INSERT INTO counter SELECT seq, 0 FROM seq_1_to_20";

	(void)argument;
	db_connect(db);
	db_execute(db, table, strlen(table));
	db_execute(db, rows, strlen(rows));
}

static int
begin(void **state)
{
	static char path[64];

	(void)state;
	database_make("unit");
	snprintf(path, sizeof(path), "/tmp/quarter-proxy-%d", (int)getpid());
	proxy_start(path, conf.database_socket);
	conf.database_socket = path;
	db = database_connection(lists);
	return work_try(make_counters, NULL) == FAULT_NONE ? 0 : -1;
}

static int
end(void **state)
{
	(void)state;
	db_disconnect(db);
	proxy_stop();
	unlink(conf.database_socket);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_done_is_done_once),
		cmocka_unit_test(a_key_is_for_one_body),
		cmocka_unit_test(a_refusal_leaves_nothing_and_is_judged_anew),
		cmocka_unit_test(a_commit_that_was_not_heard_is_done_again),
		cmocka_unit_test(a_commit_whose_answer_was_lost_is_not_done_again),
		cmocka_unit_test(a_commit_cut_while_under_way_is_resolved_right),
		cmocka_unit_test(what_lost_to_another_is_run_again),
		cmocka_unit_test(one_key_at_once_is_done_once),
		cmocka_unit_test(a_write_while_only_reading_was_announced_is_a_fault),
		cmocka_unit_test(a_database_that_is_away_is_said_at_once),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
