/* name_key.h - by what a name is looked for, and in what order names stand.
 *
 * "周卫国" is found by its beginning, by "卫国", by how it is read (zhouweiguo, weiguo) and by the
 * initials of that (zwg); "Lan Wang" by each of its words.  Keys are made where ICU runs, in the
 * jobs process and in quarterctl; workers only match what was stored. */
#ifndef NAME_KEY_H
#define NAME_KEY_H

#include <stdint.h>

#include "base/id.h"
#include "base/work.h"
#include "db/column.h"

/* The name as it is stored. */
struct person_named {
	const char *name;
};
extern const struct column person_named_columns[];

/* What was typed, as keys are kept: folded, without blanks and points. */
const char *name_key_typed(struct work *work, const char *typed);

/* How a name is read, "zhou wei guo": lower case, a blank between syllables. */
const char *name_read(struct work *work, const char *name);

/* The place of what is read among others: its first ten letters, 0 before "a". */
int64_t name_order(const char *read);

/* Makes the keys of a person's name anew. */
void name_keys_make(struct work *work, struct id person);

/* Has them made soon, by the jobs process: for whom the name was changed a moment ago. */
void name_keys_later(struct work *work, struct id person);
extern const char name_keys_due[];

#endif
