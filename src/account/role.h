/* role.h - what each role may do; a grant gives a role from a node of the tree downwards. */
#ifndef ROLE_H
#define ROLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"

extern const struct refusal unknown_role, unknown_place, role_ends_early, last_administrator;

/* One of the table, or NULL after the last; the one with this word, or NULL. */
const struct word *role_at(size_t index);
const struct word *role_called(const char *role);

/* The bits of struct grant.may; 0 for a word that is no role. */
uint64_t role_may(const char *role);

/* Reads "role:node,role:node" as the statement that identifies who asks gives it. */
struct grant *role_grants(struct work *work, const char *list, size_t *count);

/* Whether a role needs a second factor and a short session: all but residents'. */
bool role_is_staff(const char *list);

/* The roles of such a list, each once; ended by NULL. */
const struct word *const *role_words(struct work *work, const char *list);

/* Refuses what would leave nobody who administers the whole network without an end: for who locks
 * or closes an account, or takes that role from it.  It is the first write of its transaction, so
 * that of two who remove one another the second sees what the first did. */
MUST_USE const struct refusal *role_spare_last(struct work *work, struct id account);

/* From a moment until another, or without an end (0). */
MUST_USE const struct refusal *role_give(struct work *work, struct id account, const char *role,
					 struct id node, time_t since, time_t until);
MUST_USE const struct refusal *role_take(struct work *work, struct id account, const char *role,
					 struct id node);

#endif
