/* reset.c - sends codes and links for a new password, and takes them back. */

#include "account/reset.h"

#include <string.h>

#include "account/account_sql.h"
#include "account/credential_sql.h"
#include "account/password.h"
#include "account/reset_sql.h"
#include "account/sign_in.h"
#include "account/sign_up.h"
#include "audit/audit.h"
#include "base/hash.h"
#include "base/seal.h"
#include "base/text.h"
#include "db/unit.h"
#include "outbox/outbox.h"

const struct setting reset_minutes = { "account.reset_minutes", 30, 10, 120 };
const struct setting invitation_days = { "account.invitation_days", 7, 1, 30 };

#define DAY 86400L
#define PENDING_MOST 3 /* on their way to one address, so that nobody is flooded */
#define TRIES_MOST 5
#define SECRET_SIZE 52 /* characters of the secret of a link */

const struct field reset_fields[] = {
	FIELD_TEXT(struct reset_draft, login, .required = true, .max = LOGIN_MAX,
		   .label = N_("Mobile number or e-mail")),
	FIELD_END,
};

const struct field new_password_fields[] = {
	FIELD_TEXT(struct new_password_draft, login, .max = LOGIN_MAX,
		   .label = N_("Mobile number or e-mail")),
	FIELD_TEXT(struct new_password_draft, code, .required = true, .max = 60,
		   .label = N_("Code")),
	FIELD_TEXT(struct new_password_draft, password, .required = true, .secret = true,
		   .label = N_("New password")),
	FIELD_END,
};

const struct column reset_columns[] = {
	COLUMN_ID(struct reset, id),
	COLUMN_ID(struct reset, account_id),
	COLUMN_END,
};

REFUSAL(reset_over, REFUSED_BY_RULE, "code",
	N_("This code or link is not right, was used before, or is too old. Ask for a new one."));

/* ---- sending ---- */

/* Where it goes, and to whom. */
struct destination {
	const char *kind;
	const char *address;  /* in normal form */
	struct id account_id; /* names nothing: nobody signs in with that */
	const char *language;
};

bool
reset_is_linked(const char *code)
{
	return code && strlen(code) == SECRET_SIZE;
}

/* A code alone would soon be guessed by who has the rows: so it is made with a key. */
static struct bytes
hash_of_code(struct work *work, struct bytes lookup, const char *code)
{
	struct hasher *hasher;

	if (reset_is_linked(code))
		return token_hash(work, code);
	hasher = hash_begin_keyed(work, KEY_INDEX);
	hash_add_text(hasher, "new password");
	hash_add(hasher, lookup.data, lookup.size);
	hash_add_text(hasher, code);
	return hash_end(work, hasher);
}

static void
wait_for(struct work *work, const struct destination *to, const char *code, int64_t seconds)
{
	struct bytes lookup = seal_lookup(work, to->kind, to->address);

	sql_reset_insert(work, id_new(), lookup, to->account_id, hash_of_code(work, lookup, code),
			 work->now + seconds);
}

/* In the language of whom it is for, where that is known. */
static void
write_to(struct work *work, const struct destination *to, const char *letter, const char *code)
{
	const char *former = language_tag();

	if (to->language)
		language_use(to->language);
	outbox_write_to(work, to->kind, to->address, letter, code);
	language_use(former);
}

static bool
is_phone(const struct destination *to)
{
	return strcmp(to->kind, "phone") == 0;
}

/* Eight digits, evenly drawn: a text message is read and typed. */
static const char *
new_code(struct work *work, const struct destination *to)
{
	return is_phone(to) ? text(work, "%s%.2s", code_new(work), code_new(work))
			    : token_new(work);
}

static void
send_code(struct work *work, const struct destination *to)
{
	const char *code = new_code(work, to);

	wait_for(work, to, code, 60 * setting_of_network(work, &reset_minutes));
	if (!id_given(to->account_id))
		write_to(work, to, "reset_unknown", NULL);
	else
		write_to(work, to, is_phone(to) ? "reset_code" : "reset_link", code);
}

const struct refusal *
reset_ask(struct work *work, const struct reset_draft *draft, const char **sent_to)
{
	struct destination to = { 0 };
	struct pending pending = { 0 };
	struct account owner;

	to.address = address_normal(work, draft->login, &to.kind);
	if (!to.address)
		return &no_address;
	*sent_to = text_masked(work, to.address);
	if (!account_find_by_login(work, to.address, &owner)) {
		to.account_id = owner.id;
		to.language = owner.language;
	}
	if (sql_resets_pending(work, seal_lookup(work, to.kind, to.address), &pending) &&
	    pending.count < PENDING_MOST)
		send_code(work, &to);
	return NULL;
}

