/* token.c - making and ending tokens, and how far each reaches. */

#include "account/token.h"

#include <string.h>

#include "account/token_sql.h"
#include "audit/audit.h"
#include "base/hash.h"
#include "base/text.h"
#include "person/person.h"

#define DAY 86400L

WORD(scope_read, "read", N_("Read"));
WORD(scope_book, "book", N_("Read and book"));
WORD(scope_all, "all", N_("All that I may"));
const struct word *const scopes[] = { &scope_read, &scope_book, &scope_all, NULL };

const struct column token_columns[] = {
	COLUMN_ID(struct token, id),
	COLUMN_TEXT(struct token, name),
	COLUMN_WORD(struct token, scope, scopes),
	COLUMN_TIME(struct token, made_at),
	COLUMN_TIME(struct token, seen_at, .given = true),
	COLUMN_TIME(struct token, ends_at),
	COLUMN_END,
};

const struct field token_fields[] = {
	FIELD_TEXT(struct token_draft, name, .required = true, .max = PERSON_NAME_MAX,
		   .label = N_("Name")),
	FIELD_WORD(struct token_draft, scope, scopes, .required = true, .label = N_("How far")),
	FIELD_INT(struct token_draft, days, .required = true, .min = 1, .max = TOKEN_DAYS_MOST,
		  .label = N_("For how many days")),
	FIELD_END,
};

REFUSAL(beyond_token, REFUSED_FORBIDDEN, NULL,
	N_("This token was not made for that. Make another that reaches further."));
REFUSAL(session_needed, REFUSED_FORBIDDEN, NULL,
	N_("Only somebody who has signed in may do this, and no program for them."));

struct token *
token_list(struct work *work, size_t *count)
{
	return sql_tokens_of(work, work->actor, count);
}

void
token_make(struct work *work, const struct account *account, const struct token_draft *draft,
	   struct token *token, const char **secret)
{
	*secret = token_new(work);
	*token = (struct token){
		.id = id_new(),
		.name = draft->name,
		.scope = draft->scope,
		.made_at = work->now,
		.ends_at = work->now + DAY * draft->days,
	};
	sql_token_insert(work, token, token_hash(work, *secret), account->id);
	audit_note(work, "token_made", account->id, account->person_id,
		   text(work, "{\"scope\":\"%s\"}", token->scope->word));
}

const struct refusal *
token_end(struct work *work, struct id id)
{
	if (!sql_token_end(work, id, work->actor))
		return &refused_missing;
	audit_note(work, "token_revoked", work->actor, work->person, NULL);
	return NULL;
}

/* ---- how far ---- */

static bool
begins(const char *path, const char *start)
{
	size_t size = strlen(start);

	return strncmp(path, start, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

/* What people take part in. */
static bool
is_booking(const char *path)
{
	static const char *const starts[] = { "/bookings",   "/booking-series", "/venues",
					      "/activities", "/registrations",  "/shifts",
					      "/signups" };
	static const char api[] = "/api/v1";

	if (begins(path, api))
		path += strlen(api);
	for (size_t i = 0; i < COUNT(starts); i++)
		if (begins(path, starts[i]))
			return true;
	return false;
}

bool
token_reaches(const char *scope, bool writes, const char *path, bool *as_resident)
{
	*as_resident = strcmp(scope, scope_book.word) == 0;
	if (strcmp(scope, scope_all.word) == 0 || !writes)
		return true;
	return *as_resident && is_booking(path);
}
