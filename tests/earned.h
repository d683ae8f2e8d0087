/* earned.h - hours, as the tests of the ledger earn them at Sports Park. */
#ifndef EARNED_H
#define EARNED_H

#include "fixture.h"
#include "ledger/ledger.h"

/* Somebody, by their name in the demonstration, has served from and until a local time. */
struct earning served_by(struct work *work, const char *name, const char *start, const char *end);
const struct refusal *earn_as(struct work *work, const char *name, const char *start,
			      const char *end);

/* The resident. */
const struct refusal *earn(struct work *work, const char *start, const char *end);

struct ledger_sums sums_of(struct work *work, const char *name);

#endif
