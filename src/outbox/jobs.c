/* jobs.c - the loop of the jobs process: what is due, what comes round, what goes outside. */

#include "outbox/jobs.h"

#include <string.h>
#include <time.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "db/unit.h"
#include "outbox/lease.h"
#include "outbox/outbox_jobs_sql.h"

#define TURNS_MOST 32
#define DUE_AT_ONCE 50
#define PUT_OFF_SECONDS 300 /* of what failed by a fault of ours */
#define ARENA_LIMIT (32U << 20)

const struct column jobs_state_columns[] = {
	COLUMN_INT(struct jobs_state, caches),
	COLUMN_INT(struct jobs_state, clock_offset),
	COLUMN_END,
};

const struct column due_columns[] = {
	COLUMN_TEXT(struct due, kind),
	COLUMN_ID(struct due, thing_id),
	COLUMN_TIME(struct due, due_at),
	COLUMN_END,
};

/* A job that comes round, and when this process looks at it next. */
struct turn {
	const struct job *job;
	time_t next;
};

/* What the process goes by, from one unit of work to the next. */
struct loop {
	struct db *db;
	struct arena *arena; /* of the unit of work at hand */
	struct arena *lists; /* of what is to be done in many of them */
	time_t at;           /* as of when, where that is not now */
	time_t now;
	int64_t caches;
	bool away;   /* the database, in this round */
	bool broken; /* something failed by a fault of ours */
	size_t turn_count;
	struct turn turns[TURNS_MOST];
};

static const struct job *const *job_tables;
static void (*refresh_caches)(struct work *work);

/* Never shown to anyone: they roll back a unit of work that came too late. */
static REFUSAL(done_elsewhere, REFUSED_CONFLICT, NULL, "");

void
jobs_use(const struct job *const *tables, void (*refresh)(struct work *work))
{
	job_tables = tables;
	refresh_caches = refresh;
}

/* ---- units of work ---- */

/* Each begins with the memory of the one before given back, and in the network's own language. */
static struct work
begin(struct loop *loop, struct arena *arena, const char *name)
{
	arena_reset(arena);
	language_use("zh-CN");
	return (struct work){
		.arena = arena,
		.db = loop->db,
		.now = loop->now,
		.name = name,
		.may_write = true,
		.command.route = name,
	};
}

static enum unit_end
run_in(struct loop *loop, struct work *work,
       const struct refusal *(*run)(struct work *work, void *with), void *with)
{
	const struct unit unit = { .run = run, .with = with };
	const struct refusal *refusal;
	enum unit_end end = unit_run(work, &unit, &refusal);

	/* One that is too large, or loses each time, must not keep the rest from being done. */
	loop->away |= end == UNIT_AWAY && !db_connected(loop->db);
	loop->broken |= end == UNIT_BROKEN;
	return end;
}

static enum unit_end
run(struct loop *loop, const char *name,
    const struct refusal *(*run_work)(struct work *work, void *with), void *with)
{
	struct work work = begin(loop, loop->arena, name);

	return run_in(loop, &work, run_work, with);
}

/* ---- the clock, and what is kept ---- */

static const struct refusal *
look_at_state(struct work *work, void *with)
{
	struct loop *loop = with;
	struct jobs_state state;

	if (!sql_jobs_state(work, &state))
		fault("the network has no state");
	loop->now = time(NULL) + (conf.test_clock ? state.clock_offset : 0);
	if (loop->at)
		loop->now = loop->at;
	work->now = loop->now;
	if (state.caches != loop->caches && refresh_caches)
		refresh_caches(work);
	loop->caches = state.caches;
	return NULL;
}

static bool
know_the_time(struct loop *loop)
{
	loop->away = false;
	return run(loop, "jobs.state", look_at_state, loop) == UNIT_DONE;
}

/* ---- what is due ---- */

static const struct job *
job_of(const char *kind)
{
	for (size_t i = 0; job_tables && job_tables[i]; i++)
		for (const struct job *job = job_tables[i]; job->name; job++)
			if (job->every == 0 && strcmp(job->name, kind) == 0)
				return job;
	fault("nothing here does what is due as %s", kind);
}

/* The row goes in the transaction of what it asks for: it happens once, or not yet. */
static const struct refusal *
do_due(struct work *work, void *with)
{
	const struct due *due = with;

	if (!sql_due_take(work, due))
		return &done_elsewhere;
	job_of(due->kind)->run(work, due->thing_id);
	return NULL;
}

static const struct refusal *
put_off(struct work *work, void *with)
{
	return sql_due_put_off(work, with, work->now + PUT_OFF_SECONDS) ? NULL : &done_elsewhere;
}

struct due_list {
	struct due *rows;
	size_t count;
};

static const struct refusal *
list_due(struct work *work, void *with)
{
	struct due_list *list = with;

	list->rows = sql_due_rows(work, DUE_AT_ONCE, &list->count);
	return NULL;
}

static bool
failed(enum unit_end end)
{
	return end == UNIT_BROKEN || end == UNIT_AWAY || end == UNIT_BUSY;
}

