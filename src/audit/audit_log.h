/* audit_log.h - reads the audit log, the newest entry first, for those who may.
 *
 * An auditor reads what belongs to their part of the network; what belongs to no place is read by
 * who audits all of it.  Who administers an account reads what was done with that account.  The
 * seals are left out: they speak of the log, and audit/verify.h reads them. */
#ifndef AUDIT_LOG_H
#define AUDIT_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/bytes.h"
#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

struct logged {
	int64_t position; /* in the list: falls with the time, then with seq */
	struct id id;     /* of the stream */
	int64_t seq;
	time_t made_at;
	struct id actor; /* the account; names nothing: a visitor, or the system */
	const char *actor_name;
	const char *act;
	struct id subject_id;
	struct id person_id; /* for whom */
	const char *person_name;
	struct id node_id;
	const char *node_name;
	const char *detail; /* JSON, or NULL: there was none, or it was emptied */
	struct bytes digest;
	const char *hash; /* the digest, in hexadecimal */
};
extern const struct column logged_columns[];

/* What to look for; each may be left out. */
struct audit_query {
	int64_t from, to; /* days, both included; or DAY_NONE */
	struct id actor, subject, person;
	struct id place_id; /* it belongs there or below */
	const char *act;
};
extern const struct field audit_query_fields[];

/* Where its list begins, for cursor_read(). */
#define AUDIT_NEWEST (-(INT64_C(1) << 60))

MUST_USE const struct refusal *audit_list(struct work *work, const struct audit_query *query,
					  const struct cursor *cursor, struct logged **list,
					  size_t *count);

/* The last that was done with an account: the caller has seen that the actor may know. */
struct logged *audit_of_account(struct work *work, struct id account, int64_t most, size_t *count);

/* A page of the log, as its statements take it. */
struct audit_page {
	const char *part; /* nodes, "1,2"; all below them */
	bool whole;
	struct id actor, subject, person, account;
	const char *act;
	time_t from, until; /* the latter excluded */
	time_t at;          /* the cursor: an entry of that second, */
	struct id stream;   /* of this stream, */
	int64_t low_seq;    /* with these last digits of its number */
	int64_t rows;
};

#endif
