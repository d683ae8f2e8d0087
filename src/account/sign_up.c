/* sign_up.c - sends codes to addresses, and takes them back. */

#include "account/sign_up.h"

#include <string.h>

#include "account/account.h"
#include "account/password.h"
#include "account/sign_in.h"
#include "account/sign_up_sql.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "base/text.h"
#include "db/unit.h"
#include "outbox/outbox.h"
#include "person/person.h"

const struct setting sign_up_minutes = { "sign_up.minutes", 10, 5, 60 };

#define PENDING_MOST 3 /* codes on their way to one address, so that nobody is flooded */
#define TRIES_MOST 5

const struct field sign_up_fields[] = {
	FIELD_TEXT(struct sign_up_draft, name, .required = true, .max = PERSON_NAME_MAX),
	FIELD_TEXT(struct sign_up_draft, email, .max = LOGIN_MAX),
	FIELD_TEXT(struct sign_up_draft, phone, .max = 30),
	FIELD_TEXT(struct sign_up_draft, password, .required = true, .secret = true),
	FIELD_WORD(struct sign_up_draft, language, languages),
	FIELD_END,
};

const struct field sign_up_page_fields[] = {
	FIELD_TEXT(struct sign_up_draft, name, .required = true, .max = PERSON_NAME_MAX,
		   .label = N_("Name")),
	FIELD_TEXT(struct sign_up_draft, login, .required = true, .max = LOGIN_MAX,
		   .label = N_("Mobile number or e-mail")),
	FIELD_TEXT(struct sign_up_draft, password, .required = true, .secret = true,
		   .label = N_("Password")),
	FIELD_TEXT(struct sign_up_draft, next, .max = 8192),
	FIELD_END,
};

const struct field confirm_fields[] = {
	FIELD_TEXT(struct confirm_draft, login, .required = true, .max = LOGIN_MAX),
	FIELD_TEXT(struct confirm_draft, code, .required = true, .max = 20),
	FIELD_END,
};

const struct field confirm_page_fields[] = {
	FIELD_TEXT(struct confirm_draft, login, .required = true, .max = LOGIN_MAX,
		   .label = N_("Mobile number or e-mail")),
	FIELD_TEXT(struct confirm_draft, code, .required = true, .max = 20, .label = N_("Code")),
	FIELD_TEXT(struct confirm_draft, next, .max = 8192),
	FIELD_END,
};

const struct column sign_up_columns[] = {
	COLUMN_BYTES(struct sign_up, lookup),       COLUMN_ID(struct sign_up, account_id),
	COLUMN_TEXT(struct sign_up, kind),          COLUMN_BYTES(struct sign_up, sealed),
	COLUMN_TEXT(struct sign_up, name),          COLUMN_TEXT(struct sign_up, language),
	COLUMN_TEXT(struct sign_up, password_hash), COLUMN_BYTES(struct sign_up, code_hash),
	COLUMN_TIME(struct sign_up, expires_at),    COLUMN_END,
};

const struct column pending_columns[] = {
	COLUMN_INT(struct pending, count),
	COLUMN_END,
};

static REFUSAL(no_email, REFUSED_BY_RULE, "email", N_("This is no e-mail address."));
static REFUSAL(no_phone, REFUSED_BY_RULE, "phone", N_("This is no telephone number."));
static REFUSAL(address_needed, REFUSED_BY_RULE, "email",
	       N_("Give an e-mail address or a telephone number: the code goes there."));
REFUSAL(wrong_code, REFUSED_BY_RULE, "code",
	N_("The code is wrong or too old. Check it and try again, or sign up once more."));

/* ---- asking for codes ---- */

/* Where a code goes. */
struct destination {
	const char *kind;
	const char *address; /* in normal form; NULL: none was given */
};

static const struct refusal *
read_address(struct work *work, const char *typed, const char *expected,
	     const struct refusal *otherwise, struct destination *to)
{
	if (!typed || !*typed)
		return NULL;
	to->address = address_normal(work, typed, &to->kind);
	if (!to->address || (expected && strcmp(to->kind, expected) != 0))
		return otherwise;
	return NULL;
}

enum { BY_LOGIN, BY_EMAIL, BY_PHONE, WAYS };

static const struct refusal *
read_addresses(struct work *work, const struct sign_up_draft *draft, struct destination *to)
{
	const struct refusal *refusal =
		read_address(work, draft->login, NULL, &no_address, &to[BY_LOGIN]);

	if (!refusal)
		refusal = read_address(work, draft->email, "email", &no_email, &to[BY_EMAIL]);
	if (!refusal)
		refusal = read_address(work, draft->phone, "phone", &no_phone, &to[BY_PHONE]);
	if (!refusal && !to[BY_LOGIN].address && !to[BY_EMAIL].address && !to[BY_PHONE].address)
		return &address_needed;
	return refusal;
}

