/* ctl.c - how a command says no. */

#include "base/ctl.h"

#include <stdio.h>

int
ctl_refused(const struct refusal *refusal)
{
	if (!refusal)
		return 0;
	fprintf(stderr, "quarterctl: %s (%s)\n", refusal_message(refusal), refusal->code);
	return 1;
}
