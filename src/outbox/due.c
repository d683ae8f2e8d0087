/* due.c - noting what is to happen at a time. */

#include "outbox/due.h"

#include "outbox/outbox_sql.h"

void
due_at(struct work *work, const char *kind, struct id thing, time_t moment)
{
	if (moment > work->now)
		sql_due_set(work, kind, thing, moment);
}

void
due_now(struct work *work, const char *kind, struct id thing)
{
	sql_due_set(work, kind, thing, work->now);
}

void
due_never(struct work *work, const char *kind, struct id thing)
{
	sql_due_remove(work, kind, thing);
}
