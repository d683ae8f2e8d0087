/* roles.h - what each role may do, as the roles and the routes themselves tell. */
#ifndef ROLES_H
#define ROLES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/permission.h"
#include "base/word.h"
#include "http/request.h"

extern const struct route roles_web_routes[];

/* Each permission, by the name that programs read and the words for people; NULL where a role has
 * nothing to do with it, and after the last. */
const struct word *permission_word(size_t permission);

bool role_allows(const struct word *role, size_t permission);

/* A route that asks for a permission; the last has no path. */
struct opened {
	const char *method, *path, *about; /* about may be NULL */
};
const struct opened *routes_opened(struct work *work, size_t permission);

#endif
