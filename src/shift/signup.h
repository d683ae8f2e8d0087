/* signup.h - who takes a shift, when they came, and what was confirmed.
 *
 * Signing up is two writes, and they decide: the person's quarters are claimed in person_quarter,
 * whose primary key keeps two shifts of one person apart, and a place is taken by a conditional
 * UPDATE of the shift's counter.
 *
 * Hours are those of check-in and check-out, clipped to the shift and a margin at either end and
 * rounded to the quarter, or what a coordinator says.  They count once they are confirmed, by
 * somebody else than the person; then they stand in the ledger. */
#ifndef SIGNUP_H
#define SIGNUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/rule.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"
#include "shift/shift.h"

struct signup {
	struct id id;
	struct id shift_id;
	struct id person_id;
	const char *person_name;
	const struct word *status;
	time_t checked_in_at, checked_out_at; /* 0: not yet */
	int64_t minutes;                      /* as they were confirmed */
	time_t confirmed_at;
	time_t made_at;
	int64_t version;
	/* Of the shift: */
	struct id centre_id;
	const char *centre_name;
	const char *venue_name; /* or NULL */
	const char *role;
	const struct word *shift_status;
	int64_t start_quarter;
	int64_t end_quarter;
};
extern const struct column signup_columns[];

extern const struct word signup_signed_up, signup_checked_in, signup_checked_out, signup_confirmed,
	signup_missed, signup_cancelled;

struct signup_draft {
	struct id person_id; /* names nothing: oneself */
	bool keep_both;
};
extern const struct field signup_fields[];

extern const struct refusal signup_full, signup_clash, signup_already, signup_too_early,
	signup_too_late, signup_out_too_late, signup_too_young, signup_skill_missing, signup_off,
	already_present, already_checked_out, already_confirmed, not_checked_in, check_in_too_early,
	check_in_too_late, not_over, minutes_needed, too_many_minutes;

/* Takes a place on a shift. */
MUST_USE const struct refusal *signup_make(struct work *work, const struct shift *shift,
					   const struct signup_draft *draft, struct signup *signup);

/* What each rule says of it, and what stands in the diary then; the last clash names nothing. */
MUST_USE const struct refusal *signup_preview(struct work *work, const struct shift *shift,
					      const struct signup_draft *draft,
					      const struct finding **findings);
const struct clash *signup_clashes(struct work *work, const struct shift *shift,
				   const struct signup_draft *draft);

/* Finds a signup of those the actor acts for, or of a centre whose shifts the actor runs. */
MUST_USE const struct refusal *signup_find(struct work *work, struct id id, struct signup *signup);

/* Those of the actor and of whom the actor acts for, in the order of time. */
struct signup *signup_list(struct work *work, const struct cursor *cursor, size_t *count);

/* Those of one shift whom the actor acts for, what was cancelled left out. */
struct signup *signup_own(struct work *work, struct id shift, size_t *count);

/* All of one shift, for who runs it; what was cancelled is left out. */
MUST_USE const struct refusal *signup_of_shift(struct work *work, const struct shift *shift,
					       struct signup **signups, size_t *count);

/* Gives the place back; twice is once.  By the person until some hours before the start, by who
 * runs the shift until it begins. */
MUST_USE const struct refusal *signup_cancel(struct work *work, struct signup *signup);
bool signup_can_cancel(const struct work *work, const struct signup *signup);
/* Until when the person may. */
time_t signup_cancel_until(const struct work *work, const struct signup *signup);

/* Whether it is time to check in. */
bool signup_can_come(const struct work *work, const struct signup *signup);

MUST_USE const struct refusal *signup_check_in(struct work *work, struct signup *signup);
MUST_USE const struct refusal *signup_check_out(struct work *work, struct signup *signup);

struct hours_draft {
	int64_t minutes; /* -1: from check-in and check-out */
};
extern const struct field hours_fields[];

/* Confirms so many minutes, or, with -1, those from check-in to check-out; 0: did not come. */
MUST_USE const struct refusal *signup_confirm(struct work *work, struct signup *signup,
					      int64_t minutes);

/* What would be confirmed if nobody said otherwise: from check-in to check-out, or, where that was
 * forgotten, to the planned end; 0 where the person did not check in. */
int64_t signup_minutes(const struct work *work, const struct signup *signup);

#endif
