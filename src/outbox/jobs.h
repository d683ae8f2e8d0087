/* jobs.h - the loop of the jobs process. */
#ifndef JOBS_H
#define JOBS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/id.h"
#include "base/work.h"
#include "db/column.h"
#include "outbox/job.h"

struct db;

/* The tables of all features, and what makes the tree and the settings that the process keeps
 * those of the database again; set once, by whoever knows the site. */
void jobs_use(const struct job *const *tables, void (*refresh)(struct work *work));

/* Does what is to be done until *stop is set. */
void jobs_run(struct db *db, const volatile int *stop);

/* Does everything that is due, and returns; at is the moment to do it as of, 0 the clock's.
 * False if something could not be done: the log says what. */
bool jobs_run_once(struct db *db, time_t at);

/* What the processes of the network tell one another. */
struct jobs_state {
	int64_t caches, clock_offset;
};
extern const struct column jobs_state_columns[];

/* A row of the table. */
struct due {
	const char *kind;
	struct id thing_id;
	time_t due_at;
};
extern const struct column due_columns[];

struct session_over {
	struct bytes token_hash;
};
extern const struct column session_over_columns[];

#endif
