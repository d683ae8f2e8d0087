/* identity.h - who asks: sessions and tokens, and what one statement tells of their holder.
 *
 * A session or a token is known by the hash of its 256 random bits; whoever reads the row cannot
 * use it.  A session ends when unseen for so long, and in any case at a moment set at sign-in. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "account/device.h"
#include "base/bytes.h"
#include "base/id.h"
#include "base/setting.h"
#include "base/work.h"
#include "db/column.h"

/* Of the holder, and of the network on the way; of a visitor the account names nothing. */
struct identity {
	struct id account_id;
	struct id person_id;
	const char *person_name;
	const char *language;
	const char *care, *theme;
	const char *roles;  /* as role_grants() reads them, or NULL */
	const char *scope;  /* of a token; NULL: a session, which reaches everything */
	bool second_factor; /* there is one */
	time_t seen_at;
	int64_t unread;
	int64_t caches, clock_offset;
};
extern const struct column identity_columns[];

/* What of the network a process must know to be current. */
struct network_state {
	int64_t caches, clock_offset;
};
extern const struct column network_state_columns[];

/* One statement.  Only one of the two is given. */
void identity_find(struct work *work, struct bytes session, struct bytes token,
		   struct identity *identity);
void identity_network(struct work *work, struct network_state *state);

/* Marks a session or a token as seen just now, in a transaction of its own. */
void identity_seen(struct work *work, struct bytes session, struct bytes token);

/* How long sessions last. */
extern const struct setting session_resident_days;
extern const struct setting session_staff_minutes;
extern const struct setting session_staff_hours;

/* What whoever signs in is told of themselves. */
struct holder {
	struct id person_id;
	const char *name;
	const char *roles; /* as role_grants() reads them, or NULL */
};
extern const struct column holder_columns[];
void holder_find(struct work *work, struct id account, struct holder *holder);

/* A session that begins. */
struct new_session {
	const char *token;
	struct holder holder;
	int64_t cookie_seconds; /* 0: until the browser is closed */
	const char *mark;       /* by which the browser is known at the next sign-in, or NULL */
};

/* With what somebody signs in; on a shared computer a session ends with the browser, and soon. */
struct beginning {
	bool shared;
	struct device device; /* none: a program */
};

/* Begins a session of the account. */
void session_begin(struct work *work, struct id account, const struct beginning *beginning,
		   struct new_session *session);

/* Ends one; ending what has ended is nothing. */
void session_end(struct work *work, const char *token);

#endif
