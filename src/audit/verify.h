/* verify.h - checks the audit log from its first entry to its last.
 *
 * Within a stream the numbers have no gaps and every digest follows from the one before; every
 * seal finds the entry that it sealed.  What lies behind the last seal, a minute at most, could be
 * cut off unseen; whatever else is changed, taken out or put in is named. */
#ifndef VERIFY_H
#define VERIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/work.h"

struct audit_report {
	int64_t entries, streams;
	/* The first that is wrong: */
	struct id stream;
	int64_t seq;
	const char *wrong; /* msgid, "is missing"; NULL: nothing is wrong */
};

/* True if all of it is as it was written. */
bool audit_verify(struct work *work, struct audit_report *report);

/* What is chained and sealed beside the log, and is checked with it: the ledger of hours, where a
 * stream is a person.  Set once, by site/. */
void audit_verify_hours(bool (*verify)(struct work *work, struct audit_report *report));

#endif
