/* identity.c - finds who asks, and begins and ends sessions. */

#include "account/identity.h"

#include "account/identity_sql.h"
#include "account/role.h"
#include "audit/audit.h"
#include "base/conf.h"
#include "base/hash.h"
#include "db/unit.h"

const struct setting session_resident_days = { "session.resident_days", 14, 1, 90 };
const struct setting session_staff_minutes = { "session.staff_minutes", 30, 5, 480 };
const struct setting session_staff_hours = { "session.staff_hours", 12, 1, 24 };

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

const struct column identity_columns[] = {
	COLUMN_ID(struct identity, account_id),      COLUMN_ID(struct identity, person_id),
	COLUMN_TEXT(struct identity, person_name),   COLUMN_TEXT(struct identity, language),
	COLUMN_TEXT(struct identity, care),          COLUMN_TEXT(struct identity, theme),
	COLUMN_TEXT(struct identity, roles),         COLUMN_TEXT(struct identity, scope),
	COLUMN_FLAG(struct identity, second_factor), COLUMN_TIME(struct identity, seen_at),
	COLUMN_INT(struct identity, unread),         COLUMN_INT(struct identity, caches),
	COLUMN_INT(struct identity, clock_offset),   COLUMN_END,
};

const struct column network_state_columns[] = {
	COLUMN_INT(struct network_state, caches),
	COLUMN_INT(struct network_state, clock_offset),
	COLUMN_END,
};

const struct column holder_columns[] = {
	COLUMN_ID(struct holder, person_id),
	COLUMN_TEXT(struct holder, name),
	COLUMN_TEXT(struct holder, roles),
	COLUMN_END,
};

void
identity_find(struct work *work, struct bytes session, struct bytes token,
	      struct identity *identity)
{
	if (!sql_identity_find(work, session, token, conf.test_clock != 0, identity))
		fault("the row of the network is missing");
}

void
identity_network(struct work *work, struct network_state *state)
{
	if (!sql_network_state(work, state))
		fault("the row of the network is missing");
}

struct seen {
	struct bytes session, token;
};

static void
mark(struct work *work, void *with)
{
	const struct seen *seen = with;

	if (seen->session.data)
		sql_session_seen(work, seen->session);
	else
		sql_token_seen(work, seen->token);
}

void
identity_seen(struct work *work, struct bytes session, struct bytes token)
{
	struct seen seen = { session, token };

	unit_apart(work, mark, &seen);
}

/* How long a session lasts unseen, and in all. */
struct span {
	int64_t idle, most;
};

static struct span
span_of(const struct work *work, bool staff, bool shared)
{
	struct span span;

	span.idle = MINUTE * setting_of_network(work, &session_staff_minutes);
	span.most = HOUR * setting_of_network(work, &session_staff_hours);
	if (!staff && !shared) {
		span.idle = DAY * setting_of_network(work, &session_resident_days);
		span.most = 365 * (int64_t)DAY;
	}
	return span;
}

void
holder_find(struct work *work, struct id account, struct holder *holder)
{
	if (!sql_holder_find(work, account, holder))
		fault("a session of no account");
}

void
session_begin(struct work *work, struct id account, const struct beginning *beginning,
	      struct new_session *session)
{
	struct device device = beginning->device.kind ? beginning->device : device_of(NULL);
	struct span span;
	bool staff;

	*session = (struct new_session){ .token = token_new(work) };
	holder_find(work, account, &session->holder);
	staff = role_is_staff(session->holder.roles);
	span = span_of(work, staff, beginning->shared);
	session->cookie_seconds = staff || beginning->shared ? 0 : span.idle;
	sql_session_insert(work, token_hash(work, session->token), id_new(), account, device.kind,
			   device.browser, span.idle, work->now + span.most);
	audit_note(work, "signed_in", account, session->holder.person_id, NULL);
}

void
session_end(struct work *work, const char *token)
{
	sql_session_delete(work, token_hash(work, token));
	audit_note(work, "signed_out", work->actor, work->person, NULL);
}
