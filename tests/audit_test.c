/* audit_test.c - whatever is done to the audit log afterwards is noticed, and named. */

#include "audit/audit.h"

#include <string.h>

#include "audit/verify.h"
#include "base/text.h"
#include "db/connection.h"
#include "db/unit.h"
#include "fixture.h"

#define ENTRIES 60

static const struct id thing = { 4711 };

static void
note_some(struct work *work, int64_t count)
{
	for (int64_t i = 0; i < count; i++)
		audit_note(work, "tried", thing, work->person, text(work, "{\"n\":%ld}", i));
}

/* As the jobs process does, whose unit of work would be another. */
static void
seal(struct work *work)
{
	audit_forgotten(work);
	audit_seal(work);
}

/* The stream of this process, once it has written something. */
static int64_t
stream(struct work *work)
{
	return number_of(work, "SELECT stream FROM audit_entry WHERE act = 'tried' LIMIT 1");
}

static int64_t
first(struct work *work)
{
	return number_of(work, "SELECT MIN(seq) FROM audit_entry WHERE act = 'tried'");
}

static struct audit_report
verified(struct work *work)
{
	struct audit_report report;
	bool intact = audit_verify(work, &report);

	assert_int_equal(intact, !report.wrong);
	return report;
}

/* Does something to an entry and then undoes it; returns which entry was named meanwhile. */
static struct audit_report
tampered(struct work *work, const char *sql)
{
	struct audit_report report;

	execute(work, "SAVEPOINT untouched");
	execute(work, sql);
	report = verified(work);
	execute(work, "ROLLBACK TO SAVEPOINT untouched");
	return report;
}

static void
assert_named(struct audit_report report, int64_t in_stream, int64_t seq)
{
	assert_non_null(report.wrong);
	assert_int_equal(report.stream.value, in_stream);
	assert_int_equal(report.seq, seq);
}

static void
a_log_that_nobody_touched_is_intact(void **state)
{
	struct audit_report before = verified(*state), after;

	note_some(*state, ENTRIES);
	after = verified(*state);
	assert_null(after.wrong);
	assert_int_equal(after.entries, before.entries + ENTRIES);
}

static void
an_entry_says_who_did_what_for_whom(void **state)
{
	struct work *work = *state;

	note_some(work, 1);
	assert_int_equal(number_of(work, text(work,
					      "SELECT COUNT(*) FROM audit_entry WHERE actor = %ld"
					      " AND person_id = %ld AND subject_id = 4711"
					      " AND made_at = %ld AND detail = '{\"n\":0}'",
					      work->actor.value, work->person.value, work->now)),
			 1);
}

static void
every_changed_column_is_noticed(void **state)
{
	static const char *const changes[] = {
		"made_at = made_at + 1",   "actor = actor + 1",      "actor = NULL",
		"act = 'other'",           "subject_id = 1",         "person_id = NULL",
		"detail = '{\"n\":9999}'", "detail_digest = digest", "digest = detail_digest",
	};
	struct work *work = *state;

	note_some(work, ENTRIES);
	for (size_t i = 0; i < COUNT(changes); i++) {
		int64_t seq = first(work) + (int64_t)(i * 7) % ENTRIES;
		const char *sql =
			text(work, "UPDATE audit_entry SET %s WHERE stream = %ld AND seq = %ld",
			     changes[i], stream(work), seq);

		assert_named(tampered(work, sql), stream(work), seq);
	}
}

static void
any_entry_taken_out_is_noticed(void **state)
{
	struct work *work = *state;

	note_some(work, ENTRIES);
	seal(work);
	for (int64_t seq = first(work); seq < first(work) + ENTRIES; seq++)
		assert_named(tampered(work, text(work,
						 "DELETE FROM audit_entry"
						 " WHERE stream = %ld AND seq = %ld",
						 stream(work), seq)),
			     stream(work), seq);
}

static void
renumber(struct work *work, int64_t from, int64_t to)
{
	execute(work,
		text(work, "UPDATE audit_entry SET seq = %ld WHERE stream = %ld AND seq = %ld", to,
		     stream(work), from));
}

static void
two_entries_that_changed_places_are_noticed(void **state)
{
	struct work *work = *state;
	int64_t seq;

	note_some(work, ENTRIES);
	seq = first(work) + 3;
	renumber(work, seq, 0);
	renumber(work, seq + 1, seq);
	renumber(work, 0, seq + 1);
	assert_named(verified(work), stream(work), seq);
}

static void
an_entry_put_in_is_noticed(void **state)
{
	struct work *work = *state;
	int64_t end;

	note_some(work, ENTRIES);
	end = first(work) + ENTRIES;
	assert_named(
		tampered(work, text(work,
				    "INSERT INTO audit_entry SELECT stream, %ld, made_at, actor,"
				    " act, subject_id, person_id, detail, detail_digest, digest,"
				    " node_id"
				    " FROM audit_entry WHERE stream = %ld AND seq = %ld",
				    end, stream(work), end - 1)),
		stream(work), end);
}

