/* unit.c - one unit of work, from its first read to its COMMIT, as often as it takes. */

#include "db/unit.h"

#include <sodium.h>
#include <time.h>

#include "base/log.h"
#include "db/command_sql.h"
#include "db/connection.h"
#include "db/db.h"

#define TRIES 5
#define FIRST_WAIT_MS 5
#define TOTAL_SECONDS 12 /* outlasts the death of one node, and no client waits longer */

struct unit_hooks unit_hooks;

REFUSAL(key_reused, REFUSED_BY_RULE, NULL,
	N_("This key was used for something else. Send a new key with a new request."));

const struct column kept_columns[] = {
	COLUMN_BYTES(struct kept, body_hash), COLUMN_TEXT(struct kept, route),
	COLUMN_INT(struct kept, status),      COLUMN_TEXT(struct kept, location),
	COLUMN_BYTES(struct kept, answer),    COLUMN_END,
};

struct run {
	struct work *work;
	const struct unit *unit;
	const struct refusal *refusal;
	bool done; /* the answer is made, only COMMIT may be unknown */
	bool replayed;
};

void
unit_keep(struct work *work, int status, const char *location, struct bytes answer)
{
	if (!sql_command_keep(work, work->actor.value, work->command.key, status, location, answer))
		fault("the row of the command is gone");
}

static void
forget(struct work *work)
{
	db_rollback(work);
	if (unit_hooks.forgotten)
		unit_hooks.forgotten(work);
}

/* What was refused before it wrote anything may have been judged by what the same command did a
 * moment ago, in another process: then it is done, and that was the answer. */
static bool
done_meanwhile(struct work *work)
{
	struct kept kept;

	return work->command.keep_answer && !db_in_transaction(work->db) &&
	       sql_command_find(work, work->actor.value, work->command.key, &kept);
}

static void
run_once(void *argument)
{
	struct run *run = argument;
	struct work *work = run->work;

	run->done = false;
	db_connect(work->db);
	run->refusal = run->unit->run(work, run->unit->with);
	if (run->refusal && done_meanwhile(work)) {
		run->refusal = NULL;
		fault_as(FAULT_DONE, "the command was done meanwhile");
	}
	if (run->refusal) {
		forget(work);
		return;
	}
	if (!db_in_transaction(work->db))
		return;
	if (run->unit->keep)
		run->unit->keep(work, run->unit->with);
	run->done = true;
	db_commit(work);
	if (unit_hooks.committed)
		unit_hooks.committed(work);
}

/* Whether the command is there: then a COMMIT without an answer was done. */
static void
look_up(void *argument)
{
	struct run *run = argument;
	struct kept kept;

	db_connect(run->work->db);
	run->done =
		sql_command_find(run->work, run->work->actor.value, run->work->command.key, &kept);
}

static void
replay(void *argument)
{
	struct run *run = argument;
	struct work *work = run->work;
	struct kept kept;

	db_connect(work->db);
	if (!sql_command_find(work, work->actor.value, work->command.key, &kept))
		return; /* it has expired meanwhile: the work is run again */
	run->replayed = true;
	if (!bytes_same(kept.body_hash, work->command.body_hash))
		run->refusal = &key_reused;
	else if (run->unit->replay)
		run->unit->replay(work, &kept, run->unit->with);
}

/* The sleep is what makes five tries enough: see ground, "One table of commands". */
static void
wait_a_little(unsigned attempt)
{
	uint32_t milliseconds = FIRST_WAIT_MS << attempt;
	struct timespec span;

	milliseconds += randombytes_uniform(milliseconds);
	span = (struct timespec){ milliseconds / 1000, (long)(milliseconds % 1000) * 1000000 };
	nanosleep(&span, NULL);
}

static enum unit_end
end_of(const struct run *run)
{
	if (run->refusal)
		return UNIT_REFUSED;
	return run->replayed ? UNIT_REPLAYED : UNIT_DONE;
}

/* A fault that is for good; what it was goes to the log. */
static enum unit_end
end_of_fault(const struct run *run, enum fault kind)
{
	log_begin(kind == FAULT_BUG ? LOG_ERROR : LOG_WARNING, "fault");
	log_text("work", run->work->name);
	log_text("why", fault_message());
	log_end();
	return kind == FAULT_BUSY ? UNIT_BUSY : kind == FAULT_BUG ? UNIT_BROKEN : UNIT_AWAY;
}

/* Whether the run has ended, and how. */
static bool
settled(struct run *run, enum fault kind, enum unit_end *end)
{
	if (kind == FAULT_UNKNOWN) {
		kind = work_try(look_up, run);
		if (kind == FAULT_NONE && !run->done)
			return false;
	} else if (kind == FAULT_DONE) {
		kind = work_try(replay, run);
		if (kind == FAULT_NONE && !run->replayed)
			return false;
	}
	if (kind == FAULT_AGAIN)
		return false;
	*end = kind == FAULT_NONE ? end_of(run) : end_of_fault(run, kind);
	return true;
}

static time_t
seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

enum unit_end
unit_run(struct work *work, const struct unit *unit, const struct refusal **refusal)
{
	struct run run = { .work = work, .unit = unit };
	enum unit_end end = UNIT_AWAY;
	time_t began = seconds_now();

	*refusal = NULL;
	for (unsigned attempt = 0; attempt < TRIES && seconds_now() - began < TOTAL_SECONDS;
	     attempt++) {
		enum fault kind;

		if (attempt > 0)
			wait_a_little(attempt);
		run.refusal = NULL;
		kind = work_try(run_once, &run);
		if (kind != FAULT_NONE)
			forget(work);
		if (settled(&run, kind, &end)) {
			*refusal = run.refusal;
			return end;
		}
	}
	log_event(LOG_WARNING, "gave_up", "%s lost %d times", work->name, TRIES);
	return UNIT_AWAY;
}

void
unit_apart(struct work *work, void (*write)(struct work *work, void *with), void *with)
{
	db_begin_apart(work);
	write(work, with);
	db_commit(work);
}
