/* said_web.c - what the pages of the administration say of accounts, roles and entries of the log.
 */

#include <jansson.h>
#include <string.h>

#include "account/role.h"
#include "admin/admin_web.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/text.h"

#define SAID_MOST 4000

bool
may_administer(const struct request *req)
{
	return work_may_somewhere(req->work, MAY_ADMINISTER);
}

bool
may_read_audit(const struct request *req)
{
	return work_may_somewhere(req->work, MAY_READ_AUDIT);
}

const char *
status_colour(const struct word *status)
{
	if (status == &account_open)
		return "is-ok";
	return status == &account_invited ? "is-info" : "is-danger";
}

/* The first and each other one once, between commas. */
static void
add_once(struct buf *said, const char *what)
{
	const char *comma = language_number() == 1 ? "、" : ", ";

	if (strstr(said->chars, what))
		return;
	if (said->size > 0)
		buf_text(said, comma);
	buf_text(said, what);
}

const char *
roles_said(struct work *work, const struct managed *managed)
{
	struct buf said;

	buf_init(&said, work->arena, SAID_MOST);
	for (size_t i = 0; i < managed->role_count; i++) {
		const struct held_role *held = &managed->roles[i];

		add_once(&said, held->called ? _(held->called->label) : held->role);
	}
	return said.size > 0 ? said.chars : _("Resident");
}

const char *
role_places_said(struct work *work, const struct managed *managed)
{
	struct buf said;

	buf_init(&said, work->arena, SAID_MOST);
	for (size_t i = 0; i < managed->role_count; i++)
		add_once(&said, managed->roles[i].node_name);
	if (said.size == 0 && managed->home_name)
		buf_text(&said, managed->home_name);
	return said.chars;
}

const char *
until_said(struct work *work, const struct held_role *held)
{
	const char *from = held->since > work->now ? on_day_short(work, day_of(held->since)) : NULL;
	const char *until =
		held->until == INT64_MAX ? _("No end") : on_day(work, day_of(held->until - 1));

	return from ? text(work, _("From %s: %s"), from, until) : until;
}

const char *
seen_said(struct work *work, const struct managed *managed)
{
	return managed->seen_at ? when(work, managed->seen_at) : _("No session now");
}

const char *
hash_short(struct work *work, const struct logged *logged)
{
	return text(work, "%.4s…%s", logged->hash, logged->hash + strlen(logged->hash) - 4);
}

const char *
actor_said(const struct logged *logged)
{
	return logged->actor_name ? logged->actor_name : _("The system, or a visitor");
}

/* ---- before and after ---- */

/* The keys that have words; what has none, such as an id, is not shown. */
static const struct word keys[] = {
	{ "status", N_("Status") },  { "reason", N_("Reason") },  { "role", N_("Role") },
	{ "from", N_("First day") }, { "until", N_("Last day") }, { "name", N_("Name") },
	{ "count", N_("Number") },
};

static const char *
key_said(const char *key)
{
	for (size_t i = 0; i < COUNT(keys); i++) {
		if (strcmp(keys[i].word, key) == 0)
			return _(keys[i].label);
	}
	return NULL;
}

/* A moment, a role, a state, or what somebody wrote. */
static const char *
value_said(struct work *work, const json_t *value)
{
	const char *chars = json_string_value(value);
	const struct word *word = chars ? word_find(managed_statuses, chars) : NULL;
	time_t moment;

	if (chars && !word)
		word = role_called(chars);
	if (word)
		return _(word->label);
	if (json_is_integer(value))
		return text(work, "%ld", (int64_t)json_integer_value(value));
	if (chars && time_parse(chars, false, &moment))
		return when(work, moment);
	return chars ? chars : _("No end");
}

static void
add_pair(struct work *work, struct buf *said, const char *key, const json_t *before,
	 const json_t *after)
{
	const char *called = key_said(key);

	if (!called || (json_is_null(after) && strcmp(key, "until") != 0))
		return;
	buf_text(said, said->size > 0 ? "; " : "");
	buf_format(said, "%s: ", called);
	if (before)
		buf_format(said, "%s → ", value_said(work, before));
	buf_text(said, value_said(work, after));
}

static void
add_changes(struct work *work, struct buf *said, json_t *detail)
{
	const json_t *before = json_object_get(detail, "before");
	const char *key;
	json_t *value;

	json_object_foreach(json_object_get(detail, "after"), key, value)
	{
		add_pair(work, said, key, json_object_get(before, key), value);
	}
	json_object_foreach(detail, key, value)
	{
		if (!json_is_object(value))
			add_pair(work, said, key, NULL, value);
	}
}

const char *
change_said(struct work *work, const struct logged *logged)
{
	json_t *detail = logged->detail ? json_loads(logged->detail, 0, NULL) : NULL;
	struct buf said;

	buf_init(&said, work->arena, SAID_MOST);
	add_changes(work, &said, detail);
	json_decref(detail);
	return said.chars;
}
