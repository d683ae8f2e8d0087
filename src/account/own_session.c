/* own_session.c - lists and ends the sessions of an account. */

#include "account/own_session.h"

#include "account/device.h"
#include "account/own_session_sql.h"
#include "audit/audit.h"

const struct column own_session_columns[] = {
	COLUMN_ID(struct own_session, id),
	COLUMN_WORD(struct own_session, device, device_kinds),
	COLUMN_TEXT(struct own_session, browser),
	COLUMN_TIME(struct own_session, made_at, .as = "since"),
	COLUMN_TIME(struct own_session, seen_at),
	COLUMN_FLAG(struct own_session, current),
	COLUMN_END,
};

struct own_session *
own_sessions(struct work *work, struct bytes current, size_t *count)
{
	return sql_own_sessions(work, work->actor, current, count);
}

const struct refusal *
own_session_end(struct work *work, struct id id)
{
	if (!sql_own_session_end(work, id, work->actor))
		return &refused_missing;
	audit_note(work, "session_ended", work->actor, work->person, NULL);
	return NULL;
}

void
own_sessions_end(struct work *work, struct bytes current)
{
	sql_own_sessions_end(work, work->actor, current);
	audit_note(work, "sessions_ended", work->actor, work->person, NULL);
}
