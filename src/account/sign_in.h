/* sign_in.h - from a login and a password to a session.
 *
 * An unknown login, a wrong password, a wrong code, a locked account and a limited login get one
 * and the same answer; the first four after the same work. */
#ifndef SIGN_IN_H
#define SIGN_IN_H

#include <stdbool.h>

#include "account/identity.h"
#include "account/throttle.h"
#include "base/bytes.h"
#include "base/field.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

#define LOGIN_MAX 254

struct sign_in_draft {
	const char *login, *password;
	const char *totp;          /* NULL or "": none was given */
	const char *recovery_code; /* in its place, or the same */
	bool shared;               /* the computer is: for the page alone */
	const char *next;          /* where to go then: for the page alone */
};

extern const struct field sign_in_fields[];      /* of the API */
extern const struct field sign_in_page_fields[]; /* of the page */

extern const struct refusal bad_credentials;
extern const struct refusal totp_needed;

/* What is known of a login. */
struct credential {
	struct id account_id;
	struct id person_id;
	bool may_sign_in;
	const char *password_hash; /* NULL: none */
	struct bytes totp_sealed;  /* none: no second factor */
	int64_t totp_last_step;    /* the step of the digits that were used last */
	int64_t totp_step;         /* of those that came now; 0: none were asked for */
	struct bytes recovery;     /* the hash of a recovery code that came in their place */
	const char *roles;
};
extern const struct column credential_columns[];

MUST_USE const struct refusal *sign_in_with(struct work *work, const struct sign_in_draft *draft,
					    const struct origin *origin,
					    struct new_session *session);

#endif
