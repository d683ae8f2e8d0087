/* account_ctl.c - quarterctl account … and token …. */

#include "account/account_ctl.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "account/account.h"
#include "account/account_ctl_sql.h"
#include "account/account_sql.h"
#include "account/administer.h"
#include "account/administer_sql.h"
#include "account/password.h"
#include "account/reset.h"
#include "account/role.h"
#include "account/second_factor.h"
#include "account/token.h"
#include "account/token_sql.h"
#include "account/typed.h"
#include "audit/audit.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "base/text.h"
#include "person/person.h"

#define DAY 86400

static REFUSAL(name_needed, REFUSED_BY_RULE, "name", N_("Say --name."));
static REFUSAL(reason_needed, REFUSED_BY_RULE, "reason", N_("Say --reason."));

/* ---- account ---- */

static const struct refusal *
make_account(struct work *work, const struct typed *typed, struct account *account)
{
	struct new_account make = { .name = typed->name,
				    .language = typed->language,
				    .born = DAY_NONE };
	const struct refusal *refusal = NULL;

	make.login = address_normal(work, typed->words[0], &make.kind);
	if (!make.login)
		return &no_address;
	if (!typed->name || !text_is_clean(typed->name, strlen(typed->name), false) ||
	    text_length(typed->name) > PERSON_NAME_MAX)
		return &name_needed;
	if (typed->password)
		refusal = password_read(work, typed->name, make.login, &make.password_hash);
	return refusal ? refusal : account_make(work, &make, account);
}

static int
create(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	const struct refusal *refusal;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = make_account(work, &typed, &account);
	if (refusal)
		return ctl_refused(refusal);
	return say_value(ctl, "account", id_text(account.id).chars);
}

static json_t *
json_of_account(struct work *work, const struct account *account)
{
	struct standing standing = account_standing(work, account->id);
	size_t count;
	const struct login *logins = account_logins(work, account->id, &count);
	json_t *names = json_array();
	json_t *roles = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(names, json_string(logins[i].shown));
	for (const struct word *const *word = role_words(work, standing.roles); *word; word++)
		json_array_append_new(roles, json_string((*word)->word));
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:I, s:I}", "account",
			 id_text(account->id).chars, "person", id_text(account->person_id).chars,
			 "name", account->name, "status", account->status->word, "logins", names,
			 "roles", roles, "sessions", (json_int_t)standing.sessions, "tokens",
			 (json_int_t)standing.tokens);
}

static int
show(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	const struct refusal *refusal;
	const char *name;
	json_t *shown, *value;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = account_find_by_login(work, typed.words[0], &account);
	if (refusal)
		return ctl_refused(refusal);
	shown = json_of_account(work, &account);
	if (ctl->json) {
		say_json(shown);
		return 0;
	}
	json_object_foreach(shown, name, value)
	{
		say_line(name, value);
	}
	json_decref(shown);
	return 0;
}

typedef const struct refusal *status_change(struct work *work, struct id account,
					    const char *reason);

static int
change_status(struct work *work, const struct ctl *ctl, status_change *change, const char *what)
{
	struct typed typed;
	struct account account;
	const struct refusal *refusal;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = account_find_by_login(work, typed.words[0], &account);
	if (!refusal && !typed.reason)
		refusal = &reason_needed;
	if (!refusal)
		refusal = change(work, account.id, typed.reason);
	return say_done(ctl, refusal, what);
}

static int
lock(struct work *work, const struct ctl *ctl)
{
	return change_status(work, ctl, account_lock, "locked");
}

static int
unlock(struct work *work, const struct ctl *ctl)
{
	return change_status(work, ctl, account_unlock, "unlocked");
}

static int
set_password(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	const char *hash;
	const struct refusal *refusal;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = account_find_by_login(work, typed.words[0], &account);
	if (!refusal)
		refusal = password_read(work, account.name, typed.words[0], &hash);
	if (refusal)
		return ctl_refused(refusal);
	reset_password(work, &account, hash);
	return say_done(ctl, NULL, "changed");
}

static int
enrol(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	const struct refusal *refusal;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = account_find_by_login(work, typed.words[0], &account);
	if (refusal)
		return ctl_refused(refusal);
	return say_value(ctl, "otpauth", second_factor_enrol(work, &account, typed.words[0]));
}

/* ---- roles ---- */

