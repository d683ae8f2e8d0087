/* reset.h - a new password for whoever can read what is sent to the address of an account.
 *
 * Mail brings a link with a secret of 256 bits, a text message a code of eight digits; each is
 * good once and for half an hour.  Who asks is told the same whether the address has an account
 * or not: then the address is told so, and the same is written either way.
 *
 * An invitation is the same link, good for a week, to an account that has no password yet. */
#ifndef RESET_H
#define RESET_H

#include "account/account.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/work.h"
#include "db/column.h"

extern const struct setting reset_minutes;
extern const struct setting invitation_days;

struct reset_draft {
	const char *login;
};
extern const struct field reset_fields[];

struct new_password_draft {
	const char *login; /* with the code of a text message */
	const char *code;  /* that code, or the secret of a link */
	const char *password;
};
extern const struct field new_password_fields[];

extern const struct refusal reset_over;

/* *sent_to: masked, and the same for an address that nobody signs in with. */
MUST_USE const struct refusal *reset_ask(struct work *work, const struct reset_draft *draft,
					 const char **sent_to);

/* Whether a code is the secret of a link. */
bool reset_is_linked(const char *code);

/* Gives the account its new password. */
MUST_USE const struct refusal *reset_confirm(struct work *work,
					     const struct new_password_draft *draft);

/* A new password ends all sessions and whatever else could lead to a password; the owner is
 * told. */
void reset_password(struct work *work, const struct account *account, const char *hash);

/* Sends the link to an account, as an administrator may: to its mail, or else its telephone. */
MUST_USE const struct refusal *reset_send(struct work *work, const struct account *account);
/* The same to whom an account was just made for. */
MUST_USE const struct refusal *reset_invite(struct work *work, const struct account *account);

/* What waits for its code. */
struct reset {
	struct id id;
	struct id account_id;
};
extern const struct column reset_columns[];

#endif
