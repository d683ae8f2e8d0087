/* work.h - a unit of work: its memory, its transaction, its actor, its clock.
 *
 * A request, a job and a quarterctl command are each one unit of work.  What it writes is one
 * transaction, which opens with the first statement that writes (db/unit.h); a unit that lost
 * to another is run again as a whole.
 *
 * An expected "no" is a refusal, a value.  What must not happen, and what nobody asked for (the
 * database away, an invariant broken), is a fault: it unwinds to work_try(), the one place that
 * catches, and no code between needs to know. */
#ifndef WORK_H
#define WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/id.h"
#include "base/permission.h"

struct db;

/* What an account may do from a node of the tree downwards. */
struct grant {
	struct id node;
	uint64_t may; /* a bit for each permission */
};

/* Under what key the work is done, so that it is done once: see db/unit.h. */
struct command {
	struct bytes key; /* none: the work makes one at random */
	struct bytes body_hash;
	const char *route;
	int64_t expires_at;
	bool keep_answer; /* a repeat within a day gets it */
};

struct work {
	struct arena *arena;
	struct db *db;
	struct id actor;  /* the account that acts; names nothing for a visitor or the system */
	struct id person; /* the actor's own person */
	const struct grant *grants;
	size_t grant_count;
	time_t now;
	const char *name; /* what is done, for the log */
	bool may_write;   /* false while a GET is answered */
	struct command command;
	struct audit_pending *audit; /* entries of this transaction: audit/audit.c */
};

/* Whether a role of the actor allows this at this place, or anywhere above it. */
bool work_may(const struct work *work, enum permission permission, struct id place);

/* Whether a role of the actor allows this anywhere at all. */
bool work_may_somewhere(const struct work *work, enum permission permission);

enum fault {
	FAULT_NONE,
	FAULT_BUG,     /* an invariant is broken: 500, and somebody has to look */
	FAULT_AWAY,    /* the database is away, or its answer to COMMIT is unknown: 503 */
	FAULT_AGAIN,   /* lost to another transaction: run again */
	FAULT_UNKNOWN, /* COMMIT was sent and no answer came: look the command up */
	FAULT_FULL,    /* the arena has reached its limit: 503 */
	FAULT_BUSY,    /* the same command is under way: 409 in_progress */
	FAULT_DONE,    /* the command was done before: what was answered then is the answer */
};

/* Ends the unit of work; the text is for the log and must not hold personal data. */
_Noreturn void fault(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void fault_as(enum fault kind, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Runs a function until it returns (FAULT_NONE) or faults; never within another. */
enum fault work_try(void (*run)(void *), void *argument);
const char *fault_message(void);

#endif