static const struct refusal *
find_both(struct work *work, const struct typed *typed, struct account *account,
	  struct named_node *place)
{
	const struct refusal *refusal = account_find_by_login(work, typed->words[0], account);

	if (refusal)
		return refusal;
	return sql_node_named(work, typed->words[2], place) ? NULL : &unknown_place;
}

static int
grant(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	struct named_node place;
	const struct refusal *refusal;

	if (!typed_read(ctl, 3, &typed))
		return CTL_USAGE;
	refusal = find_both(work, &typed, &account, &place);
	if (!refusal)
		refusal = role_give(work, account.id, typed.words[1], place.id, work->now,
				    typed.days ? work->now + DAY * typed.days : 0);
	return say_done(ctl, refusal, "granted");
}

static int
revoke(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	struct named_node place;
	const struct refusal *refusal;

	if (!typed_read(ctl, 3, &typed))
		return CTL_USAGE;
	refusal = find_both(work, &typed, &account, &place);
	if (!refusal)
		refusal = role_take(work, account.id, typed.words[1], place.id);
	return say_done(ctl, refusal, "revoked");
}

/* ---- tokens ---- */

static const struct refusal *
make_token(struct work *work, const struct typed *typed, const char **secret)
{
	struct account account;
	struct token token;
	const struct token_draft draft = { .name = typed->name,
					   .scope = &scope_all,
					   .days = typed->days ? typed->days : TOKEN_DAYS_MOST };
	const struct refusal *refusal = account_find_by_login(work, typed->words[0], &account);

	if (refusal)
		return refusal;
	if (!typed->name || text_length(typed->name) > PERSON_NAME_MAX)
		return &name_needed;
	token_make(work, &account, &draft, &token, secret);
	return NULL;
}

static int
token_create(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	const char *token;
	const struct refusal *refusal;

	if (!typed_read(ctl, 1, &typed))
		return CTL_USAGE;
	refusal = make_token(work, &typed, &token);
	return refusal ? ctl_refused(refusal) : say_value(ctl, "token", token);
}

static int
token_revoke(struct work *work, const struct ctl *ctl)
{
	struct typed typed;
	struct account account;
	const struct refusal *refusal;

	if (!typed_read(ctl, 2, &typed))
		return CTL_USAGE;
	refusal = account_find_by_login(work, typed.words[0], &account);
	if (!refusal && !sql_token_revoke(work, account.id, typed.words[1]))
		refusal = &refused_missing;
	if (refusal)
		return ctl_refused(refusal);
	audit_note(work, "token_revoked", account.id, account.person_id, NULL);
	return say_done(ctl, NULL, "revoked");
}

const struct ctl_command account_commands[] = {
	{
		.name = "account create",
		.run = create,
		.arguments = "LOGIN --name NAME [--language TAG] [--password-stdin]",
		.about = "Makes an account for a telephone number or an e-mail address.",
	},
	{
		.name = "account show",
		.run = show,
		.arguments = "LOGIN",
		.about = "Shows an account, its roles, sessions and tokens.",
	},
	{
		.name = "account lock",
		.run = lock,
		.arguments = "LOGIN --reason WHY",
		.about = "Locks an account and ends its sessions and tokens.",
	},
	{
		.name = "account unlock",
		.run = unlock,
		.arguments = "LOGIN --reason WHY",
		.about = "Opens an account again.",
	},
	{
		.name = "account password",
		.run = set_password,
		.arguments = "LOGIN",
		.about = "Sets the password to a line of standard input and ends all sessions.",
	},
	{
		.name = "account second-factor",
		.run = enrol,
		.arguments = "LOGIN",
		.about = "Gives a new secret, as an address that authenticator apps read.",
	},
	{
		.name = "account grant",
		.run = grant,
		.arguments = "LOGIN ROLE PLACE [--days N]",
		.about = "Gives a role from a place downwards: root, an area's code, a centre's "
			 "key.",
	},
	{
		.name = "account revoke",
		.run = revoke,
		.arguments = "LOGIN ROLE PLACE",
		.about = "Takes a role back.",
	},
	{
		.name = "token create",
		.run = token_create,
		.arguments = "LOGIN --name NAME [--days N]",
		.about = "Makes a bearer token and shows it, this once.",
	},
	{
		.name = "token revoke",
		.run = token_revoke,
		.arguments = "LOGIN NAME",
		.about = "Ends a token.",
	},
	CTL_END,
};
