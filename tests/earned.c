/* earned.c - hours, as the tests of the ledger earn them. */

#include "earned.h"

#include "base/quarter.h"

struct earning
served_by(struct work *work, const char *name, const char *start, const char *end)
{
	return (struct earning){
		.person_id = person(work, name),
		.shift_id = { at(start) },
		.centre_id = centre_at(work, "sports-park"),
		.start_quarter = at(start),
		.end_quarter = at(end),
		.minutes = (at(end) - at(start)) * QUARTER_MINUTES,
	};
}

const struct refusal *
earn_as(struct work *work, const char *name, const char *start, const char *end)
{
	const struct earning earning = served_by(work, name, start, end);

	return ledger_earn(work, &earning);
}

const struct refusal *
earn(struct work *work, const char *start, const char *end)
{
	return earn_as(work, "resident", start, end);
}

struct ledger_sums
sums_of(struct work *work, const char *name)
{
	return ledger_sums(work, person(work, name));
}
