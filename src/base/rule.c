/* rule.c - from findings to a refusal. */

#include "base/rule.h"

const struct refusal *
findings_refusal(struct work *work, const struct finding *findings)
{
	const struct finding *finding = findings;
	struct refusal *refusal;

	while (finding->rule && finding->passed)
		finding++;
	if (!finding->rule)
		return NULL;
	refusal = arena_one(work->arena, struct refusal);
	*refusal = *finding->rule;
	refusal->findings = findings;
	return refusal;
}
