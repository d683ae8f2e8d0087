/* rule.h - rules that explain themselves.
 *
 * A rule looks at the facts and returns a finding: whether it holds, and why, a sentence that
 * says what it looked at and what it needs, true either way.  What would help is the message of
 * the refusal that the rule stands for.  All rules of a table are asked each time, so one
 * evaluation refuses, previews and explains. */
#ifndef RULE_H
#define RULE_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/refusal.h"
#include "base/work.h"

struct finding {
	const struct refusal *rule; /* NULL ends a list of findings */
	bool passed;
	const char *why;  /* in the reader's language */
	time_t clears_at; /* when it would pass by itself; 0: it would not */
};

/* What could be had instead of what was refused. */
struct alternative {
	struct id venue_id; /* names nothing after the last */
	const char *venue_name;
	int64_t start_quarter;
	int64_t end_quarter;
};

/* What a person has at that time already. */
struct clash {
	struct id thing_id; /* names nothing after the last */
	const char *person_name;
	const char *kind;
	const char *title;    /* in the reader's language */
	int64_t walk_minutes; /* between the two on foot; 0 at one place */
	int64_t start_quarter;
	int64_t end_quarter;
};

/* A table of rules belongs to the feature that knows the facts, and ends with this. */
#define RULES_END                                                                                  \
	{                                                                                          \
		.refusal = NULL                                                                    \
	}

/* The refusal of the first rule that failed, with all the findings in it; NULL if none did. */
MUST_USE const struct refusal *findings_refusal(struct work *work, const struct finding *findings);

#endif
