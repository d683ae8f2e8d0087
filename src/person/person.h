/* person.h - people, with or without an account, and where they can be reached.
 *
 * An address is sealed: the database holds it encrypted, beside a keyed hash by which it is
 * found.  Several persons may share one. */
#ifndef PERSON_H
#define PERSON_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"

#define PERSON_NAME_MAX 60

struct person {
	struct id id;
	const char *name;
	const char *language; /* "zh-CN" or "en" */
	int64_t born;         /* day, or DAY_NONE */
	struct id home_id;    /* an area, or nothing */
	int64_t version;
};
/* Writes a new person, whose id is chosen already. */
void person_make(struct work *work, const struct person *person);

/* What a person may change: the name and the language.  Stale if the version is an old one. */
MUST_USE const struct refusal *person_change(struct work *work, const struct person *person);

/* kind is "phone" or "email", the address in normal form. */
void person_reach(struct work *work, struct id person, const char *kind, const char *address);

/* Raises a counter of the person, before anything is summed up over the person: the second of
 * two who do so at once waits for the first. */
void person_touch(struct work *work, struct id person);

#endif
