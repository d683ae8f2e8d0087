/* activity_rules.h - what the rules of activities say of a draft. */
#ifndef ACTIVITY_RULES_H
#define ACTIVITY_RULES_H

#include "activity/activity.h"
#include "venue/venue.h"

/* Asks all rules; venue: the room that the draft names, or NULL. */
MUST_USE const struct refusal *activity_judge(struct work *work, const struct activity_draft *draft,
					      const struct venue *venue);

/* Whether one can take part on the spot, or online; without a mode it is on the spot. */
bool is_onsite(const struct word *mode);
bool is_online(const struct word *mode);

#endif