/* Both entries were written by the process itself, the second after the first had been taken out:
 * only what was written next tells which of them stood there. */
static void
an_entry_that_stood_there_before_is_noticed(void **state)
{
	struct work *work = *state;
	int64_t own, last;

	note_some(work, ENTRIES);
	own = stream(work);
	last = first(work) + ENTRIES - 1;
	execute(work,
		text(work, "UPDATE audit_entry SET stream = 1 WHERE stream = %ld AND seq = %ld",
		     own, last));
	audit_forgotten(work);
	note_some(work, 2);
	execute(work,
		text(work, "DELETE FROM audit_entry WHERE stream = %ld AND seq = %ld", own, last));
	execute(work, text(work, "UPDATE audit_entry SET stream = %ld WHERE stream = 1", own));
	assert_named(verified(work), own, last + 1);
}

static void
a_tail_that_was_cut_off_is_noticed_once_it_was_sealed(void **state)
{
	struct work *work = *state;
	const char *cut;

	note_some(work, ENTRIES);
	cut = text(work, "DELETE FROM audit_entry WHERE stream = %ld AND seq >= %ld", stream(work),
		   first(work) + ENTRIES - 10);
	assert_null(tampered(work, cut).wrong);
	seal(work);
	assert_named(tampered(work, cut), stream(work), first(work) + ENTRIES - 1);
}

static void
a_stream_that_is_gone_is_noticed_once_it_was_sealed(void **state)
{
	struct work *work = *state;

	note_some(work, ENTRIES);
	seal(work);
	assert_named(tampered(work, text(work, "DELETE FROM audit_entry WHERE stream = %ld",
					 stream(work))),
		     stream(work), first(work) + ENTRIES - 1);
}

static void
what_is_sealed_is_not_sealed_again(void **state)
{
	static const char count[] = "SELECT COUNT(*) FROM audit_entry WHERE act = 'audit_sealed'";
	struct work *work = *state;
	int64_t before = number_of(work, count);

	note_some(work, 1);
	seal(work);
	assert_int_equal(number_of(work, count), before + 1);
	seal(work);
	assert_int_equal(number_of(work, count), before + 1);
	assert_null(verified(work).wrong);
}

/* What retention and erasure may do. */
static void
a_detail_may_be_emptied(void **state)
{
	note_some(*state, ENTRIES);
	assert_null(
		tampered(*state, "UPDATE audit_entry SET detail = NULL WHERE act = 'tried'").wrong);
}

static void
what_was_rolled_back_leaves_no_gap(void **state)
{
	struct work *work = *state;

	note_some(work, 3);
	db_rollback(work);
	audit_forgotten(work);
	note_some(work, 3);
	assert_null(verified(work).wrong);
}

static const struct refusal *
note_one(struct work *work, void *with)
{
	(void)with;
	note_some(work, 1);
	return NULL;
}

static void
commit_one(struct work *work)
{
	const struct unit unit = { .run = note_one };
	const struct refusal *refusal;

	work->command = (struct command){ .route = "test" };
	assert_int_equal(unit_run(work, &unit, &refusal), UNIT_DONE);
}

static void
units_of_work_go_on_from_one_another(void **state)
{
	struct work *work = *state;
	int64_t before = number_of(work, "SELECT COUNT(*) FROM audit_entry");

	for (int i = 0; i < 5; i++)
		commit_one(work);
	assert_null(verified(work).wrong);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM audit_entry"), before + 5);
}

/* The process took its COMMIT for lost, and it was not: the head in memory is an old one. */
static void
a_head_that_is_out_of_date_is_read_again(void **state)
{
	struct work *work = *state;

	commit_one(work);
	work->command = (struct command){ .route = "test" };
	note_some(work, 1);
	db_commit(work);
	work->audit = NULL;
	commit_one(work);
	assert_null(verified(work).wrong);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_log_that_nobody_touched_is_intact),
		in_work(an_entry_says_who_did_what_for_whom),
		in_work(every_changed_column_is_noticed),
		in_work(any_entry_taken_out_is_noticed),
		in_work(two_entries_that_changed_places_are_noticed),
		in_work(an_entry_put_in_is_noticed),
		in_work(an_entry_that_stood_there_before_is_noticed),
		in_work(a_tail_that_was_cut_off_is_noticed_once_it_was_sealed),
		in_work(a_stream_that_is_gone_is_noticed_once_it_was_sealed),
		in_work(what_is_sealed_is_not_sealed_again),
		in_work(a_detail_may_be_emptied),
		in_work(what_was_rolled_back_leaves_no_gap),
		in_work(units_of_work_go_on_from_one_another),
		in_work(a_head_that_is_out_of_date_is_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
