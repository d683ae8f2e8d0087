/* account.c - making, finding and locking accounts. */

#include "account/account.h"

#include <jansson.h>
#include <string.h>

#include "account/account_sql.h"
#include "account/administer_sql.h"
#include "account/role.h"
#include "audit/audit.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "base/text.h"
#include "person/person.h"

WORD(account_open, "open", N_("Open"));
WORD(account_locked, "locked", N_("Locked"));
WORD(account_closed, "closed", N_("Closed"));

static const struct word *const statuses[] = {
	&account_open,
	&account_locked,
	&account_closed,
	NULL,
};

static const struct word chinese = { "zh-CN", "中文" };
static const struct word english = { "en", "English" };
const struct word *const languages[] = { &chinese, &english, NULL };

static const struct word standard = { "off", N_("Standard") };
static const struct word large = { "big", N_("Large") };
static const struct word largest = { "max", N_("Largest") };
const struct word *const type_sizes[] = { &standard, &large, &largest, NULL };

static const struct word automatic = { "auto", N_("Automatic") };
static const struct word light = { "light", N_("Light") };
static const struct word dark = { "dark", N_("Dark") };
const struct word *const themes[] = { &automatic, &light, &dark, NULL };

const struct column account_columns[] = {
	COLUMN_ID(struct account, id, .hidden = true),
	COLUMN_ID(struct account, person_id, .as = "id"),
	COLUMN_TEXT(struct account, name),
	COLUMN_TEXT(struct account, language),
	COLUMN_TEXT(struct account, care),
	COLUMN_TEXT(struct account, theme),
	COLUMN_WORD(struct account, status, statuses, .hidden = true),
	COLUMN_ID(struct account, home_id, .as = "home"),
	COLUMN_INT(struct account, version),
	COLUMN_END,
};

const struct column login_columns[] = {
	COLUMN_ID(struct login, account_id, .hidden = true),
	COLUMN_TEXT(struct login, kind),
	COLUMN_BYTES(struct login, sealed),
	COLUMN_TEXT(struct login, shown, .made = true, .as = "login"),
	COLUMN_END,
};

REFUSAL(no_address, REFUSED_BY_RULE, "login",
	N_("This is neither a telephone number nor an e-mail address."));
REFUSAL(account_is_closed, REFUSED_CONFLICT, NULL,
	N_("This account is closed for good. Its owner may sign up anew."));
REFUSAL(login_taken, REFUSED_CONFLICT, "login", N_("This address already has an account."));

const struct refusal *
account_find(struct work *work, struct id id, struct account *account)
{
	return sql_account_find(work, id, account) ? NULL : &refused_missing;
}

const struct refusal *
account_find_by_login(struct work *work, const char *typed, struct account *account)
{
	const char *kind;
	const char *address = address_normal(work, typed, &kind);

	if (!address || !sql_account_by_login(work, seal_lookup(work, kind, address), account))
		return &refused_missing;
	return NULL;
}

struct login *
account_logins(struct work *work, struct id account, size_t *count)
{
	struct login *logins = sql_logins_of(work, account, count);

	for (size_t i = 0; i < *count; i++) {
		const char *plain = unseal(work, SEAL_LOGIN, account, logins[i].sealed);

		logins[i].shown = plain ? text_masked(work, plain) : "";
	}
	return logins;
}

const struct refusal *
account_add_login(struct work *work, const struct account *account, const char *kind,
		  const char *address)
{
	if (!sql_login_claim(work, seal_lookup(work, kind, address), account->id, kind,
			     seal(work, SEAL_LOGIN, account->id, address)))
		return &login_taken;
	person_reach(work, account->person_id, kind, address);
	audit_note(work, "login_added", account->id, account->person_id, NULL);
	return NULL;
}

static struct account
from_making(const struct new_account *make)
{
	return (struct account){
		.id = id_given(make->id) ? make->id : id_new(),
		.person_id = id_new(),
		.name = make->name,
		.language = make->language,
		.care = "",
		.theme = "",
		.status = &account_open,
		.home_id = make->home_id,
		.version = 1,
	};
}

const struct refusal *
account_make(struct work *work, const struct new_account *make, struct account *account)
{
	const struct refusal *refusal;

	*account = from_making(make);
	refusal = account_add_login(work, account, make->kind, make->login);
	if (refusal)
		return refusal;
	person_make(work, &(struct person){ .id = account->person_id,
					    .name = account->name,
					    .language = account->language,
					    .born = make->born,
					    .home_id = account->home_id });
	sql_account_insert(work, account->id, account->person_id);
	sql_account_acts_for_itself(work, account->id, account->person_id);
	if (make->password_hash)
		sql_credential_insert(work, account->id, make->password_hash);
	audit_note(work, "account_made", account->id, account->person_id, NULL);
	return NULL;
}

/* Why, and from what to what, as the audit log keeps it. */
static const char *
change_detail(struct work *work, const struct account *account, const struct word *status,
	      const char *reason)
{
	size_t room = 6 * strlen(reason) + 200;
	char *detail = arena_array(work->arena, 1, room);
	json_t *json =
		json_pack("{s:{s:s}, s:{s:s}, s:s}", "before", "status", account->status->word,
			  "after", "status", status->word, "reason", reason);

	if (!json)
		fault("a reason that is no text");
	json_dumpb(json, detail, room - 1, JSON_COMPACT);
	json_decref(json);
	return detail;
}

/* Doing it twice is doing it once. */
static const struct refusal *
set_status(struct work *work, struct id id, const struct word *status, const char *act,
	   const char *reason)
{
	struct account account;
	const struct refusal *refusal = account_find(work, id, &account);

	if (!refusal && account.status == &account_closed && status != &account_closed)
		refusal = &account_is_closed;
	if (!refusal && status != &account_open)
		refusal = role_spare_last(work, id);
	if (!refusal && sql_account_set_status(work, id, status))
		audit_note_at(work, act, id, account.person_id, account.home_id,
			      change_detail(work, &account, status, reason));
	return refusal;
}

static void
end_all(struct work *work, struct id account)
{
	sql_sessions_end(work, account);
	sql_tokens_end(work, account);
}

const struct refusal *
account_lock(struct work *work, struct id account, const char *reason)
{
	const struct refusal *refusal =
		set_status(work, account, &account_locked, "account_locked", reason);

	if (!refusal)
		end_all(work, account);
	return refusal;
}

const struct refusal *
account_unlock(struct work *work, struct id account, const char *reason)
{
	return set_status(work, account, &account_open, "account_unlocked", reason);
}

const struct refusal *
account_close(struct work *work, struct id account, const char *reason)
{
	const struct refusal *refusal =
		set_status(work, account, &account_closed, "account_closed", reason);

	if (refusal)
		return refusal;
	end_all(work, account);
	sql_roles_end(work, account);
	sql_logins_free(work, account);
	return NULL;
}

void
account_prefer(struct work *work, const char *language, const char *care, const char *theme)
{
	sql_account_prefer(work, work->actor, care, theme);
	if (language)
		sql_account_speak(work, work->person, language);
}
