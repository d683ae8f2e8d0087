/* chain.c - the digests of the audit log. */

#include "audit/chain.h"

#include "base/hash.h"

const char audit_sealed[] = "audit_sealed";

const struct column audit_entry_columns[] = {
	COLUMN_ID(struct audit_entry, stream),    COLUMN_INT(struct audit_entry, seq),
	COLUMN_TIME(struct audit_entry, made_at), COLUMN_ID(struct audit_entry, actor),
	COLUMN_TEXT(struct audit_entry, act),     COLUMN_ID(struct audit_entry, subject_id),
	COLUMN_ID(struct audit_entry, person_id), COLUMN_ID(struct audit_entry, node_id),
	COLUMN_TEXT(struct audit_entry, detail),  COLUMN_BYTES(struct audit_entry, detail_digest),
	COLUMN_BYTES(struct audit_entry, digest), COLUMN_END,
};

const struct column audit_end_columns[] = {
	COLUMN_ID(struct audit_end, stream),
	COLUMN_INT(struct audit_end, seq),
	COLUMN_BYTES(struct audit_end, digest),
	COLUMN_END,
};

/* The key is that of lookups, which never changes; the word keeps the two uses apart. */
static struct hasher *
begin(struct work *work, const char *use)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);

	hash_add_text(hasher, use);
	return hasher;
}

struct bytes
audit_detail_digest(struct work *work, const char *detail)
{
	struct hasher *hasher = begin(work, "audit detail");

	hash_add_text(hasher, detail);
	return hash_end(work, hasher);
}

struct bytes
audit_digest(struct work *work, const struct audit_entry *entry, struct bytes before)
{
	struct hasher *hasher = begin(work, "audit entry");

	hash_add_int(hasher, entry->stream.value);
	hash_add_int(hasher, entry->seq);
	hash_add_int(hasher, entry->made_at);
	hash_add_int(hasher, entry->actor.value);
	hash_add_text(hasher, entry->act);
	hash_add_int(hasher, entry->subject_id.value);
	hash_add_int(hasher, entry->person_id.value);
	if (id_given(entry->node_id)) /* of no place, an entry says nothing of one */
		hash_add_int(hasher, entry->node_id.value);
	hash_add(hasher, entry->detail_digest.data, entry->detail_digest.size);
	hash_add(hasher, before.data, before.size);
	return hash_end(work, hasher);
}
