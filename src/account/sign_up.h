/* sign_up.h - how somebody comes to have an account: an address, a password, and a code that is
 * sent there.
 *
 * Each address gets a code of its own and becomes a login when its code comes back; the account is
 * made by the first.  To whom it is shown nothing tells whether an address has an owner already:
 * then the owner gets a letter instead, and the code that is waited for is nobody's. */
#ifndef SIGN_UP_H
#define SIGN_UP_H

#include <stdint.h>
#include <time.h>

#include "account/identity.h"
#include "base/bytes.h"
#include "base/field.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

extern const struct setting sign_up_minutes; /* how long a code is good */

struct sign_up_draft {
	const char *name;
	const char *email, *phone;
	const char *login; /* of the page: either */
	const char *password;
	const struct word *language;
	const char *next; /* of the page: where to go in the end */
};
extern const struct field sign_up_fields[];
extern const struct field sign_up_page_fields[];

struct confirm_draft {
	const char *login;
	const char *code;
	const char *next;
};
extern const struct field confirm_fields[];
extern const struct field confirm_page_fields[];

extern const struct refusal wrong_code;

/* An address that waits for its code, and what it becomes. */
struct sign_up {
	struct bytes lookup;
	struct id account_id;
	const char *kind;
	struct bytes sealed;
	const char *name;
	const char *language;
	const char *password_hash;
	struct bytes code_hash;
	time_t expires_at;
};
extern const struct column sign_up_columns[];

struct pending {
	int64_t count;
};
extern const struct column pending_columns[];

/* A code as people copy it: blanks are nothing. */
const char *code_typed(struct work *work, const char *typed);

/* *sent_to: where codes were sent, masked. */
MUST_USE const struct refusal *sign_up(struct work *work, const struct sign_up_draft *draft,
				       const char **sent_to);

/* Makes the account of the address, or adds the address to it, and begins a session. */
MUST_USE const struct refusal *sign_up_confirm(struct work *work, const struct confirm_draft *draft,
					       struct device device, struct new_session *session);

#endif
