/* invite.h - opens accounts for others, and sends the link by which they choose a password. */
#ifndef INVITE_H
#define INVITE_H

#include "account/administer.h"

/* Who is invited has a role from the beginning, from a node downwards between two days. */
struct invite_draft {
	const char *name;
	const char *login; /* mail or telephone, as typed: the link goes there */
	const char *role, *place;
	int64_t from, until; /* as of struct role_draft */
};
extern const struct field invite_fields[];

MUST_USE const struct refusal *managed_invite(struct work *work, const struct invite_draft *draft,
					      struct account *account);

/* A link to choose a new password; or, where it was never taken, the invitation again. */
MUST_USE const struct refusal *managed_send_reset(struct work *work, const struct managed *managed);

#endif
