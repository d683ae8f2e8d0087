/* ledger.h - the hours that people have given, as entries that are never changed.
 *
 * What was served is earned; what was wrong is adjusted or voided by another entry, with a reason;
 * what was given for it is spent.  The balance is the sum of all, and what a person has served is
 * the sum of all but what was spent.
 *
 * The entries of one person are a chain: each carries a digest made over all that it says and over
 * the digest before it, and the primary key (person_id, seq) decides which of two is the next.  The
 * jobs process writes the end of each chain into the audit log, which seals it: see verify below.
 * Time is earned for once, by the key (person_id, quarter). */
#ifndef LEDGER_H
#define LEDGER_H

#include <stdint.h>
#include <time.h>

#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct ledger_entry {
	struct id id;
	struct id person_id;
	int64_t seq; /* from 1, without gaps */
	const struct word *kind;
	int64_t minutes; /* what it adds; what it takes away is negative */
	struct id shift_id;
	struct id centre_id;
	int64_t start_quarter; /* of an earning, and of what voids it; else 0 */
	int64_t end_quarter;
	int64_t voided_seq; /* the earning that a void takes back, or 0 */
	const char *reason; /* or NULL */
	struct id actor;    /* an account */
	time_t made_at;
	struct bytes digest;
};

extern const struct word ledger_earned, ledger_adjusted, ledger_voided, ledger_spent;

/* What a volunteer has served, as it was confirmed. */
struct earning {
	struct id person_id;
	struct id shift_id;
	struct id centre_id;
	int64_t start_quarter; /* the time that it is for, in which nothing else is earned */
	int64_t end_quarter;
	int64_t minutes;
};

extern const struct refusal hours_overlap;

/* Enters what was earned, in the transaction that confirms it; hours_overlap if the person has
 * earned for a part of that time already.  Whether the actor may is for the caller to ask. */
MUST_USE const struct refusal *ledger_earn(struct work *work, const struct earning *earning);

/* Enters many earnings of one person, in order, as they were made at the ends of their times; for
 * the demonstration. */
MUST_USE const struct refusal *ledger_load(struct work *work, const struct earning *earnings,
					   size_t count);

#endif