static REFUSAL(
	nowhere_to_send, REFUSED_BY_RULE, NULL,
	N_("This account has neither an e-mail address nor a telephone number to sign in with, so "
	   "there is nowhere to send a link. Ask its owner for one at the desk."));

/* The mail of an account, or else its telephone. */
static const struct refusal *
address_of(struct work *work, const struct account *account, struct destination *to)
{
	size_t count;
	const struct login *logins = sql_logins_of(work, account->id, &count);

	*to = (struct destination){ .account_id = account->id, .language = account->language };
	for (size_t i = 0; i < count; i++) {
		if (to->kind && strcmp(logins[i].kind, "email") != 0)
			continue;
		to->kind = logins[i].kind;
		to->address = unseal(work, SEAL_LOGIN, account->id, logins[i].sealed);
	}
	return to->address ? NULL : &nowhere_to_send;
}

static const struct refusal *
send_link(struct work *work, const struct account *account, const char *letter, int64_t seconds)
{
	struct destination to;
	const struct refusal *refusal = address_of(work, account, &to);
	const char *secret = token_new(work);

	if (refusal)
		return refusal;
	wait_for(work, &to, secret, seconds);
	write_to(work, &to, letter, secret);
	return NULL;
}

const struct refusal *
reset_send(struct work *work, const struct account *account)
{
	audit_note(work, "reset_sent", account->id, account->person_id, NULL);
	return send_link(work, account, "reset_link",
			 60 * setting_of_network(work, &reset_minutes));
}

const struct refusal *
reset_invite(struct work *work, const struct account *account)
{
	audit_note(work, "invited", account->id, account->person_id, NULL);
	return send_link(work, account, "invitation",
			 DAY * setting_of_network(work, &invitation_days));
}

/* ---- taking it back ---- */

static void
count_try(struct work *work, void *with)
{
	const struct bytes *lookup = with;

	sql_reset_try(work, *lookup);
}

static const struct refusal *
find_by_code(struct work *work, const struct new_password_draft *draft, struct reset *reset)
{
	const char *kind;
	const char *address = address_normal(work, draft->login ? draft->login : "", &kind);
	struct bytes lookup;

	if (!address)
		return &no_address;
	lookup = seal_lookup(work, kind, address);
	unit_apart(work, count_try, &lookup);
	if (!sql_reset_find(work, hash_of_code(work, lookup, code_typed(work, draft->code)),
			    TRIES_MOST, reset))
		return &reset_over;
	return NULL;
}

/* The secret of a link is not guessed, so nothing is counted. */
static const struct refusal *
find(struct work *work, const struct new_password_draft *draft, struct reset *reset)
{
	if (!reset_is_linked(draft->code))
		return find_by_code(work, draft, reset);
	return sql_reset_find(work, token_hash(work, draft->code), INT64_MAX, reset) ? NULL
										     : &reset_over;
}

/* As at sign-up: not one's name, nor an address that one signs in with. */
static const struct refusal *
judge(struct work *work, const struct account *account, const char *password)
{
	size_t count, own_count = 0;
	const struct login *logins = sql_logins_of(work, account->id, &count);
	const char **own = arena_array(work->arena, count + 2, sizeof(*own));

	own[own_count++] = account->name;
	for (size_t i = 0; i < count; i++) {
		const char *plain = unseal(work, SEAL_LOGIN, account->id, logins[i].sealed);

		if (plain)
			own[own_count++] = plain;
	}
	return password_judge(work, password, own);
}

void
reset_password(struct work *work, const struct account *account, const char *hash)
{
	sql_credential_set(work, account->id, hash);
	sql_resets_end(work, account->id);
	sql_sessions_end(work, account->id);
	audit_note(work, "password_set", account->id, account->person_id, NULL);
	outbox_write(work, account->person_id, "password_changed", account->id,
		     text(work, "{\"at\":%ld}", work->now));
}

/* A password that will not do leaves the code as it is. */
const struct refusal *
reset_confirm(struct work *work, const struct new_password_draft *draft)
{
	struct account account;
	struct reset reset;
	const char *hash;
	const struct refusal *refusal = find(work, draft, &reset);

	if (!refusal)
		refusal = account_find(work, reset.account_id, &account);
	if (!refusal)
		refusal = judge(work, &account, draft->password);
	if (!refusal)
		refusal = password_hash(work, draft->password, &hash);
	if (refusal)
		return refusal;
	if (!sql_reset_take(work, reset.id))
		return &reset_over;
	reset_password(work, &account, hash);
	return NULL;
}
