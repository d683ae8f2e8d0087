/* shift.h - when and where volunteers are needed, in which role, and who can take part.
 *
 * A shift is seen by everybody.  How many have signed up is a counter in its row: the UPDATE that
 * takes a place carries the state, the time and the deadline in its condition (signup.h), so that
 * there is never one too many.  A shift that belongs to an activity is moved and cancelled with
 * it. */
#ifndef SHIFT_H
#define SHIFT_H

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

struct shift {
	struct id id;
	const char *reference; /* on its poster */
	const struct word *status;
	struct id centre_id;
	const char *centre_name;
	double latitude, longitude; /* of the centre */
	struct id venue_id;         /* names nothing: at the centre */
	const char *venue_name;     /* or NULL */
	const char *place_zh, *place_en;
	struct id activity_id; /* names nothing: alone */
	struct id opportunity_id;
	const char *role; /* in the reader's language */
	const char *role_zh, *role_en;
	const char *summary;     /* or NULL */
	const char *skills;      /* keys, separated by commas, or NULL: anybody may */
	const char *skill_names; /* in the reader's language, or NULL */
	int64_t min_age;         /* years completed on the day; 0: any */
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t needed, taken;
	int64_t places_left;   /* set by C */
	const char *reason;    /* why it was cancelled, or NULL */
	struct id made_by;     /* the account that coordinates it */
	const char *made_name; /* of its person */
	time_t made_at;
	int64_t version;
	/* Where it was asked for near a place: */
	int64_t distance_m, walk_minutes; /* -1: not asked */
};
extern const struct column shift_columns[];

extern const struct word shift_open, shift_cancelled;

/* What is asked for: with an opportunity, whatever is left out is taken from there. */
struct shift_draft {
	struct id centre_id;
	struct id venue_id;
	struct id activity_id;
	struct id opportunity_id;
	const char *role_zh, *role_en;
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t needed;
	int64_t min_age;
	const char *skills; /* keys, separated by commas */
};
extern const struct field shift_fields[];

/* A change of time, place or number, of the version that was looked at. */
struct shift_change {
	struct id venue_id;
	int64_t start_quarter; /* 0: as it is */
	int64_t end_quarter;
	int64_t needed;
	int64_t version;
};
extern const struct field shift_change_fields[];

/* Which shifts to list: those to come, unless days are said; each may be left out. */
struct shift_query {
	int64_t from, to;       /* days, both included */
	struct point near;      /* only where one can walk to from there */
	int64_t within_minutes; /* 0: the setting circle.minutes where near is given */
	struct id centre_id;
	const char *skill; /* a key */
	bool fitting;      /* only for whom the reader has the skills */
	bool open;         /* only those that still need somebody */
	struct point home; /* from where ways are measured, where near is not given */
};
extern const struct field shift_query_fields[];

extern const struct setting shift_longest_minutes, shift_opens_days, shift_out_minutes,
	shift_margin_minutes, shift_late_minutes, shift_pending_days;

extern const struct refusal shift_bad_length, shift_past, shift_begun, shift_too_few, shift_no_role,
	shift_off_quarter, shift_reason_needed;

MUST_USE const struct refusal *shift_find(struct work *work, struct id id, struct shift *shift);

/* Those that bear a reference: two alike are rare. */
struct shift *shift_with_reference(struct work *work, const char *reference, size_t *count);

/* A page of shifts, in the order of time. */
MUST_USE const struct refusal *shift_list(struct work *work, const struct shift_query *query,
					  const struct cursor *cursor, struct shift **shifts,
					  size_t *count);

/* Whether the actor may make, move and cancel it, and confirm who came. */
bool shift_may_run(const struct work *work, const struct shift *shift);

/* Makes a shift; the actor coordinates it. */
MUST_USE const struct refusal *shift_make(struct work *work, const struct shift_draft *draft,
					  struct shift *shift);

/* Moves it in one step: everybody who signed up is told from when to when.  Who has another shift
 * at the new time loses this one, and is told that. */
MUST_USE const struct refusal *shift_move(struct work *work, struct shift *shift,
					  const struct shift_change *change);

/* Cancels it: everybody who signed up is told why; doing it twice is doing it once. */
MUST_USE const struct refusal *shift_cancel(struct work *work, struct shift *shift,
					    const char *reason);

bool shift_has_begun(const struct work *work, const struct shift *shift);
bool shift_is_over(const struct work *work, const struct shift *shift);

/* The shift as an iCalendar object. */
const char *shift_calendar(struct work *work, const struct shift *shift);

#endif
