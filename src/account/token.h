/* token.h - what a program sends in place of a session: named, for so much, and with an end.
 *
 * Only a session makes one, so that a token does not live on in others that it made. */
#ifndef TOKEN_H
#define TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "account/account.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

#define TOKEN_DAYS_MOST 365

struct token {
	struct id id;
	const char *name;
	const struct word *scope;
	time_t made_at;
	time_t seen_at; /* 0: never */
	time_t ends_at;
};
extern const struct column token_columns[];

/* How far one reaches: to read; to read and book, as a resident does; to all that its account
 * may do. */
extern const struct word scope_read, scope_book, scope_all;
extern const struct word *const scopes[];

struct token_draft {
	const char *name;
	const struct word *scope;
	int64_t days;
};
extern const struct field token_fields[];

/* Those of the actor that still hold, by name. */
struct token *token_list(struct work *work, size_t *count);

/* *secret is what the program sends; it is not kept. */
void token_make(struct work *work, const struct account *account, const struct token_draft *draft,
		struct token *token, const char **secret);

/* Ends one of the actor's. */
MUST_USE const struct refusal *token_end(struct work *work, struct id id);

/* Whether a token of this scope may ask that: the one place that judges it.  What it may ask, it
 * may with the roles of its account, or without (*as_resident). */
bool token_reaches(const char *scope, bool writes, const char *path, bool *as_resident);

extern const struct refusal beyond_token, session_needed;

#endif
