/* administer.h - accounts, for those who administer a part of the network.
 *
 * An account belongs to the nodes where its person lives and where it holds roles; who administers
 * none of them is told what is told of nothing.  Changing one asks for more: that all it may do
 * lies within one's own reach.  Nobody gives themselves a role, nor one that allows what they may
 * not do at that place themselves.  The rules that hold for quarterctl too stand in account.h and
 * role.h. */
#ifndef ADMINISTER_H
#define ADMINISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "account/account.h"
#include "base/bytes.h"
#include "base/choice.h"
#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

/* A role, from a node downwards. */
struct held_role {
	struct id id;
	const char *role;
	struct id node_id;
	const char *node_name;
	time_t since, until;       /* until INT64_MAX: without an end */
	const char *given_by;      /* whose name, or NULL: the system */
	const struct word *called; /* the role */
	bool in_reach;             /* the actor may take it back */
};
extern const struct column held_role_columns[];

struct managed {
	struct id id;
	struct id person_id;
	const char *name;
	const char *language;
	const struct word *status; /* open, invited, locked, closed */
	int64_t name_order, version;
	time_t made_at;
	time_t seen_at; /* in a session that goes on; 0: there is none */
	const char *home_name;
	struct bytes phone_sealed;
	const char *phone; /* masked, or NULL */
	struct login *logins;
	size_t login_count;
	struct held_role *roles; /* in force or to come */
	size_t role_count;
};
extern const struct column managed_columns[];
extern const struct word *const managed_statuses[];
extern const struct word account_invited;

/* What to look for; each may be left out. */
struct managed_query {
	const char *q; /* a name, or how it is read; an address; four last digits; a reference */
	const char *role;
	struct id place_id; /* that it belongs to, or that lies above */
	const struct word *status;
};
extern const struct field managed_query_fields[];

/* A page of them, in the order of their names as they are read. */
MUST_USE const struct refusal *managed_list(struct work *work, const struct managed_query *query,
					    const struct cursor *cursor, struct managed **list,
					    size_t *count);
MUST_USE const struct refusal *managed_find(struct work *work, struct id id,
					    struct managed *managed);

/* What of an account goes on: sessions and tokens. */
struct standing {
	const char *roles; /* as role_grants() reads them, or NULL */
	int64_t sessions, tokens;
};
extern const struct column standing_columns[];
struct standing account_standing(struct work *work, struct id account);

extern const struct refusal own_account, beyond_reach, own_role, reason_missing;

/* Whether the actor may change it; own_account where it is the actor's own. */
MUST_USE const struct refusal *managed_within_reach(struct work *work,
						    const struct managed *managed);

MUST_USE const struct refusal *managed_lock(struct work *work, const struct managed *managed,
					    const char *reason);
MUST_USE const struct refusal *managed_unlock(struct work *work, const struct managed *managed,
					      const char *reason);
MUST_USE const struct refusal *managed_close(struct work *work, const struct managed *managed,
					     const char *reason);
MUST_USE const struct refusal *managed_end_sessions(struct work *work,
						    const struct managed *managed);

/* What may be mended of a person: the name and the language. */
struct managed_change {
	const char *name;
	const struct word *language;
	int64_t version; /* 0: whatever it is */
};
extern const struct field managed_change_fields[];
MUST_USE const struct refusal *managed_change(struct work *work, const struct managed *managed,
					      const struct managed_change *change);

struct role_draft {
	const char *role;
	const char *place;   /* an id; or, as people type it, a name, the code of an area, a key */
	int64_t from, until; /* days, the last included; DAY_NONE: from now, without an end */
	bool revoke;
};
extern const struct field role_fields[];
MUST_USE const struct refusal *managed_give(struct work *work, const struct managed *managed,
					    const struct role_draft *draft);
MUST_USE const struct refusal *managed_take(struct work *work, const struct managed *managed,
					    const struct role_draft *draft);

/* A node of the tree, by a name. */
struct named_node {
	struct id id;
};
extern const struct column named_node_columns[];
extern const struct column choice_columns[];

/* Areas and centres of the part that the actor administers, to choose from. */
struct choice *administered_places(struct work *work, size_t *count);

/* A page of the list, as its statements take it. */
struct managed_page {
	const char *part; /* nodes, "1,2"; all below them */
	bool whole;       /* the part is the whole network */
	const char *role, *status;
	const char *key, *key_end; /* of names, or NULL */
	struct bytes lookup, tail;
	struct id account_id;
	const char *reference;
	int64_t after;
	struct id after_id;
	int64_t rows;
};

#endif
