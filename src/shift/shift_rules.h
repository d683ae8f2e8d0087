/* shift_rules.h - the rules of when a shift may be, for the rules of shifts alone. */
#ifndef SHIFT_RULES_H
#define SHIFT_RULES_H

#include "base/rule.h"
#include "shift/shift.h"

/* What each rule says of the time of a shift. */
const struct finding *shift_time_findings(struct work *work, const struct shift *shift);

/* NULL if the room is one of the centre's, or none is named. */
MUST_USE const struct refusal *shift_place_known(struct work *work, struct id centre,
						 struct id venue_id);

#endif
