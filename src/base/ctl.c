/* ctl.c - how a command says no, what it has done, and how far it has come. */

#include "base/ctl.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int
ctl_refused(const struct refusal *refusal)
{
	if (!refusal)
		return 0;
	fprintf(stderr, "quarterctl: %s (%s)\n", refusal_message(refusal), refusal->code);
	return 1;
}

static struct {
	FILE *out; /* where it will go; NULL: nothing is kept */
	char *chars;
	size_t size;
} kept;

void
ctl_keep(void)
{
	FILE *memory = open_memstream(&kept.chars, &kept.size);

	if (!memory)
		return;
	kept.out = stdout;
	stdout = memory;
}

void
ctl_begin_anew(void)
{
	if (kept.out)
		rewind(stdout);
}

void
ctl_let_out(bool is_true)
{
	if (!kept.out)
		return;
	fclose(stdout);
	stdout = kept.out;
	kept.out = NULL;
	if (is_true)
		fwrite(kept.chars, 1, kept.size, stdout);
	free(kept.chars);
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
