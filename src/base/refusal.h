/* refusal.h - an expected "no", told as a value; NULL is yes.
 *
 * A refusal is a named constant: tests compare addresses, pages show the message, the API sends
 * the code.  A message says what would help.  Where it must name a value, refuse_saying() copies
 * the constant and puts a made text in its place: compare such a one by its code. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "base/work.h"

#define MUST_USE __attribute__((warn_unused_result))

enum refusal_kind {
	REFUSED_MALFORMED, /* 400 */
	REFUSED_UNKNOWN,   /* 401: not signed in, or not known */
	REFUSED_FORBIDDEN, /* 403: may be seen, not done */
	REFUSED_MISSING,   /* 404: absent, or somebody else's */
	REFUSED_METHOD,    /* 405 */
	REFUSED_CONFLICT,  /* 409: lost to another, or stale */
	REFUSED_TOO_LARGE, /* 413 */
	REFUSED_TYPE,      /* 415 */
	REFUSED_BY_RULE,   /* 422 */
	REFUSED_TOO_OFTEN, /* 429 with Retry-After */
	REFUSED_AWAY,      /* 503 with Retry-After */
	REFUSED_BROKEN,    /* 500 */
};

struct refusal {
	enum refusal_kind kind;
	const char *code;                       /* stable name, for the API and for tests */
	const char *field;                      /* the form field at fault, or NULL */
	const char *message;                    /* msgid: what would help */
	const struct finding *findings;         /* why, when rules refused: see rule.h */
	const struct problem *problems;         /* of each field, when a form was refused */
	const struct alternative *alternatives; /* what could be had instead; see rule.h */
	const struct clash *clashes; /* what else takes the person's time then; see rule.h */
	const char *made;            /* the message in the reader's language, made; or NULL */
	int retry_after;             /* seconds; 0: not said */
};

/* One field that is wrong: its message is in the reader's language; the last has no message. */
struct problem {
	const char *field;
	const char *code;
	const char *message;
};

/* Defines a refusal whose code is its own name. */
#define REFUSAL(name, of_kind, of_field, text)                                                     \
	const struct refusal name = {                                                              \
		.kind = (of_kind), .code = #name, .field = (of_field), .message = (text)           \
	}

/* The same refusal with a message of its own, which was made in the reader's language. */
const struct refusal *refuse_saying(struct work *work, const struct refusal *refusal,
				    const char *message);

/* The same, about a field of the form: "what this names is not there" and the like. */
const struct refusal *refuse_about(struct work *work, const struct refusal *refusal,
				   const char *field);

/* The message, in the reader's language. */
const char *refusal_message(const struct refusal *refusal);

bool refused_as(const struct refusal *refusal, const struct refusal *expected);

extern const struct refusal refused_missing;
extern const struct refusal refused_stale;
extern const struct refusal refused_forbidden;

#endif
