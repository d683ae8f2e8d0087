/* outbox_ctl.h - what quarterctl does with letters and jobs. */
#ifndef OUTBOX_CTL_H
#define OUTBOX_CTL_H

#include <stdint.h>
#include <time.h>

#include "base/ctl.h"
#include "base/id.h"
#include "db/column.h"

extern const struct ctl_command outbox_commands[];

/* A letter on one of its ways out. */
struct sent_letter {
	struct id id; /* of the message */
	const char *letter;
	const char *channel;
	const char *state;
	int64_t tries;
	time_t made_at;
	time_t due_at;
	time_t settled_at; /* 0: not yet */
};
extern const struct column sent_letter_columns[];

#endif
