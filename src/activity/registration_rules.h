/* registration_rules.h - who may sign up, for the rules of registration alone. */
#ifndef REGISTRATION_RULES_H
#define REGISTRATION_RULES_H

#include "activity/registration.h"
#include "activity/registration_part.h"

/* Asks every rule but those that the counter of places decides. */
const struct finding *registration_findings(struct work *work, const struct activity *activity,
					    const struct registration_draft *draft,
					    const struct party *party);

/* What a party has at the time of an activity, and the way there; the last names nothing. */
const struct clash *party_clashes(struct work *work, const struct activity *activity,
				  const struct registration_draft *draft,
				  const struct party *party);

/* Why a person cannot take part for their age; NULL if they can. */
const char *age_against(struct work *work, const struct activity *activity,
			const struct member *member);

#endif