/* Does some of it; what failed by a fault of ours must not stand in the way of the rest. */
static bool
do_some_due(struct loop *loop)
{
	struct work work = begin(loop, loop->lists, "jobs.due");
	struct due_list list = { .rows = NULL };

	if (run_in(loop, &work, list_due, &list) != UNIT_DONE)
		return false;
	for (size_t i = 0; i < list.count && !loop->away; i++)
		if (failed(run(loop, list.rows[i].kind, do_due, &list.rows[i])) && !loop->away)
			run(loop, "jobs.put_off", put_off, &list.rows[i]);
	return list.count > 0 && !loop->away;
}

/* ---- what comes round, and what goes outside ---- */

static const struct refusal *
take_turn(struct work *work, void *with)
{
	const struct job *job = ((const struct turn *)with)->job;

	if (!lease_turn(work, job->name, job->every))
		return &done_elsewhere;
	job->run(work, (struct id){ 0 });
	return NULL;
}

static enum errand
run_errand(struct loop *loop, const struct job *job)
{
	struct work work = begin(loop, loop->arena, job->name);
	enum errand errand = job->run_outside(&work);

	loop->away |= errand == ERRAND_AWAY;
	return errand;
}

/* Also if the clock was put back since. */
static bool
turn_has_come(const struct loop *loop, const struct turn *turn)
{
	return loop->now >= turn->next || loop->now < turn->next - turn->job->every;
}

/* Whether something was done outside, so that there may be more. */
static bool
go_round(struct loop *loop)
{
	bool more = false;

	for (size_t i = 0; i < loop->turn_count && !loop->away; i++) {
		struct turn *turn = &loop->turns[i];

		if (turn->job->run_outside)
			more |= run_errand(loop, turn->job) == ERRAND_RUN;
		else if (turn_has_come(loop, turn) &&
			 run(loop, turn->job->name, take_turn, turn) != UNIT_AWAY)
			turn->next = loop->now + turn->job->every;
	}
	return more && !loop->away;
}

/* ---- the loop ---- */

static void
list_turns(struct loop *loop, const struct job *jobs)
{
	for (const struct job *job = jobs; job->name; job++) {
		if (job->every == 0)
			continue;
		if (loop->turn_count == TURNS_MOST)
			fault("more jobs than there is room for");
		loop->turns[loop->turn_count++].job = job;
	}
}

static const struct refusal *
prepare_leases(struct work *work, void *with)
{
	struct loop *loop = with;

	loop->turn_count = 0;
	for (size_t i = 0; job_tables && job_tables[i]; i++)
		list_turns(loop, job_tables[i]);
	for (size_t i = 0; i < loop->turn_count; i++)
		lease_prepare(work, loop->turns[i].job->name);
	return NULL;
}

static struct loop
begin_loop(struct db *db, time_t at)
{
	return (struct loop){
		.db = db,
		.arena = arena_new(ARENA_LIMIT),
		.lists = arena_new(ARENA_LIMIT),
		.at = at,
	};
}

static void
end_loop(struct loop *loop)
{
	arena_free(loop->arena);
	arena_free(loop->lists);
}

static void
sleep_ms(long milliseconds)
{
	nanosleep(&(struct timespec){ milliseconds / 1000, milliseconds % 1000 * 1000000 }, NULL);
}

void
jobs_run(struct db *db, const volatile int *stop)
{
	struct loop loop = begin_loop(db, 0);
	bool prepared = false;

	while (!*stop) {
		bool more = false;

		if (know_the_time(&loop))
			prepared = prepared ||
				   run(&loop, "jobs.leases", prepare_leases, &loop) == UNIT_DONE;
		if (prepared && !loop.away) {
			more = do_some_due(&loop);
			more |= go_round(&loop);
		}
		if (!more)
			sleep_ms(1000);
	}
	end_loop(&loop);
}

/* What another process is sending is waited for: it may die, and then its lease runs out. */
static bool
finish_errands(struct loop *loop)
{
	bool busy = false;

	for (size_t i = 0; i < loop->turn_count && !loop->away; i++) {
		const struct job *job = loop->turns[i].job;
		enum errand errand = ERRAND_RUN;

		while (job->run_outside && errand == ERRAND_RUN)
			errand = run_errand(loop, job);
		busy |= errand == ERRAND_ELSEWHERE;
	}
	return !busy;
}

bool
jobs_run_once(struct db *db, time_t at)
{
	struct loop loop = begin_loop(db, at);
	long waited = 0;

	if (know_the_time(&loop) && run(&loop, "jobs.leases", prepare_leases, &loop) == UNIT_DONE) {
		while (do_some_due(&loop))
			;
		go_round(&loop);
		while (do_some_due(&loop))
			;
		while (!finish_errands(&loop) && waited < 2000L * LEASE_SECONDS) {
			sleep_ms(200);
			waited += 200;
		}
	}
	end_loop(&loop);
	return !loop.away && !loop.broken;
}
