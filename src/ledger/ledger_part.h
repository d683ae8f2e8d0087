/* ledger_part.h - what the files of ledger share, and nobody else needs. */
#ifndef LEDGER_PART_H
#define LEDGER_PART_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "ledger/ledger.h"

/* An entry as it is chained. */
struct ledger_entry {
	struct id id;
	struct id person_id;
	int64_t seq;      /* from 1, without gaps */
	const char *kind; /* its word, as it stands: what was changed by hand may be none */
	int64_t minutes;  /* what it adds; what it takes away is negative */
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

/* The last entry of a person; seq 0: there is none. */
struct ledger_end {
	int64_t seq;
	struct bytes digest;
};
extern const struct column ledger_end_columns[];
extern const struct column ledger_entry_columns[];

/* Kind of the due row that has the end of a person's chain sealed, and the act of its seal. */
extern const char ledger_seal[], ledger_sealed[];

/* The end of a person's chain, as the transaction sees it. */
struct ledger_end ledger_end(struct work *work, struct id person);

/* Chains an entry to an end, and moves the end on.  Whoever was overtaken runs again. */
void ledger_append(struct work *work, struct ledger_end *end, struct ledger_entry *entry);

/* The plain sums, as a statement makes them. */
struct ledger_totals {
	int64_t minutes, served, this_year, shifts, last_seq;
};
extern const struct column ledger_totals_columns[];

struct ledger_reached {
	time_t first, second, third, fourth, fifth;
};
extern const struct column ledger_reached_columns[];
extern const struct column volunteer_columns[];

extern const struct word *const ledger_kinds[];

/* An entry as the audit log and a letter tell of it: JSON. */
const char *ledger_told(struct work *work, const struct ledger_entry *entry);

/* The digest of an entry; before: of the one before it, or none. */
struct bytes ledger_digest(struct work *work, const struct ledger_entry *entry,
			   struct bytes before);

#endif
