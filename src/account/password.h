/* password.h - what a password must be, and how it is kept: hashed by Argon2id.
 *
 * Hashing takes a tenth of a second and 64 MiB: only the pool for that does it. */
#ifndef PASSWORD_H
#define PASSWORD_H

#include <stdbool.h>

#include "base/refusal.h"
#include "base/setting.h"
#include "base/work.h"

#define PASSWORD_MAX 128 /* bytes */

extern const struct setting password_length;

extern const struct refusal password_short;
extern const struct refusal password_long;
extern const struct refusal password_common;
extern const struct refusal password_own;
extern const struct refusal hashing_busy;

/* Whether somebody may have it; own are names and addresses of theirs, ended by NULL. */
MUST_USE const struct refusal *password_judge(struct work *work, const char *password,
					      const char *const *own);

MUST_USE const struct refusal *password_hash(struct work *work, const char *password,
					     const char **hash);

/* Compares, always with the same work: a hash of NULL is that of nobody and never matches. */
MUST_USE const struct refusal *password_compare(struct work *work, const char *hash,
						const char *password, bool *matches);

/* Whether a hash was made with less work than is asked for today. */
bool password_is_weakly_hashed(const char *hash);

#endif
