/* report.h - what a centre has done: added up from rows, never typed in.
 *
 * An activity counts where somebody came, and people are those who were let in or counted at its
 * door, each time they came. */
#ifndef REPORT_H
#define REPORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "centre/centre.h"
#include "db/column.h"

struct report_query {
	int64_t from, to; /* days, both included; DAY_NONE: the last twelve months */
	const struct word *by;
};
extern const struct field report_query_fields[];

extern const struct word by_month, by_field;
extern const struct word *const report_groups[];

/* One line of it. */
struct report_part {
	const char *key;   /* "2026-11", or the key of a field of service */
	const char *label; /* in the reader's language */
	int64_t activities;
	int64_t people;
};
extern const struct column report_part_columns[];

struct report {
	struct centre centre;
	int64_t from, to;
	const struct word *by;
	int64_t activities;
	int64_t people;
	struct report_part *parts;
	size_t count;
};

extern const struct refusal impossible_period;

/* For who may see the reports of the centre. */
MUST_USE const struct refusal *report_of_centre(struct work *work, struct id centre,
						const struct report_query *query,
						struct report *report);

#endif
