/* admin_web.h - what the pages of the administration are made of. */
#ifndef ADMIN_WEB_H
#define ADMIN_WEB_H

#include <stdbool.h>
#include <stddef.h>

#include "account/administer.h"
#include "audit/audit_log.h"
#include "base/choice.h"
#include "base/cursor.h"
#include "http/form.h"
#include "http/request.h"

struct accounts_page {
	const struct form *form; /* what is looked for */
	const struct managed *list;
	size_t count;
	const struct cursor *cursor;
	const struct choice *places;
	size_t place_count;
};

struct account_page {
	const struct managed *managed;
	struct standing standing;
	const struct logged *log;
	size_t logged;
	bool in_reach; /* it may be changed */
};

/* What asks for a reason before it is done. */
struct grave_act {
	const char *path; /* "lock" */
	const char *heading, *warning, *button;
};

struct log_page {
	const struct form *form;
	const struct logged *list;
	size_t count;
	const struct cursor *cursor;
};

bool may_administer(const struct request *req);
bool may_read_audit(const struct request *req);

const char *status_colour(const struct word *status);

/* The roles of an account, and where they hold, each in a line. */
const char *roles_said(struct work *work, const struct managed *managed);
const char *role_places_said(struct work *work, const struct managed *managed);
const char *until_said(struct work *work, const struct held_role *held);
const char *seen_said(struct work *work, const struct managed *managed);

/* "8f3a…c21d": enough to know an entry again. */
const char *hash_short(struct work *work, const struct logged *logged);
/* What changed, from what to what, and why. */
const char *change_said(struct work *work, const struct logged *logged);
/* Who did it: the system, where nobody is named. */
const char *actor_said(const struct logged *logged);

#endif
