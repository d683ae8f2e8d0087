/* role.c - the table of roles: who may do what, and who counts as staff. */

#include "account/role.h"

#include <stdlib.h>
#include <string.h>

#include "account/account_ctl_sql.h"
#include "account/account_sql.h"
#include "audit/audit.h"
#include "base/text.h"

#define MAY(permission) (UINT64_C(1) << (permission))
#define MAY_ALL                                                                                    \
	(MAY(MAY_RUN_VENUES) | MAY(MAY_RUN_ACTIVITIES) | MAY(MAY_RUN_SHIFTS) | MAY(MAY_BOOK_FOR) | \
	 MAY(MAY_SEE_REPORTS) | MAY(MAY_READ_AUDIT) | MAY(MAY_ADMINISTER))

REFUSAL(unknown_role, REFUSED_BY_RULE, "role", N_("There is no such role."));
REFUSAL(unknown_place, REFUSED_MISSING, "place", N_("There is no such place."));

struct role {
	struct word word;
	uint64_t may;
	bool staff;
};

static const struct role roles[] = {
	{ { "volunteer", N_("Volunteer") }, 0, false },
	{ { "organiser", N_("Organiser") }, 0, false },
	{ { "captain", N_("Building captain") }, 0, false },
	{ { "carer", N_("Carer") }, 0, true },
	{ { "doctor", N_("Doctor") }, 0, true },
	{ { "desk", N_("Front desk") }, MAY(MAY_RUN_VENUES) | MAY(MAY_BOOK_FOR), true },
	{ { "manager", N_("Manager") },
	  MAY(MAY_RUN_VENUES) | MAY(MAY_RUN_ACTIVITIES) | MAY(MAY_RUN_SHIFTS) | MAY(MAY_BOOK_FOR) |
		  MAY(MAY_SEE_REPORTS),
	  true },
	{ { "district", N_("District office") },
	  MAY(MAY_RUN_VENUES) | MAY(MAY_RUN_ACTIVITIES) | MAY(MAY_RUN_SHIFTS) |
		  MAY(MAY_SEE_REPORTS),
	  true },
	{ { "admin", N_("Administrator") }, MAY_ALL, true },
	{ { "auditor", N_("Auditor") }, MAY(MAY_SEE_REPORTS) | MAY(MAY_READ_AUDIT), true },
};

static const struct role *
role_named(const char *name, size_t length)
{
	for (size_t i = 0; i < COUNT(roles); i++) {
		const char *word = roles[i].word.word;

		if (strlen(word) == length && strncmp(word, name, length) == 0)
			return &roles[i];
	}
	return NULL;
}

uint64_t
role_may(const char *role)
{
	const struct role *found = role_named(role, strlen(role));

	return found ? found->may : 0;
}

/* One "role:node" of a list. */
struct item {
	const struct role *role;
	struct id node;
};

static bool
next_item(const char **list, struct item *item)
{
	const char *colon = *list ? strchr(*list, ':') : NULL;
	char *end;

	if (!colon)
		return false;
	item->role = role_named(*list, (size_t)(colon - *list));
	item->node.value = strtoll(colon + 1, &end, 10);
	*list = *end == ',' ? end + 1 : end;
	return true;
}

static size_t
count_items(const char *list)
{
	struct item item;
	size_t count = 0;

	while (next_item(&list, &item))
		count++;
	return count;
}

struct grant *
role_grants(struct work *work, const char *list, size_t *count)
{
	struct grant *grants = arena_array(work->arena, count_items(list) + 1, sizeof(*grants));
	struct item item;

	*count = 0;
	while (next_item(&list, &item)) {
		if (item.role)
			grants[(*count)++] = (struct grant){ item.node, item.role->may };
	}
	return grants;
}

bool
role_is_staff(const char *list)
{
	struct item item;

	while (next_item(&list, &item)) {
		if (item.role && item.role->staff)
			return true;
	}
	return false;
}

/* Whether a role stands in the list of those found so far. */
static bool
is_among(const struct word *const *words, size_t count, const struct word *word)
{
	for (size_t i = 0; i < count; i++) {
		if (words[i] == word)
			return true;
	}
	return false;
}

const struct word *const *
role_words(struct work *work, const char *list)
{
	const struct word **words =
		arena_array(work->arena, count_items(list) + 1, sizeof(struct word *));
	struct item item;
	size_t count = 0;

	while (next_item(&list, &item)) {
		if (item.role && !is_among(words, count, &item.role->word))
			words[count++] = &item.role->word;
	}
	return words;
}

static void
note(struct work *work, const char *act, struct id account, const char *role, struct id node)
{
	audit_note(work, act, account, (struct id){ 0 },
		   text(work, "{\"role\":\"%s\",\"node\":\"%s\"}", role, id_text(node).chars));
}

const struct refusal *
role_give(struct work *work, struct id account, const char *role, struct id node, time_t since,
	  time_t until)
{
	struct id grant = id_new();

	if (!role_named(role, strlen(role)))
		return &unknown_role;
	if (!sql_node_exists(work, node))
		return &unknown_place;
	sql_role_give(work, grant, account, role, node, since, until ? until : INT64_MAX,
		      work->actor);
	/* Staff sign in anew: with a second factor, and for a shorter while. */
	sql_sessions_end(work, account);
	note(work, "role_given", account, role, node);
	return NULL;
}

const struct refusal *
role_take(struct work *work, struct id account, const char *role, struct id node)
{
	if (!sql_role_take(work, account, role, node))
		return &refused_missing;
	note(work, "role_taken", account, role, node);
	return NULL;
}
