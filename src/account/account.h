/* account.h - accounts: how one is made, found, locked and known again.
 *
 * An account has one person and any number of logins (phone, mail).  Who signs in with a login
 * that nobody has, with a wrong password or to a locked account gets one and the same answer after
 * one and the same work. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct account {
	struct id id;
	struct id person_id;
	const char *name;
	const char *language;
	const char *care, *theme;
	const struct word *status;
	struct id home_id;
	int64_t version; /* of the person */
};
extern const struct column account_columns[];
extern const struct word account_open, account_locked, account_closed;

/* What people may choose: the two languages, by their own names; sizes of type; themes. */
extern const struct word *const languages[];
extern const struct word *const type_sizes[];
extern const struct word *const themes[];

MUST_USE const struct refusal *account_find(struct work *work, struct id id,
					    struct account *account);
/* By phone or mail as typed. */
MUST_USE const struct refusal *account_find_by_login(struct work *work, const char *typed,
						     struct account *account);

/* What an account signs in with; shown masked. */
struct login {
	struct id account_id;
	const char *kind; /* "phone" or "email" */
	struct bytes sealed;
	const char *shown;
};
extern const struct column login_columns[];
struct login *account_logins(struct work *work, struct id account, size_t *count);

extern const struct refusal no_address, login_taken;

/* Gives an account one more login, whose owner has shown to have it. */
MUST_USE const struct refusal *account_add_login(struct work *work, const struct account *account,
						 const char *kind, const char *address);

/* Makes person, account and login at once; password_hash may be NULL: nobody signs in with it. */
struct new_account {
	struct id id; /* names nothing: a new one */
	const char *name;
	const char *login; /* in normal form, of a kind */
	const char *kind;
	const char *language;
	const char *password_hash;
	int64_t born; /* day, or DAY_NONE */
	struct id home_id;
};
MUST_USE const struct refusal *account_make(struct work *work, const struct new_account *make,
					    struct account *account);

/* A lock ends all sessions and tokens at once. */
MUST_USE const struct refusal *account_lock(struct work *work, struct id account,
					    const char *reason);
MUST_USE const struct refusal *account_unlock(struct work *work, struct id account,
					      const char *reason);

/* For good: it loses its roles, and its addresses are free for another account. */
MUST_USE const struct refusal *account_close(struct work *work, struct id account,
					     const char *reason);

extern const struct refusal account_is_closed;

/* Language, type size, theme: kept with the account; NULL leaves one as it is. */
void account_prefer(struct work *work, const char *language, const char *care, const char *theme);

#endif
