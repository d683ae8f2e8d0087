/* shift_part.h - what the files of shifts share, and nobody else needs. */
#ifndef SHIFT_PART_H
#define SHIFT_PART_H

#include "base/quarter.h"
#include "shift/shift.h"
#include "shift/signup.h"

#define MINUTE 60
#define DAY_SECONDS 86400

/* A refusal whose code is shorter than its name. */
#define REFUSAL_CODE(name, of_code, of_kind, of_field, text)                                       \
	const struct refusal name = {                                                              \
		.kind = (of_kind), .code = (of_code), .field = (of_field), .message = (text)       \
	}

/* A query as the statements take it, in quarters. */
struct shift_search {
	int64_t from_quarter, until_quarter;
	struct id centre_id;
	const char *centres; /* the numbers of some, separated by commas; NULL: of all */
	const char *skill;
	struct id fitting; /* a person */
	bool open;
	int64_t after;
	struct id after_id;
	int64_t rows;
};

/* Of whoever signs up. */
struct newcomer {
	const char *name;
	int64_t born; /* day, or DAY_NONE */
};
extern const struct column newcomer_columns[];

/* A shift of which hours wait, and who coordinates it. */
struct shift_waiting {
	struct id person_id;
	const char *role_zh, *role_en;
	const char *place_zh, *place_en;
	int64_t start_quarter, end_quarter;
};
extern const struct column shift_waiting_columns[];

/* Sets what follows from the row. */
void shift_complete(struct shift *shifts, size_t count);

/* What was there before, for a letter that tells old and new. */
struct shift_before {
	int64_t start_quarter, end_quarter;
	const char *place_zh, *place_en;
};

/* A shift as it was when a letter told of it; before and reason may be NULL, minutes 0. */
struct shift_news {
	const struct shift_before *before;
	const char *reason;
	int64_t minutes;
};
const char *shift_told(struct work *work, const struct shift *shift, const char *person_name,
		       const struct shift_news *news);

/* The role in both languages, as the diary keeps it. */
const char *shift_title(struct work *work, const struct shift *shift);

/* What a change leaves behind for one who signed up: in the diary, and a letter. */
void signup_tell(struct work *work, const struct shift *shift, const struct signup *signup,
		 const char *letter, const struct shift_news *news);

/* Moves what everybody who signed up has claimed to the new time of a shift; all are told. */
void signups_move(struct work *work, const struct shift *shift, const struct shift_before *before);

/* Cancels all signups of a shift. */
void signups_end(struct work *work, const struct shift *shift, const char *reason);

/* Whether a shift may become what is after it. */
MUST_USE const struct refusal *shift_judge_change(struct work *work, const struct shift *shift,
						  const struct shift *after);

/* Makes it so, and tells all who signed up.  The write comes first and holds the row: who signs up
 * meanwhile waits, and finds it moved. */
MUST_USE const struct refusal *shift_write_change(struct work *work, struct shift *shift,
						  const struct shift *after);
MUST_USE const struct refusal *shift_end(struct work *work, struct shift *shift,
					 const char *reason);

/* Kind of the due row by which whoever coordinates is reminded of hours that wait. */
extern const char shift_unconfirmed[];

/* Notes when that is due, or that it is not any more. */
void shift_expect(struct work *work, const struct shift *shift);

#endif