static const struct refusal *
judge_password(struct work *work, const struct sign_up_draft *draft, const struct destination *to)
{
	const char *own[WAYS + 2] = { draft->name };
	size_t count = 1;

	for (size_t i = 0; i < WAYS; i++) {
		if (to[i].address)
			own[count++] = to[i].address;
	}
	return password_judge(work, draft->password, own);
}

/* A code alone would soon be guessed by who has the rows: so it is made with a key. */
static struct bytes
hash_of_code(struct work *work, struct bytes lookup, const char *code)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);

	hash_add(hasher, lookup.data, lookup.size);
	hash_add_text(hasher, code);
	return hash_end(work, hasher);
}

/* The owner is told, or somebody new gets a code: the same is written either way. */
static void
send_code(struct work *work, const struct sign_up *waiting, const struct destination *to,
	  const char *code)
{
	struct account owner;
	struct sign_up row = *waiting;
	const struct refusal *nobody = account_find_by_login(work, to->address, &owner);

	row.code_hash = hash_of_code(work, row.lookup, nobody ? code : token_new(work));
	sql_sign_up_insert(work, &row, row.language);
	if (nobody)
		outbox_write_to(work, to->kind, to->address, "sign_up_code", code);
	else
		outbox_write(work, owner.person_id, "sign_up_known", owner.id, NULL);
}

static void
ask(struct work *work, const struct sign_up *common, const struct destination *to)
{
	struct sign_up waiting = *common;
	struct pending pending = { 0 };

	waiting.lookup = seal_lookup(work, to->kind, to->address);
	waiting.kind = to->kind;
	waiting.sealed = seal(work, SEAL_LOGIN, common->account_id, to->address);
	if (sql_sign_ups_pending(work, waiting.lookup, &pending) && pending.count < PENDING_MOST)
		send_code(work, &waiting, to, code_new(work));
}

const struct refusal *
sign_up(struct work *work, const struct sign_up_draft *draft, const char **sent_to)
{
	struct destination to[WAYS] = { 0 };
	struct sign_up common = {
		.account_id = id_new(),
		.name = draft->name,
		.language = draft->language ? draft->language->word : language_tag(),
		.expires_at = work->now + 60 * setting_of_network(work, &sign_up_minutes),
	};
	const struct refusal *refusal = read_addresses(work, draft, to);

	if (!refusal)
		refusal = judge_password(work, draft, to);
	if (!refusal)
		refusal = password_hash(work, draft->password, &common.password_hash);
	if (refusal)
		return refusal;
	*sent_to = NULL;
	for (size_t i = 0; i < WAYS; i++) {
		const char *masked;

		if (!to[i].address)
			continue;
		ask(work, &common, &to[i]);
		masked = text_masked(work, to[i].address);
		*sent_to = *sent_to ? text(work, "%s, %s", *sent_to, masked) : masked;
	}
	return NULL;
}

/* ---- taking one back ---- */

static void
count_try(struct work *work, void *with)
{
	const struct bytes *lookup = with;

	sql_sign_up_try(work, *lookup);
}

const char *
code_typed(struct work *work, const char *typed)
{
	struct buf code;

	buf_init(&code, work->arena, strlen(typed));
	for (const char *c = text_folded(work, typed); *c; c++) {
		if (*c != ' ')
			buf_char(&code, *c);
	}
	return code.chars;
}

static const struct refusal *
find(struct work *work, const struct confirm_draft *draft, struct sign_up *waiting)
{
	const char *kind;
	const char *address = address_normal(work, draft->login, &kind);
	struct bytes lookup;

	if (!address)
		return &no_address;
	lookup = seal_lookup(work, kind, address);
	unit_apart(work, count_try, &lookup);
	if (!sql_sign_up_find(work, lookup,
			      hash_of_code(work, lookup, code_typed(work, draft->code)), TRIES_MOST,
			      waiting))
		return &wrong_code;
	return NULL;
}

/* The first address makes the account, another that comes after it is added. */
static const struct refusal *
become(struct work *work, const struct sign_up *waiting, const char *address)
{
	struct account account;
	const struct new_account make = {
		.id = waiting->account_id,
		.name = waiting->name,
		.login = address,
		.kind = waiting->kind,
		.language = waiting->language,
		.password_hash = waiting->password_hash,
		.born = DAY_NONE,
	};

	if (account_find(work, waiting->account_id, &account))
		return account_make(work, &make, &account);
	return account_add_login(work, &account, waiting->kind, address);
}

const struct refusal *
sign_up_confirm(struct work *work, const struct confirm_draft *draft, struct device device,
		struct new_session *session)
{
	struct sign_up waiting;
	const struct refusal *refusal = find(work, draft, &waiting);
	const char *address;

	if (refusal)
		return refusal;
	address = unseal(work, SEAL_LOGIN, waiting.account_id, waiting.sealed);
	if (!address)
		fault("a sign-up that cannot be read");
	if (!sql_sign_up_take(work, waiting.lookup, waiting.account_id) ||
	    become(work, &waiting, address))
		return &wrong_code;
	session_begin(work, waiting.account_id, &(struct beginning){ .device = device }, session);
	return NULL;
}
