/* audit.h - who did what, when, to what and for whom: a log that only grows.
 *
 * Each process opens a stream when it first has something to tell; an entry is (stream, seq) and
 * carries the digest of the one before, so no row is shared and a changed or missing one is found.
 * An entry is written in the transaction of what it tells; the head in memory moves on after
 * COMMIT, and is read again when the outcome is unknown.  Every minute the jobs process writes the
 * heads of all streams into a stream of its own, which seals their tails: see audit/verify.h. */
#ifndef AUDIT_H
#define AUDIT_H

#include "base/id.h"
#include "base/work.h"

/* Notes an act; detail is JSON, before and after, or NULL.  person: for whom, or nothing. */
void audit_note(struct work *work, const char *act, struct id subject, struct id person,
		const char *detail);

/* The same where it belongs to a node of the tree: an auditor of that part reads it too. */
void audit_note_at(struct work *work, const char *act, struct id subject, struct id person,
		   struct id node, const char *detail);

/* Told by db/unit.h, through the hooks that site/ sets: the transaction ended so. */
void audit_committed(struct work *work);
void audit_forgotten(struct work *work); /* rolled back, or unknown: read the head again */

/* Seals the streams that have grown since they were sealed last; for the jobs process. */
void audit_seal(struct work *work);

#endif
