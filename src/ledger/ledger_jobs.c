/* ledger_jobs.c - seals what has grown: the end of a person's chain goes into the audit log. */

#include "ledger/ledger_jobs.h"

#include "audit/audit.h"
#include "base/hash.h"
#include "base/text.h"
#include "ledger/ledger_part.h"

static void
seal(struct work *work, struct id person)
{
	struct ledger_end end = ledger_end(work, person);

	if (end.seq > 0)
		audit_note(work, ledger_sealed, person, person,
			   text(work, "{\"seq\":%ld,\"digest\":\"%s\"}", end.seq,
				hex_of(work, end.digest)));
}

const struct job ledger_jobs[] = {
	{ .name = ledger_seal, .run = seal },
	JOBS_END,
};
