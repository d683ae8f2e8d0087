/* refusal.c - refusals that every feature needs, and copies that say more. */

#include "base/refusal.h"

#include <string.h>

const struct refusal refused_missing = {
	.kind = REFUSED_MISSING,
	.code = "missing",
	.message = N_("There is no such page, or it is not yours to see. Check the address, or "
		      "start again from the home page."),
};

const struct refusal refused_stale = {
	.kind = REFUSED_CONFLICT,
	.code = "stale",
	.message = N_("Somebody changed this after you opened it. Look at the latest version, "
		      "then decide whether to change it."),
};

const struct refusal refused_forbidden = {
	.kind = REFUSED_FORBIDDEN,
	.code = "forbidden",
	.message = N_("Your account may not do this. If it should, ask whoever runs your centre "
		      "to give you the role."),
};

static struct refusal *
copy_of(struct work *work, const struct refusal *refusal)
{
	struct refusal *copy = arena_one(work->arena, struct refusal);

	*copy = *refusal;
	return copy;
}

const struct refusal *
refuse_saying(struct work *work, const struct refusal *refusal, const char *message)
{
	struct refusal *copy = copy_of(work, refusal);

	copy->made = message;
	return copy;
}

const struct refusal *
refuse_about(struct work *work, const struct refusal *refusal, const char *field)
{
	struct refusal *copy = copy_of(work, refusal);

	copy->field = field;
	return copy;
}

const char *
refusal_message(const struct refusal *refusal)
{
	return refusal->made ? refusal->made : _(refusal->message);
}

bool
refused_as(const struct refusal *refusal, const struct refusal *expected)
{
	return refusal && strcmp(refusal->code, expected->code) == 0;
}
