/* ledger_chain.c - one chain of entries a person. */

#include "ledger/ledger_part.h"
#include "ledger/ledger_reader_sql.h"
#include "ledger/ledger_sql.h"
#include "outbox/due.h"

#define SEAL_SECONDS 60

const char ledger_seal[] = "ledger_seal";
const char ledger_sealed[] = "ledger_sealed";

WORD(ledger_earned, "earn", N_("Served"));
WORD(ledger_adjusted, "adjust", N_("Corrected"));
WORD(ledger_voided, "void", N_("Voided"));
WORD(ledger_spent, "spend", N_("Spent"));

const struct word *const ledger_kinds[] = {
	&ledger_earned, &ledger_adjusted, &ledger_voided, &ledger_spent, NULL,
};

const struct column ledger_entry_columns[] = {
	COLUMN_ID(struct ledger_entry, id),
	COLUMN_ID(struct ledger_entry, person_id),
	COLUMN_INT(struct ledger_entry, seq),
	COLUMN_TEXT(struct ledger_entry, kind),
	COLUMN_INT(struct ledger_entry, minutes),
	COLUMN_ID(struct ledger_entry, shift_id),
	COLUMN_ID(struct ledger_entry, centre_id),
	COLUMN_QUARTER(struct ledger_entry, start_quarter),
	COLUMN_QUARTER(struct ledger_entry, end_quarter),
	COLUMN_INT(struct ledger_entry, voided_seq),
	COLUMN_TEXT(struct ledger_entry, reason),
	COLUMN_ID(struct ledger_entry, actor),
	COLUMN_TIME(struct ledger_entry, made_at),
	COLUMN_BYTES(struct ledger_entry, digest),
	COLUMN_END,
};

const struct column ledger_end_columns[] = {
	COLUMN_INT(struct ledger_end, seq),
	COLUMN_BYTES(struct ledger_end, digest),
	COLUMN_END,
};

struct bytes
ledger_digest(struct work *work, const struct ledger_entry *entry, struct bytes before)
{
	/* The key is that of lookups, which never changes; the word keeps its uses apart. */
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);

	hash_add_text(hasher, "ledger entry");
	hash_add_int(hasher, entry->person_id.value);
	hash_add_int(hasher, entry->seq);
	hash_add_int(hasher, entry->id.value);
	hash_add_text(hasher, entry->kind);
	hash_add_int(hasher, entry->minutes);
	hash_add_int(hasher, entry->shift_id.value);
	hash_add_int(hasher, entry->centre_id.value);
	hash_add_int(hasher, entry->start_quarter);
	hash_add_int(hasher, entry->end_quarter);
	hash_add_int(hasher, entry->voided_seq);
	hash_add_text(hasher, entry->reason);
	hash_add_int(hasher, entry->actor.value);
	hash_add_int(hasher, entry->made_at);
	hash_add(hasher, before.data, before.size);
	return hash_end(work, hasher);
}

struct ledger_end
ledger_end(struct work *work, struct id person)
{
	struct ledger_end end = { 0 };

	return sql_ledger_end(work, person, &end) ? end : (struct ledger_end){ 0 };
}

void
ledger_append(struct work *work, struct ledger_end *end, struct ledger_entry *entry)
{
	entry->id = id_new();
	entry->seq = end->seq + 1;
	entry->digest = ledger_digest(work, entry, end->digest);
	if (!sql_ledger_insert(work, entry))
		fault_as(FAULT_AGAIN, "the ledger of this person has moved on");
	*end = (struct ledger_end){ entry->seq, entry->digest };
	due_at(work, ledger_seal, entry->person_id, work->now + SEAL_SECONDS);
}
