/* ctl.c - how a command says no, and how far it has come. */

#include "base/ctl.h"

#include <stdio.h>
#include <unistd.h>

int
ctl_refused(const struct refusal *refusal)
{
	if (!refusal)
		return 0;
	fprintf(stderr, "quarterctl: %s (%s)\n", refusal_message(refusal), refusal->code);
	return 1;
}

#define BAR_WIDTH 40

void
ctl_progress(const struct ctl *ctl, int64_t done, int64_t of)
{
	static const char full[] = "########################################";
	static const char empty[] = "........................................";
	int filled = of > 0 ? (int)(done * BAR_WIDTH / of) : BAR_WIDTH;

	if (ctl->quiet || !isatty(STDERR_FILENO))
		return;
	fprintf(stderr, "\r[%.*s%.*s] %ld/%ld%s", filled, full, BAR_WIDTH - filled, empty, done, of,
		done >= of ? "\n" : "");
}
