/* ledger_chain_test.c - whatever is done to a ledger by hand is named; what is done at once is one
 * chain. */

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/text.h"
#include "database.h"
#include "db/unit.h"
#include "earned.h"
#include "fixture.h"
#include "ledger/ledger_jobs.h"
#include "ledger/ledger_part.h"
#include "ledger/ledger_verify.h"
#include "site/site.h"

/* ---- the chain ---- */

static void
earn_some(struct work *work)
{
	assert_allowed(earn(work, "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_allowed(earn_as(work, "neighbour", "2027-02-20 09:00", "2027-02-20 11:00"));
	assert_allowed(earn(work, "2027-02-21 09:00", "2027-02-21 11:00"));
	assert_allowed(earn(work, "2027-02-22 09:00", "2027-02-22 11:00"));
}

static struct audit_report
verified(struct work *work)
{
	struct audit_report report;
	bool intact = ledger_verify(work, &report);

	assert_int_equal(intact, !report.wrong);
	return report;
}

/* Changes an entry of the resident and takes it back: that entry must be named. */
static void
assert_noticed(struct work *work, const char *change, int64_t seq)
{
	struct id resident = person(work, "resident");
	struct audit_report report;

	execute(work, "SAVEPOINT untouched");
	execute(work,
		text(work, "%s WHERE person_id = %ld AND seq = %ld", change, resident.value, seq));
	report = verified(work);
	execute(work, "ROLLBACK TO SAVEPOINT untouched");
	if (!report.wrong)
		fail_msg("not noticed: %s", change);
	assert_int_equal(report.stream.value, resident.value);
	assert_int_equal(report.seq, seq);
}

static void
a_ledger_that_nobody_touched_is_intact(void **state)
{
	struct audit_report before = verified(*state), after;

	earn_some(*state);
	after = verified(*state);
	assert_null(after.wrong);
	assert_int_equal(after.entries, before.entries + 4);
}

static void
an_entry_changed_by_hand_is_named(void **state)
{
	static const char *const changes[] = {
		"minutes = 6000",
		"kind = 'adjust'",
		"kind = 'none'",
		"shift_id = 1",
		"centre_id = 1",
		"start_quarter = 1",
		"end_quarter = 1",
		"voided_seq = 1",
		"reason = 'x'",
		"actor = 1",
		"made_at = 1",
		"id = 1",
		"digest = REPEAT('x', 32)",
	};
	struct work *work = *state;

	earn_some(work);
	for (size_t i = 0; i < COUNT(changes); i++)
		assert_noticed(work, text(work, "UPDATE ledger_entry SET %s", changes[i]),
			       1 + (int64_t)i % 3);
}

static void
each_entry_hangs_on_the_one_before(void **state)
{
	struct work *work = *state;
	const struct ledger_entry entry = { .seq = 2, .kind = "earn", .minutes = 60 };
	struct bytes one = { "one", 3 }, other = { "two", 3 };
	struct bytes digest = ledger_digest(work, &entry, one);

	assert_memory_not_equal(digest.data, ledger_digest(work, &entry, other).data, digest.size);
}

static void
an_entry_taken_out_is_named(void **state)
{
	struct work *work = *state;

	earn_some(work);
	audit_forgotten(work);
	ledger_jobs[0].run(work, person(work, "resident"));
	for (int64_t seq = 1; seq <= 3; seq++)
		assert_noticed(work, "DELETE FROM ledger_entry", seq);
}

/* Somebody who can compute digests could make a chain anew; the seal still tells. */
static void
a_chain_made_anew_is_not_what_was_sealed(void **state)
{
	struct work *work = *state;
	struct audit_report report;

	earn_some(work);
	audit_forgotten(work);
	ledger_jobs[0].run(work, person(work, "resident"));
	execute(work, text(work, "DELETE FROM ledger_entry WHERE person_id = %ld",
			   person(work, "resident").value));
	execute(work, "DELETE FROM ledger_quarter");
	assert_allowed(earn(work, "2027-02-20 09:00", "2027-02-20 17:00"));
	assert_allowed(earn(work, "2027-02-21 09:00", "2027-02-21 17:00"));
	assert_allowed(earn(work, "2027-02-22 09:00", "2027-02-22 17:00"));
	report = verified(work);
	assert_string_equal(report.wrong, "is not what was sealed");
	assert_int_equal(report.seq, 3);
}

static void
many_entries_make_one_chain(void **state)
{
	struct work *work = *state;
	struct earning earnings[3];
	struct audit_report before = verified(work), after;

	for (int i = 0; i < 3; i++)
		earnings[i] = served_by(work, "resident", text(work, "2026-03-0%d 09:00", i + 1),
					text(work, "2026-03-0%d 11:30", i + 1));
	assert_allowed(ledger_load(work, earnings, 3));
	assert_allowed(earn(work, "2027-02-20 09:00", "2027-02-20 11:00"));
	after = verified(work);
	assert_null(after.wrong);
	assert_int_equal(after.entries, before.entries + 4);
	assert_int_equal(sums_of(work, "resident").minutes, 570);
	assert_int_equal(sums_of(work, "resident").this_year, 120);
}

/* ---- at once, over connections of their own ---- */

struct racer {
	struct earning earning;
	const struct refusal *refusal;
};

static const struct refusal *
race(struct work *work, void *with)
{
	struct racer *racer = with;
	/* Till all of them have connected. */
	usleep(100000);
	return ledger_earn(work, &racer->earning);
}

static int
race_one(const struct work *like, struct earning earning)
{
	struct racer racer = { .earning = earning };
	const struct unit unit = { .run = race, .with = &racer };
	const struct refusal *refusal = NULL;
	struct work work = {
		.arena = arena_new((size_t)8 << 20),
		.db = database_connection(site_command_statements),
		.now = like->now,
		.name = "test",
		.may_write = true,
		.command.route = "test",
	};
	enum unit_end end = unit_run(&work, &unit, &refusal);

	if (end == UNIT_REFUSED && refused_as(refusal, &hours_overlap))
		return 1;
	return end == UNIT_DONE ? 0 : 2;
}

/* How many ended so: 0 earned, 1 refused, 2 anything else. */
static void
run_race(struct work *work, const struct earning *earnings, int count, int ends[static 3])
{
	int status;

	db_disconnect(work->db);
	for (int i = 0; i < count; i++)
		if (fork() == 0)
			_exit(race_one(work, earnings[i]));
	for (int i = 0; i < count; i++)
		if (wait(&status) > 0)
			ends[WIFEXITED(status) && WEXITSTATUS(status) < 2 ? WEXITSTATUS(status)
									  : 2]++;
	db_connect(work->db);
}

static void
of_four_who_confirm_one_time_at_once_one_does(void **state)
{
	struct work *work = *state;
	struct earning earnings[4];
	int ends[3] = { 0 };

	for (int i = 0; i < 4; i++)
		earnings[i] = served_by(work, "neighbour", "2026-05-01 09:00", "2026-05-01 11:00");
	run_race(work, earnings, 4, ends);
	assert_int_equal(ends[0], 1);
	assert_int_equal(ends[1], 3);
	assert_int_equal(sums_of(work, "neighbour").minutes, 120);
	assert_null(verified(work).wrong);
}

static void
four_times_confirmed_at_once_make_one_chain(void **state)
{
	struct work *work = *state;
	struct earning earnings[4];
	int ends[3] = { 0 };

	for (int i = 0; i < 4; i++)
		earnings[i] = served_by(work, "manager", text(work, "2026-05-0%d 09:00", i + 1),
					text(work, "2026-05-0%d 11:00", i + 1));
	run_race(work, earnings, 4, ends);
	assert_int_equal(ends[0], 4);
	assert_int_equal(sums_of(work, "manager").minutes, 480);
	assert_null(verified(work).wrong);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_ledger_that_nobody_touched_is_intact),
		in_work(an_entry_changed_by_hand_is_named),
		in_work(each_entry_hangs_on_the_one_before),
		in_work(an_entry_taken_out_is_named),
		in_work(a_chain_made_anew_is_not_what_was_sealed),
		in_work(many_entries_make_one_chain),
		in_work(of_four_who_confirm_one_time_at_once_one_does),
		in_work(four_times_confirmed_at_once_make_one_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
