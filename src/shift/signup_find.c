/* signup_find.c - finding who signed up, and who may see it. */

#include "household/household.h"
#include "shift/shift_part.h"
#include "shift/signup.h"
#include "shift/signup_sql.h"

WORD(signup_signed_up, "signed_up", N_("Signed up"));
WORD(signup_checked_in, "checked_in", N_("Here"));
WORD(signup_checked_out, "checked_out", N_("To be confirmed"));
WORD(signup_confirmed, "confirmed", N_("Confirmed"));
WORD(signup_missed, "missed", N_("Did not come"));
WORD(signup_cancelled, "cancelled", N_("Left"));

static const struct word *const statuses[] = {
	&signup_signed_up,
	&signup_checked_in,
	&signup_checked_out,
	&signup_confirmed,
	&signup_missed,
	&signup_cancelled,
	NULL,
};

static const struct word *const shift_statuses[] = { &shift_open, &shift_cancelled, NULL };

const struct column signup_columns[] = {
	COLUMN_ID(struct signup, id),
	COLUMN_ID(struct signup, shift_id, .as = "shift"),
	COLUMN_ID(struct signup, person_id, .as = "for"),
	COLUMN_TEXT(struct signup, person_name, .as = "for_name"),
	COLUMN_WORD(struct signup, status, statuses),
	COLUMN_TIME(struct signup, checked_in_at),
	COLUMN_TIME(struct signup, checked_out_at),
	COLUMN_INT(struct signup, minutes, .given = true),
	COLUMN_TIME(struct signup, confirmed_at),
	COLUMN_TIME(struct signup, made_at),
	COLUMN_ID(struct signup, centre_id, .as = "centre"),
	COLUMN_TEXT(struct signup, centre_name),
	COLUMN_TEXT(struct signup, venue_name),
	COLUMN_TEXT(struct signup, role),
	COLUMN_WORD(struct signup, shift_status, shift_statuses),
	COLUMN_QUARTER(struct signup, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct signup, end_quarter, .as = "end"),
	COLUMN_INT(struct signup, version),
	COLUMN_END,
};

const struct column newcomer_columns[] = {
	COLUMN_TEXT(struct newcomer, name),
	COLUMN_DAY(struct newcomer, born),
	COLUMN_END,
};

const struct refusal *
signup_find(struct work *work, struct id id, struct signup *signup)
{
	if (!sql_signup_find(work, id, signup))
		return &refused_missing;
	if (work_may(work, MAY_RUN_SHIFTS, signup->centre_id))
		return NULL;
	return household_may_act(work, signup->person_id);
}

struct signup *
signup_list(struct work *work, const struct cursor *cursor, size_t *count)
{
	if (cursor->backward)
		return sql_signups_before(work, work->actor, cursor, count);
	return sql_signups_from(work, work->actor, cursor, count);
}

struct signup *
signup_own(struct work *work, struct id shift, size_t *count)
{
	return sql_signups_own(work, work->actor, shift, count);
}

const struct refusal *
signup_of_shift(struct work *work, const struct shift *shift, struct signup **signups,
		size_t *count)
{
	if (!shift_may_run(work, shift))
		return &refused_forbidden;
	*signups = sql_signups_of_shift(work, shift->id, count);
	return NULL;
}
