/* own_session.h - where an account is signed in, and ending that. */
#ifndef OWN_SESSION_H
#define OWN_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/bytes.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

/* Its id is not its token: who knows it cannot use it. */
struct own_session {
	struct id id;
	const struct word *device;
	const char *browser;
	time_t made_at;
	time_t seen_at; /* a minute old at most, where it is in use */
	bool current;
};
extern const struct column own_session_columns[];

/* That at hand first, then those seen last; current is the hash of the token of the one at
 * hand. */
struct own_session *own_sessions(struct work *work, struct bytes current, size_t *count);

/* Ends one; another's is missing. */
MUST_USE const struct refusal *own_session_end(struct work *work, struct id id);
/* Ends all but the one at hand. */
void own_sessions_end(struct work *work, struct bytes current);

#endif
