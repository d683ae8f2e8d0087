/* household.h - who may act for whom: oneself and one's dependants.
 *
 * A person may have no account; an account acts for persons (the table may_act). */
#ifndef HOUSEHOLD_H
#define HOUSEHOLD_H

#include <stddef.h>
#include <stdint.h>

#include "base/choice.h"
#include "base/field.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"
#include "person/person.h"

/* Someone for whom the actor may act. */
struct member {
	struct id person_id;
	const char *name;
	const struct word *relation; /* self, mother, father, child, spouse, ward, other */
	int64_t born;                /* day, or DAY_NONE */
	bool has_account;
};
extern const struct column member_columns[];

extern const struct word relation_self;
extern const struct word *const every_relation[];
extern const struct word *const relations[]; /* of a dependant: all but self */

/* How many people a household may have, the account's own among them. */
extern const struct setting household_most;

struct dependant_draft {
	const char *name;
	int64_t born;
	const struct word *relation;
};
extern const struct field dependant_fields[];

/* NULL if the actor may act for the person now.  Others are missing. */
MUST_USE const struct refusal *household_may_act(struct work *work, struct id person);

/* Oneself first, then by age, the oldest first. */
struct member *household_members(struct work *work, size_t *count);

/* The same to choose from: "Wang Xiulan (myself)", "Li Guilan (my mother)". */
struct choice *household_choices(struct work *work, size_t *count);

/* One of them in words. */
const char *member_called(struct work *work, const struct member *member);

/* Adds a person without an account. */
MUST_USE const struct refusal *household_add(struct work *work, const struct dependant_draft *draft,
					     struct member *member);

#endif
