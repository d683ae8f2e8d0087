/* certificate.h - a paper that says how many hours somebody has served, which anyone can check.
 *
 * It certifies the sum as it stood after an entry of the ledger, and its code is an id that nobody
 * can guess.  It holds as long as nobody has corrected what it certifies: that follows from the
 * ledger whenever somebody looks, and is written nowhere.  Hours that came later leave it as it is.
 *
 * The jobs process alone has the key that signs it, and makes the PDF; a worker has neither key
 * nor fonts.  Whoever has the code sees a part of the name, the hours, the days, and whether the
 * certificate holds; the whole name stands in the PDF, which is its owner's. */
#ifndef CERTIFICATE_H
#define CERTIFICATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/bytes.h"
#include "base/cursor.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct certificate {
	struct id id;          /* its code */
	const char *reference; /* its number, to read aloud */
	struct id person_id;
	const char *person_name; /* as it was then */
	const char *name;        /* a part of it: set by C */
	int64_t minutes, shifts;
	int64_t stars;
	int64_t first_day, last_day; /* of what was served, or DAY_NONE */
	int64_t entry_seq;           /* the last entry of the ledger that it counts */
	time_t issued_at;
	time_t superseded_at; /* 0: nothing that it counts was corrected since */
	time_t voided_at;
	const char *void_reason;
	const struct word *status;          /* set by C */
	bool valid;                         /* the same, in brief */
	struct bytes public_key, signature; /* none while it is being signed */
	bool has_paper;                     /* the PDF is made */
	/* Set by C: */
	const char *url;
	const char *signed_text;
	const char *signature_text, *key_text; /* in hexadecimal */
};

extern const struct column certificate_columns[];

extern const struct word certificate_valid, certificate_superseded, certificate_void_word;

extern const struct setting certificate_guesses;

extern const struct refusal no_hours_yet, too_many_guesses, certificate_void_already;

/* Certifies the hours of the actor's own person as they stand.  Asked for again with nothing
 * changed, it is the same certificate. */
MUST_USE const struct refusal *certificate_make(struct work *work, struct certificate *certificate);

/* Finds one by its code, for anybody. */
MUST_USE const struct refusal *certificate_find(struct work *work, struct id code,
						struct certificate *certificate);

/* The same for a reader who may be guessing: an account that has missed too often in a minute is
 * told to wait, whatever the code. */
MUST_USE const struct refusal *certificate_look_up(struct work *work, struct id code,
						   struct certificate *certificate);

/* Whether the actor may see the whole of it: the owner, and whoever may correct the hours. */
bool certificate_is_open(struct work *work, const struct certificate *certificate);
/* Whether the actor may declare it void: whoever may correct the hours, and is not the owner. */
bool certificate_can_void(struct work *work, const struct certificate *certificate);

/* The PDF; empty while it is being made. */
struct bytes certificate_paper(struct work *work, struct id code);

/* A page of the actor's own, the newest first. */
struct certificate *certificate_list(struct work *work, const struct cursor *cursor, size_t *count);

/* Says that it never should have been given, for a reason. */
MUST_USE const struct refusal *certificate_void(struct work *work, struct certificate *certificate,
						const char *reason);

/* What is signed: lines of plain text, which the page shows as they are. */
const char *certificate_signed_text(struct work *work, const struct certificate *certificate);

/* A name for strangers: "王**", "W. X.". */
const char *certificate_name(struct work *work, const char *name);

/* The keys that have signed, the newest first. */
struct certificate_key {
	struct bytes public_key;
	time_t since;
};
struct certificate_key *certificate_keys(struct work *work, size_t *count);

#endif
