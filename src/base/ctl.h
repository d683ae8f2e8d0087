/* ctl.h - the commands of quarterctl, as each feature exports them.
 *
 * A command is a unit of work with the system as its actor; what it refuses ends in exit code 1,
 * a wrong usage in 2.  Data goes to standard output (as JSON with --json), talk to standard error.
 */
#ifndef CTL_H
#define CTL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/conf.h"
#include "base/refusal.h"
#include "base/work.h"

struct ctl {
	bool json, quiet;
	int argc;    /* the words after the command's name, options taken out by it */
	char **argv; /* argv[0] is the command's name */
};

#define CTL_USAGE 2 /* what run returns for a wrong usage, after saying what is wrong */

struct ctl_command {
	const char *name; /* "account create"; NULL ends the table */
	/* 0 done, 1 refused (and said on standard error), CTL_USAGE. */
	int (*run)(struct work *work, const struct ctl *ctl);
	const char *arguments; /* "LOGIN [--name NAME] [--password-stdin]" */
	const char *about;     /* one sentence */
	bool outside;    /* makes its own units of work: it is given an arena, a db and the clock */
	bool unmigrated; /* outside, and needs no schema that is current, nor any database */
};
#define CTL_END                                                                                    \
	{                                                                                          \
		.name = NULL                                                                       \
	}

/* Says a refusal on standard error, with its code; returns 1, or 0 for NULL. */
int ctl_refused(const struct refusal *refusal);

/* What a command says is kept from the first of these on, until it is known to be true: a COMMIT
 * may be refused, and the work be run again, which begins to say it anew.  The last lets it out,
 * or forgets it. */
void ctl_keep(void);
void ctl_begin_anew(void);
void ctl_let_out(bool is_true);

/* How far long work has come; shown where standard error is a terminal. */
void ctl_progress(const struct ctl *ctl, int64_t done, int64_t of);

#endif
