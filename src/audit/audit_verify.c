/* audit_verify.c - walks the audit log and names the first entry that is wrong. */

#include "audit/verify.h"

#include <jansson.h>
#include <string.h>

#include "audit/audit_reader_sql.h"
#include "audit/chain.h"
#include "base/hash.h"
#include "base/language.h"

#define ENTRIES_AT_ONCE 500
#define ARENA_LIMIT (64U << 20)

/* How far the walk has come. */
struct walk {
	struct audit_report *report;
	struct id stream;
	int64_t seq;
	unsigned char digest[HASH_SIZE];
};

static bool
wrong(struct audit_report *report, struct id stream, int64_t seq, const char *how)
{
	report->stream = stream;
	report->seq = seq;
	report->wrong = how;
	return false;
}

static void
enter_stream(struct walk *walk, struct id stream)
{
	if (id_same(walk->stream, stream))
		return;
	walk->stream = stream;
	walk->seq = 0;
	walk->report->streams++;
}

static bool
detail_holds(struct work *work, const struct audit_entry *entry)
{
	return !entry->detail ||
	       bytes_same(audit_detail_digest(work, entry->detail), entry->detail_digest);
}

static bool
digest_holds(struct work *work, const struct walk *walk, const struct audit_entry *entry)
{
	struct bytes before = { walk->digest, walk->seq > 0 ? HASH_SIZE : 0 };

	return bytes_same(audit_digest(work, entry, before), entry->digest);
}

bool
audit_read_seal(const struct audit_entry *entry, int64_t *seq,
		char digest[static 2 * HASH_SIZE + 1])
{
	json_t *detail =
		entry->detail ? json_loads(entry->detail, JSON_REJECT_DUPLICATES, NULL) : NULL;
	json_int_t number = 0;
	const char *hex = NULL;
	bool right = detail &&
		     json_unpack(detail, "{s:I,s:s}", "seq", &number, "digest", &hex) == 0 &&
		     strlen(hex) == 2 * HASH_SIZE;

	*seq = number;
	if (right)
		memcpy(digest, hex, 2 * HASH_SIZE + 1);
	json_decref(detail);
	return right;
}

static bool
seal_holds(struct work *work, struct walk *walk, const struct audit_entry *entry)
{
	char digest[2 * HASH_SIZE + 1];
	struct audit_end end;
	int64_t seq;

	if (!audit_read_seal(entry, &seq, digest))
		return wrong(walk->report, entry->stream, entry->seq,
			     N_("is a seal that says nothing"));
	if (!sql_audit_end_at(work, entry->subject_id, seq, &end))
		return wrong(walk->report, entry->subject_id, seq, N_("was sealed and is missing"));
	if (strcmp(hex_of(work, end.digest), digest) != 0)
		return wrong(walk->report, entry->subject_id, seq, N_("is not what was sealed"));
	return true;
}

static bool
entry_holds(struct work *work, struct walk *walk, const struct audit_entry *entry)
{
	enter_stream(walk, entry->stream);
	if (entry->seq != walk->seq + 1)
		return wrong(walk->report, entry->stream, walk->seq + 1, N_("is missing"));
	if (!detail_holds(work, entry))
		return wrong(walk->report, entry->stream, entry->seq, N_("has another detail"));
	if (entry->digest.size != HASH_SIZE || !digest_holds(work, walk, entry))
		return wrong(walk->report, entry->stream, entry->seq, N_("was changed"));
	walk->seq = entry->seq;
	memcpy(walk->digest, entry->digest.data, HASH_SIZE);
	walk->report->entries++;
	return strcmp(entry->act, audit_sealed) != 0 || seal_holds(work, walk, entry);
}

/* Checks the next entries; false if one is wrong or if there are no more. */
static bool
walk_on(struct work *work, struct walk *walk)
{
	size_t count;
	const struct audit_entry *entries =
		sql_audit_entries_after(work, walk->stream, walk->seq, ENTRIES_AT_ONCE, &count);

	for (size_t i = 0; i < count; i++)
		if (!entry_holds(work, walk, &entries[i]))
			return false;
	return count > 0;
}

static void
release_arena(void *arena)
{
	arena_free(arena);
}

/* The log is longer than a unit of work has memory: each step is given back what it took. */
bool
audit_verify(struct work *work, struct audit_report *report)
{
	struct walk walk = { .report = report };
	struct work step = *work;

	*report = (struct audit_report){ .wrong = NULL };
	step.arena = arena_new(ARENA_LIMIT);
	arena_defer(work->arena, release_arena, step.arena);
	while (walk_on(&step, &walk))
		arena_reset(step.arena);
	return !report->wrong;
}
