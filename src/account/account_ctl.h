/* account_ctl.h - what quarterctl does with accounts, roles and tokens. */
#ifndef ACCOUNT_CTL_H
#define ACCOUNT_CTL_H

#include <stdint.h>

#include "base/ctl.h"
#include "base/id.h"
#include "db/column.h"

extern const struct ctl_command account_commands[];

/* A node of the tree, by a name that no other has. */
struct place {
	struct id id;
};
extern const struct column place_columns[];

/* What an account has. */
struct standing {
	const char *roles; /* as role_grants() reads them, or NULL */
	int64_t sessions, tokens;
};
extern const struct column standing_columns[];

#endif
