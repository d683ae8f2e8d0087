/* role.c - the table of roles: who may do what, and who counts as staff. */

#include "account/role.h"

#include <stdlib.h>
#include <string.h>

#include "account/account.h"
#include "account/account_sql.h"
#include "account/administer_sql.h"
#include "audit/audit.h"
#include "base/text.h"
#include "base/tree.h"

#define MAY(permission) (UINT64_C(1) << (permission))
#define MAY_ALL                                                                                    \
	(MAY(MAY_RUN_VENUES) | MAY(MAY_RUN_ACTIVITIES) | MAY(MAY_RUN_SHIFTS) | MAY(MAY_BOOK_FOR) | \
	 MAY(MAY_SEE_REPORTS) | MAY(MAY_READ_AUDIT) | MAY(MAY_ADMINISTER))

REFUSAL(unknown_role, REFUSED_BY_RULE, "role", N_("There is no such role."));
REFUSAL(unknown_place, REFUSED_MISSING, "place", N_("There is no such place."));
REFUSAL(role_ends_early, REFUSED_BY_RULE, "until",
	N_("The role would be over before it begins. Choose a later end."));
REFUSAL(last_administrator, REFUSED_BY_RULE, NULL,
	N_("This is the last administrator of the whole network. Give that role, without an end, "
	   "to another account first."));

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

const struct word *
role_at(size_t index)
{
	return index < COUNT(roles) ? &roles[index].word : NULL;
}

const struct word *
role_called(const char *role)
{
	const struct role *found = role_named(role, strlen(role));

	return found ? &found->word : NULL;
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

/* A moment as the audit log keeps it; what has no end has null. */
static const char *
moment_kept(struct work *work, time_t moment)
{
	return moment == INT64_MAX ? "null" : text(work, "\"%s\"", rfc3339(work, moment));
}

static void
note(struct work *work, const char *act, struct id account, const char *role, struct id node,
     const char *change)
{
	struct account of = { .person_id = { 0 } };

	(void)!sql_account_find(work, account, &of);
	audit_note_at(work, act, account, of.person_id, node,
		      text(work, "{\"role\":\"%s\",\"place\":\"%s\"%s}", role, id_text(node).chars,
			   change));
}

const struct refusal *
role_spare_last(struct work *work, struct id account)
{
	sql_administration_touch(work);
	return sql_is_last_administrator(work, account) ? &last_administrator : NULL;
}

const struct refusal *
role_give(struct work *work, struct id account, const char *role, struct id node, time_t since,
	  time_t until)
{
	time_t end = until ? until : INT64_MAX;

	if (!role_named(role, strlen(role)))
		return &unknown_role;
	if (!sql_node_exists(work, node))
		return &unknown_place;
	if (end <= since || end <= work->now)
		return &role_ends_early;
	sql_role_give(work, id_new(), account, role, node, since, end, work->actor);
	/* Staff sign in anew: with a second factor, and for a shorter while. */
	sql_sessions_end(work, account);
	note(work, "role_given", account, role, node,
	     text(work, ",\"from\":%s,\"until\":%s", moment_kept(work, since),
		  moment_kept(work, end)));
	return NULL;
}

static bool
is_of_whole_network(const char *role, struct id node)
{
	return strcmp(role, "admin") == 0 && !id_given(tree_parent(node));
}

const struct refusal *
role_take(struct work *work, struct id account, const char *role, struct id node)
{
	const struct refusal *refusal =
		is_of_whole_network(role, node) ? role_spare_last(work, account) : NULL;

	if (refusal)
		return refusal;
	if (!sql_role_take(work, account, role, node))
		return &refused_missing;
	note(work, "role_taken", account, role, node, "");
	return NULL;
}
