/* chain.h - what an entry of the audit log is, and what chains it to the one before.
 *
 * The digest is a keyed hash over all that the entry says and over the digest before it.  Of the
 * detail it covers the detail's own digest, so that retention may empty the detail. */
#ifndef CHAIN_H
#define CHAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/id.h"
#include "base/work.h"
#include "db/column.h"

struct audit_entry {
	struct id stream;
	int64_t seq; /* from 1, without gaps */
	time_t made_at;
	struct id actor;
	const char *act;
	struct id subject_id;
	struct id person_id;
	struct id node_id; /* names nothing where it belongs to no place */
	const char *detail;
	struct bytes detail_digest;
	struct bytes digest;
};
extern const struct column audit_entry_columns[];

/* The end of a stream, or how far it is sealed. */
struct audit_end {
	struct id stream;
	int64_t seq;
	struct bytes digest;
};
extern const struct column audit_end_columns[];

/* The act of an entry that seals another stream, which is its subject. */
extern const char audit_sealed[];

/* Reads what a seal says of the chain that is its subject; false if it says nothing of use. */
bool audit_read_seal(const struct audit_entry *entry, int64_t *seq,
		     char digest[static 2 * HASH_SIZE + 1]);

struct bytes audit_detail_digest(struct work *work, const char *detail);

/* The digest of an entry whose detail_digest is set; before: of the entry before it, or none. */
struct bytes audit_digest(struct work *work, const struct audit_entry *entry, struct bytes before);

#endif
