/* skill.h - what people can do, and the roles in which that is needed.
 *
 * A skill is confirmed by somebody who runs shifts, on a day, and is good for as many months as
 * its kind says.  A shift that asks for it asks whether it is good on the shift's own day. */
#ifndef SKILL_H
#define SKILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct skill {
	const char *key;
	const char *name;
	const char *proof;    /* what is shown, or done, to have it */
	int64_t valid_months; /* 0: for good */
};
extern const struct column skill_columns[];

/* All there are. */
struct skill *skill_all(struct work *work, size_t *count);

/* One that a person has, or had. */
struct person_skill {
	struct id id;
	const char *skill; /* key */
	const char *name;
	int64_t from_quarter, until_quarter; /* INT64_MAX: for good */
	time_t until;                        /* set by C; 0: for good */
	const char *confirmed_name;          /* or NULL */
};
extern const struct column person_skill_columns[];

struct person_skill *skills_of(struct work *work, struct id person, size_t *count);

/* Of those that a list of keys asks for, the ones that a person lacks at a quarter: their names,
 * or NULL. */
const char *skills_lacking(struct work *work, const char *keys, struct id person, int64_t quarter);

/* Whether every key of a list is that of a skill. */
bool skills_known(struct work *work, const char *keys);

struct skill_draft {
	const char *login; /* a phone number or an address of the person */
	const char *skill;
	int64_t from; /* DAY_NONE: today */
};
extern const struct field skill_fields[];

extern const struct refusal unknown_skill, unknown_person, own_skill, skill_known;

/* Confirms that a person has a skill; for who runs shifts, and never one's own. */
MUST_USE const struct refusal *skill_confirm(struct work *work, const struct skill_draft *draft,
					     struct person_skill *skill);

/* ---- roles ---- */

struct opportunity {
	struct id id;
	const char *title, *role, *summary; /* in the reader's language */
	const char *role_zh, *role_en;
	const struct word *kind;
	const char *skills, *skill_names; /* or NULL */
	int64_t min_age;                  /* 0: any */
	int64_t needed, minutes;          /* as a rule */
};
extern const struct column opportunity_columns[];

struct opportunity_draft {
	const char *title_zh, *title_en, *role_zh, *role_en, *summary_zh, *summary_en;
	const struct word *kind;
	const char *skills;
	int64_t min_age, needed, minutes;
};
extern const struct field opportunity_fields[];
extern const struct word *const opportunity_kinds[];

struct opportunity *opportunity_all(struct work *work, size_t *count);
MUST_USE const struct refusal *opportunity_find(struct work *work, struct id id,
						struct opportunity *opportunity);
MUST_USE const struct refusal *opportunity_make(struct work *work,
						const struct opportunity_draft *draft,
						struct opportunity *opportunity);

#endif
