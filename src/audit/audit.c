/* audit.c - the streams of this process, and the entries that go into them. */

#include "audit/audit.h"

#include <string.h>

#include "audit/audit_jobs_sql.h"
#include "audit/audit_sql.h"
#include "audit/chain.h"
#include "base/hash.h"
#include "base/text.h"

#define SEALS_MOST 400 /* two rows each: a transaction stays under a thousand */

/* Where an entry is to be chained. */
struct link {
	int64_t seq;
	unsigned char digest[HASH_SIZE];
};

struct stream {
	struct id id;
	struct link head; /* as far as it is committed */
	bool known;
};

/* The entries of one transaction go into one stream. */
struct audit_pending {
	struct stream *stream;
	struct link head; /* as far as this transaction has come */
};

static struct stream own, sealing;

static struct link
link_of(const struct audit_end *end)
{
	struct link link = { .seq = end->seq };

	if (end->digest.size != HASH_SIZE)
		fault("a digest of the audit log has a wrong size");
	memcpy(link.digest, end->digest.data, HASH_SIZE);
	return link;
}

static void
know_head(struct work *work, struct stream *stream)
{
	struct audit_end end;

	if (!id_given(stream->id))
		stream->id = id_new();
	else if (!stream->known && sql_audit_head(work, stream->id, &end))
		stream->head = link_of(&end);
	else if (!stream->known)
		stream->head = (struct link){ 0 };
	stream->known = true;
}

static struct audit_pending *
pending_in(struct work *work, struct stream *stream)
{
	if (!work->audit) {
		know_head(work, stream);
		work->audit = arena_one(work->arena, struct audit_pending);
		work->audit->stream = stream;
		work->audit->head = stream->head;
	}
	if (work->audit->stream != stream)
		fault("a unit of work writes one audit stream");
	return work->audit;
}

static struct bytes
digest_before(const struct link *link)
{
	return (struct bytes){ link->digest, link->seq > 0 ? HASH_SIZE : 0 };
}

static void
append(struct work *work, struct stream *stream, struct audit_entry *entry)
{
	struct audit_pending *pending = pending_in(work, stream);

	entry->stream = stream->id;
	entry->seq = pending->head.seq + 1;
	entry->made_at = work->now;
	entry->actor = work->actor;
	entry->detail_digest = audit_detail_digest(work, entry->detail);
	entry->digest = audit_digest(work, entry, digest_before(&pending->head));
	/* A COMMIT that got no answer was done after all: the head in memory is an old one. */
	if (!sql_audit_insert(work, entry))
		fault_as(FAULT_AGAIN, "the audit stream has moved on");
	pending->head.seq = entry->seq;
	memcpy(pending->head.digest, entry->digest.data, HASH_SIZE);
}

void
audit_note(struct work *work, const char *act, struct id subject, struct id person,
	   const char *detail)
{
	audit_note_at(work, act, subject, person, (struct id){ 0 }, detail);
}

void
audit_note_at(struct work *work, const char *act, struct id subject, struct id person,
	      struct id node, const char *detail)
{
	struct audit_entry entry = {
		.act = act,
		.subject_id = subject,
		.person_id = person,
		.node_id = node,
		.detail = detail,
	};

	append(work, &own, &entry);
}

void
audit_committed(struct work *work)
{
	if (work->audit)
		work->audit->stream->head = work->audit->head;
	work->audit = NULL;
}

void
audit_forgotten(struct work *work)
{
	if (work->audit)
		work->audit->stream->known = false;
	work->audit = NULL;
}

static void
seal_one(struct work *work, const struct audit_end *end)
{
	struct audit_entry entry = {
		.act = audit_sealed,
		.subject_id = end->stream,
		.detail = text(work, "{\"seq\":%ld,\"digest\":\"%s\"}", end->seq,
			       hex_of(work, end->digest)),
	};

	append(work, &sealing, &entry);
	sql_audit_mark_sealed(work, end);
}

void
audit_seal(struct work *work)
{
	size_t count;
	const struct audit_end *ends = sql_audit_unsealed(work, sealing.id, SEALS_MOST, &count);

	for (size_t i = 0; i < count; i++)
		seal_one(work, &ends[i]);
}
