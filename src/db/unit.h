/* unit.h - runs a unit of work to its end: reads, one transaction, and once only.
 *
 * The transaction opens by itself with the first statement that writes; it begins with the row
 * of the command, which is unique by actor and key.  At the end it is committed, or rolled back
 * when the unit was refused.  What lost to another transaction (1213, 1205, 1020) is run again,
 * at most five times.  When a COMMIT gets no answer, the command is looked up: if it is there, the
 * work is done, and what was answered then is the answer. */
#ifndef UNIT_H
#define UNIT_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

/* What was kept of a command that is done. */
struct kept {
	struct bytes body_hash;
	const char *route;
	int64_t status;       /* 0: it kept no answer */
	const char *location; /* or NULL */
	struct bytes answer;
};
extern const struct column kept_columns[];

/* The same key was used for another body: 422. */
extern const struct refusal key_reused;

/* What is kept for the end of the transaction; keep() calls this. */
void unit_keep(struct work *work, int status, const char *location, struct bytes answer);

/* Whoever must know how a transaction ended; set once, by site/. */
struct unit_hooks {
	void (*committed)(struct work *work);
	void (*forgotten)(struct work *work); /* rolled back, or unknown */
};
extern struct unit_hooks unit_hooks;

/* What a unit of work is made of.  Everything may be called again, with nothing left of the
 * time before. */
struct unit {
	/* Does the work; a refusal rolls it back. */
	const struct refusal *(*run)(struct work *work, void *with);
	/* Called in the transaction, before COMMIT: what is to be kept as the answer; or NULL. */
	void (*keep)(struct work *work, void *with);
	/* The command was done before: shows what was answered then; or NULL. */
	void (*replay)(struct work *work, const struct kept *kept, void *with);
	void *with;
};

enum unit_end { UNIT_DONE, UNIT_REFUSED, UNIT_REPLAYED, UNIT_BUSY, UNIT_AWAY, UNIT_BROKEN };

/* The refusal, where the unit ends in one, is stored at *refusal. */
enum unit_end unit_run(struct work *work, const struct unit *unit, const struct refusal **refusal);

/* A transaction of its own, committed when it returns, for what must stay though the work around
 * it is refused: an attempt, a failed sign-in.  Not while the unit has a transaction open. */
void unit_apart(struct work *work, void (*write)(struct work *work, void *with), void *with);

#endif
