/* shifts.h - shifts, as the tests of volunteering ask for them: of Sports Park, for two guides. */
#ifndef SHIFTS_H
#define SHIFTS_H

#include "shift/shift.h"
#include "shift/signup.h"

/* In the city's time: "2027-03-01 09:00". */
struct shift_draft asked(struct work *work, const char *start, const char *end);

/* A shift that the manager made; then the resident is signed in. */
struct shift made(struct work *work, struct shift_draft draft);

/* Monday from nine to eleven. */
struct shift monday_shift(struct work *work);

/* Signs up whoever is signed in, and says what came of it; the test fails if taken() cannot. */
const struct refusal *take(struct work *work, const struct shift *shift, struct signup *signup);
struct signup taken(struct work *work, const struct shift *shift);

/* How many have signed up, by the counter. */
int64_t shift_taken(struct work *work, const struct shift *shift);

void clock_to(struct work *work, const char *local);

#endif
