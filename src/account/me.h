/* me.h - what people change of their own account. */
#ifndef ME_H
#define ME_H

#include <stdint.h>

#include "account/account.h"
#include "base/field.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"

/* What is left out stays as it is; without a version, whatever it was. */
struct me_draft {
	const char *name;
	const struct word *language;
	const struct word *care, *theme; /* of the page */
	int64_t version;
};
extern const struct field me_fields[];
extern const struct field me_page_fields[];

MUST_USE const struct refusal *me_change(struct work *work, const struct me_draft *draft,
					 struct account *account);

/* The account as its form shows it. */
struct me_draft me_shown(const struct account *account);

/* A choice as an account or a cookie keeps it: the first of a list is "", nothing was chosen;
 * NULL stays NULL. */
const char *choice_kept(const struct word *const *words, const struct word *word);

#endif
