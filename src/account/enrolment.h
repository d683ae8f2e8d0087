/* enrolment.h - a second factor of one's own: how it begins, and how it ends.
 *
 * A secret is offered, and holds once the app has shown that it has it; then ten recovery codes
 * are shown, each good once in place of the app.  Only the pool that hashes sees secrets and
 * codes; the pages know no more than whether there is one. */
#ifndef ENROLMENT_H
#define ENROLMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "account/account.h"
#include "account/throttle.h"
#include "base/bytes.h"
#include "base/field.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

#define RECOVERY_CODES 10

struct enrolment {
	bool is_on;
	int64_t recovery_codes; /* that are left */
	bool needed;            /* by a role; set by C */
};
extern const struct column enrolment_columns[];

/* How the actor stands. */
void enrolment_find(struct work *work, struct enrolment *enrolment);

/* Whether somebody with these roles must have one before anything else, and has none. */
bool enrolment_lacking(const struct work *work, const char *roles, bool on);

/* What an app reads, as an address and as the secret in it. */
struct offer {
	const char *address, *secret;
};

/* A new secret for the actor; one that was offered before is nothing any more. */
MUST_USE const struct refusal *enrolment_offer(struct work *work, struct offer *offer);
/* The one that was offered last. */
MUST_USE const struct refusal *enrolment_offered(struct work *work, struct offer *offer);

struct enrolment_draft {
	const char *code;
};
extern const struct field enrolment_fields[];

/* The app has shown a code: the secret holds, and all sessions end.  The codes end with NULL. */
MUST_USE const struct refusal *enrolment_confirm(struct work *work,
						 const struct enrolment_draft *draft,
						 const char *codes[RECOVERY_CODES + 1]);

/* What shows that it is the owner who turns it off: one of the two. */
struct proof_draft {
	const char *password;
	const char *code; /* of the app, or a recovery code */
};
extern const struct field proof_fields[];

MUST_USE const struct refusal *enrolment_end(struct work *work, const struct proof_draft *draft,
					     const struct origin *origin);

/* A recovery code as it is kept. */
struct bytes recovery_hash(struct work *work, struct id account, const char *typed);

extern const struct refusal second_factor_on, second_factor_off, second_factor_needed;
extern const struct refusal wrong_digits, wrong_proof;

/* A secret that is offered. */
struct offered {
	struct bytes sealed;
};
extern const struct column offered_columns[];

#endif
