/* outbox_jobs.c - sending, sealing the audit log, and cleaning up. */

#include "audit/audit.h"
#include "outbox/delivery.h"
#include "outbox/job.h"
#include "outbox/outbox_jobs_sql.h"

#define ROWS_AT_ONCE 150 /* of each kind: a transaction stays under a thousand rows */
#define ATTEMPTS_KEPT 3600
#define FAILURES_KEPT 86400

const struct column session_over_columns[] = {
	COLUMN_BYTES(struct session_over, token_hash),
	COLUMN_END,
};

static void
seal(struct work *work, struct id nothing)
{
	(void)nothing;
	audit_seal(work);
}

static void
clean_sessions(struct work *work)
{
	size_t count;
	const struct session_over *sessions = sql_sessions_over(work, ROWS_AT_ONCE, &count);

	for (size_t i = 0; i < count; i++)
		sql_session_remove(work, sessions[i].token_hash);
}

static void
clean(struct work *work, struct id nothing)
{
	(void)nothing;
	sql_commands_clean(work, ROWS_AT_ONCE);
	sql_attempts_clean(work, work->now - ATTEMPTS_KEPT, ROWS_AT_ONCE);
	sql_failures_clean(work, work->now - FAILURES_KEPT, ROWS_AT_ONCE);
	sql_sign_ups_clean(work, ROWS_AT_ONCE);
	sql_resets_clean(work, ROWS_AT_ONCE);
	clean_sessions(work);
}

const struct job outbox_jobs[] = {
	{ "outbox.send", .every = 1, .run_outside = send_next },
	{ "outbox.clean", .every = 5, .run = clean },
	{ "audit.seal", .every = 60, .run = seal },
	JOBS_END,
};
