/* ledger.h - the hours that people have given, as entries that are never changed.
 *
 * What was served is earned; what was wrong is adjusted or voided by another entry, with a reason;
 * what was given for it is spent.  The balance is the sum of all, and what a person has served is
 * the sum of all but what was spent.
 *
 * The entries of one person are a chain: each carries a digest made over all that it says and over
 * the digest before it, and the primary key (person_id, seq) decides which of two is the next.  The
 * jobs process writes the end of each chain into the audit log, which seals it: see verify below.
 * Time is earned for once, by the key (person_id, quarter). */
#ifndef LEDGER_H
#define LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

extern const struct word ledger_earned, ledger_adjusted, ledger_voided, ledger_spent;

/* What a volunteer has served, as it was confirmed. */
struct earning {
	struct id person_id;
	struct id shift_id;
	struct id centre_id;
	int64_t start_quarter; /* the time that it is for, in which nothing else is earned */
	int64_t end_quarter;
	int64_t minutes;
};

extern const struct refusal hours_overlap;

/* Enters what was earned, in the transaction that confirms it; hours_overlap if the person has
 * earned for a part of that time already.  Whether the actor may is for the caller to ask. */
MUST_USE const struct refusal *ledger_earn(struct work *work, const struct earning *earning);

/* What somebody corrects or hands out, within correction_fields. */
struct correction {
	struct id person_id;
	struct id centre_id;
	const struct word *kind; /* adjust or spend */
	int64_t minutes;
	const char *reason;
};
extern const struct field correction_fields[];

extern const struct setting ledger_adjust_most;

extern const struct refusal own_hours, hours_spent, too_few_hours, adjusted_by_nothing,
	adjusted_too_much, nothing_to_void, voided_already;

/* Adds minutes to what was earned or takes them off, or takes off what was spent.  For who runs
 * shifts at the centre, and never for oneself; nobody can owe hours. */
MUST_USE const struct refusal *ledger_correct(struct work *work,
					      const struct correction *correction);

/* An entry as it is shown. */
struct ledger_line {
	struct id id;
	struct id person_id;
	int64_t seq;
	const struct word *kind;
	int64_t minutes;
	struct id shift_id;
	struct id centre_id;
	const char *centre_name;
	time_t start, end; /* 0 where the entry is for no time */
	const char *reason;
	time_t made_at;
	bool voided; /* an earning that a later entry takes back */
};
extern const struct column ledger_line_columns[];

/* Finds an entry of a person whose hours the actor may correct. */
MUST_USE const struct refusal *ledger_find(struct work *work, struct id id,
					   struct ledger_line *line);

/* Takes an earning back whole: its time is free to be earned again. */
MUST_USE const struct refusal *ledger_void(struct work *work, const struct ledger_line *line,
					   const char *reason);

/* Whose hours the actor may see and correct: of those who served where the actor runs shifts. */
struct volunteer {
	struct id person_id;
	const char *name;
	struct id centre_id; /* such a centre */
};
MUST_USE const struct refusal *ledger_volunteer(struct work *work, struct id person,
						struct volunteer *volunteer);

/* A page of a person's entries, the newest first. */
struct ledger_line *ledger_lines(struct work *work, struct id person, const struct cursor *cursor,
				 size_t *count);

#define STARS 5

/* Sums over all entries of a person, and when each star was reached first. */
struct ledger_sums {
	int64_t minutes;   /* the balance: all of them */
	int64_t served;    /* all but what was spent */
	int64_t this_year; /* of what was served */
	int64_t last_seq;  /* the newest entry that is counted; 0: there is none */
	int64_t shifts;    /* as many as were earned and not voided */
	int64_t stars;     /* so many of the thresholds lie within what was served */
	time_t reached[STARS];
	int64_t next_star; /* minutes to go; 0: there is none beyond */
};
struct ledger_sums ledger_sums(struct work *work, struct id person);

/* "2 hours 30 minutes", "−30 minutes". */
const char *minutes_said(struct work *work, int64_t minutes);

/* "2.5 h": short enough for a figure that stands by itself. */
const char *hours_said(struct work *work, int64_t minutes);

/* Enters many earnings of one person, in order, as they were made at the ends of their times; for
 * the demonstration. */
MUST_USE const struct refusal *ledger_load(struct work *work, const struct earning *earnings,
					   size_t count);
/* Enters a correction as it was made at a moment, likewise; it asks no rule. */
void ledger_load_correction(struct work *work, const struct correction *correction, time_t made_at);

#endif
