/* booking_rules.h - the house rules of a venue, for the rules of booking alone. */
#ifndef BOOKING_RULES_H
#define BOOKING_RULES_H

#include "booking/booking.h"

/* Asks every rule, but not, where a claim follows, the one that the claim decides. */
const struct finding *booking_findings(struct work *work, const struct venue *venue,
				       const struct booking_draft *draft, bool claims);

/* For whom a draft asks. */
struct id booking_person(const struct work *work, const struct booking_draft *draft);

/* What that person has at the time of a draft already, and the way there. */
const struct clash *booking_clashes(struct work *work, const struct venue *venue,
				    const struct booking_draft *draft);

/* Whether part of the time is held, as far as can be seen. */
bool booking_slot_taken(struct work *work, const struct venue *venue,
			const struct booking_draft *draft);

#endif
