/* signup_rules.h - who may take a shift, for the rules of shifts alone. */
#ifndef SIGNUP_RULES_H
#define SIGNUP_RULES_H

#include "base/rule.h"
#include "shift/signup.h"

/* Asks every rule, but not, where writes follow, the one that they decide. */
const struct finding *signup_judge(struct work *work, const struct shift *shift,
				   const struct signup_draft *draft, bool claims);

/* For whom a draft asks. */
struct id signup_person(const struct work *work, const struct signup_draft *draft);

#endif
