/* ledger_verify.c - walks the ledgers and names the first entry that is wrong. */

#include "ledger/ledger_verify.h"

#include <string.h>

#include "audit/chain.h"
#include "base/hash.h"
#include "base/language.h"
#include "ledger/ledger_part.h"
#include "ledger/ledger_verify_sql.h"

#define ENTRIES_AT_ONCE 500
#define ARENA_LIMIT (64U << 20)

/* How far the walk has come. */
struct walk {
	struct audit_report *report;
	struct id person; /* and of the seals, the stream */
	int64_t seq;
	unsigned char digest[HASH_SIZE];
};

static bool
wrong(struct audit_report *report, struct id person, int64_t seq, const char *how)
{
	report->stream = person;
	report->seq = seq;
	report->wrong = how;
	return false;
}

static bool
digest_holds(struct work *work, const struct walk *walk, const struct ledger_entry *entry)
{
	struct bytes before = { walk->digest, walk->seq > 0 ? HASH_SIZE : 0 };

	return entry->digest.size == HASH_SIZE &&
	       bytes_same(ledger_digest(work, entry, before), entry->digest);
}

static bool
entry_holds(struct work *work, struct walk *walk, const struct ledger_entry *entry)
{
	if (!id_same(walk->person, entry->person_id)) {
		walk->person = entry->person_id;
		walk->seq = 0;
		walk->report->streams++;
	}
	if (entry->seq != walk->seq + 1)
		return wrong(walk->report, walk->person, walk->seq + 1, N_("is missing"));
	if (!digest_holds(work, walk, entry))
		return wrong(walk->report, walk->person, entry->seq, N_("was changed"));
	walk->seq = entry->seq;
	memcpy(walk->digest, entry->digest.data, HASH_SIZE);
	walk->report->entries++;
	return true;
}

static bool
walk_entries(struct work *work, struct walk *walk)
{
	size_t count;
	const struct ledger_entry *entries =
		sql_ledger_entries_after(work, walk->person, walk->seq, ENTRIES_AT_ONCE, &count);

	for (size_t i = 0; i < count; i++)
		if (!entry_holds(work, walk, &entries[i]))
			return false;
	return count > 0;
}

static bool
seal_holds(struct work *work, struct walk *walk, const struct audit_entry *seal)
{
	char digest[2 * HASH_SIZE + 1];
	struct ledger_end end;
	int64_t seq;

	walk->person = seal->stream;
	walk->seq = seal->seq;
	/* What retention has emptied says nothing any more; a later seal stands for it. */
	if (!seal->detail)
		return true;
	if (!audit_read_seal(seal, &seq, digest))
		return wrong(walk->report, seal->subject_id, 0, N_("is a seal that says nothing"));
	if (!sql_ledger_end_at(work, seal->subject_id, seq, &end))
		return wrong(walk->report, seal->subject_id, seq, N_("was sealed and is missing"));
	if (strcmp(hex_of(work, end.digest), digest) != 0)
		return wrong(walk->report, seal->subject_id, seq, N_("is not what was sealed"));
	return true;
}

static bool
walk_seals(struct work *work, struct walk *walk)
{
	size_t count;
	const struct audit_entry *seals = sql_ledger_seals_after(
		work, walk->person, walk->seq, ledger_sealed, ENTRIES_AT_ONCE, &count);

	for (size_t i = 0; i < count; i++)
		if (!seal_holds(work, walk, &seals[i]))
			return false;
	return count > 0;
}

static void
walk_to_the_end(struct work *step, bool (*walk_on)(struct work *work, struct walk *walk),
		struct audit_report *report)
{
	struct walk walk = { .report = report };

	while (walk_on(step, &walk))
		arena_reset(step->arena);
}

static void
release_arena(void *arena)
{
	arena_free(arena);
}

bool
ledger_verify(struct work *work, struct audit_report *report)
{
	struct work step = *work;

	*report = (struct audit_report){ .wrong = NULL };
	step.arena = arena_new(ARENA_LIMIT);
	arena_defer(work->arena, release_arena, step.arena);
	walk_to_the_end(&step, walk_entries, report);
	if (!report->wrong)
		walk_to_the_end(&step, walk_seals, report);
	return !report->wrong;
}
