/* ledger_part.h - what the files of ledger share, and nobody else needs. */
#ifndef LEDGER_PART_H
#define LEDGER_PART_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "ledger/ledger.h"

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

/* The digest of an entry; before: of the one before it, or none. */
struct bytes ledger_digest(struct work *work, const struct ledger_entry *entry,
			   struct bytes before);

#endif
