/* signup_hours.c - coming, leaving, and the hours that are confirmed. */

#include "audit/audit.h"
#include "base/text.h"
#include "household/household.h"
#include "ledger/ledger.h"
#include "shift/shift_part.h"
#include "shift/signup.h"
#include "shift/signup_sql.h"

const struct field hours_fields[] = {
	FIELD_INT(struct hours_draft, minutes, .max = 2 * DAY_MINUTES, .label = N_("Minutes")),
	FIELD_END,
};

REFUSAL(already_present, REFUSED_CONFLICT, NULL,
	N_("This check-in is done already. Check out when the work is over."));
REFUSAL(already_checked_out, REFUSED_CONFLICT, NULL,
	N_("This check-out is done already. The coordinator confirms the hours."));
REFUSAL(already_confirmed, REFUSED_CONFLICT, NULL,
	N_("These hours are confirmed already. What is wrong with them is corrected in the "
	   "ledger."));
REFUSAL(not_checked_in, REFUSED_CONFLICT, NULL,
	N_("Nobody has checked in here. Tell the coordinator, who enters the hours."));
REFUSAL_CODE(check_in_too_early, "too_early", REFUSED_BY_RULE, NULL,
	     N_("Check-in opens shortly before the shift. Come back then."));
REFUSAL_CODE(check_in_too_late, "too_late", REFUSED_BY_RULE, NULL,
	     N_("It is too late for this. You need do nothing: the coordinator enters the hours."));
REFUSAL(not_over, REFUSED_BY_RULE, NULL,
	N_("Hours are confirmed when the shift is over, or the person has checked out."));
REFUSAL(minutes_needed, REFUSED_BY_RULE, "minutes",
	N_("There is no check-out. Say how many minutes this person has worked; 0 if they did not "
	   "come."));
REFUSAL(too_many_minutes, REFUSED_BY_RULE, "minutes",
	N_("This is longer than the shift and a quarter of an hour at either end."));

static int64_t
margin_seconds(const struct work *work, const struct signup *signup)
{
	return MINUTE * setting_at(work, signup->centre_id, &shift_margin_minutes);
}

static int64_t
late_seconds(const struct work *work, const struct signup *signup)
{
	return MINUTE * setting_at(work, signup->centre_id, &shift_late_minutes);
}

/* ---- coming and leaving ---- */

static void
note(struct work *work, const struct signup *signup, const char *act)
{
	audit_note_at(work, act, signup->id, signup->person_id, signup->centre_id,
		      text(work, "{\"shift\":\"%s\",\"minutes\":%ld}",
			   id_text(signup->shift_id).chars, signup->minutes));
}

/* Why somebody cannot check in, as far as can be seen before the write decides. */
static const struct refusal *
may_come(const struct work *work, const struct signup *signup)
{
	if (signup->status == &signup_cancelled)
		return &signup_off;
	if (signup->status != &signup_signed_up)
		return &already_present;
	if (quarter_time(signup->start_quarter) > work->now + margin_seconds(work, signup))
		return &check_in_too_early;
	return quarter_time(signup->end_quarter) > work->now ? NULL : &check_in_too_late;
}

bool
signup_can_come(const struct work *work, const struct signup *signup)
{
	return !may_come(work, signup);
}

const struct refusal *
signup_check_in(struct work *work, struct signup *signup)
{
	const struct refusal *refusal = may_come(work, signup);

	if (refusal)
		return refusal;
	if (!sql_signup_check_in(work, signup->id, margin_seconds(work, signup)))
		return &already_present;
	note(work, signup, "checked_in");
	return signup_find(work, signup->id, signup);
}

static const struct refusal *
may_leave(const struct work *work, const struct signup *signup)
{
	if (signup->status == &signup_signed_up || signup->status == &signup_cancelled)
		return &not_checked_in;
	if (signup->status != &signup_checked_in)
		return &already_checked_out;
	if (quarter_time(signup->end_quarter) + late_seconds(work, signup) <= work->now)
		return &check_in_too_late;
	return NULL;
}

const struct refusal *
signup_check_out(struct work *work, struct signup *signup)
{
	const struct refusal *refusal = may_leave(work, signup);

	if (refusal)
		return refusal;
	if (!sql_signup_check_out(work, signup->id, late_seconds(work, signup)))
		return &already_checked_out;
	note(work, signup, "checked_out");
	return signup_find(work, signup->id, signup);
}

/* ---- the hours ---- */

/* The time that is credited, in quarters. */
struct served {
	int64_t start_quarter, end_quarter;
};

static int64_t
minutes_of(struct served served)
{
	return (served.end_quarter - served.start_quarter) * QUARTER_MINUTES;
}

static time_t
clipped(time_t moment, time_t least, time_t most)
{
	if (moment < least)
		return least;
	return moment > most ? most : moment;
}

/* To the nearest quarter. */
static int64_t
rounded(int64_t seconds)
{
	return (seconds + QUARTER_SECONDS / 2) / QUARTER_SECONDS;
}

/* From check-in to check-out or, where that was forgotten, to the planned end; clipped to the
 * shift and its margins, and as long as was served, to the nearest quarter. */
static struct served
served_by_presence(const struct work *work, const struct signup *signup)
{
	time_t earliest = quarter_time(signup->start_quarter) - margin_seconds(work, signup);
	time_t latest = quarter_time(signup->end_quarter) + margin_seconds(work, signup);
	time_t out =
		signup->checked_out_at ? signup->checked_out_at : quarter_time(signup->end_quarter);
	time_t from = clipped(signup->checked_in_at, earliest, latest);
	time_t until = clipped(out, from, latest);
	struct served served = { rounded(from), rounded(from) + rounded(until - from) };
	int64_t over = served.end_quarter - quarter_of(latest);

	if (over > 0)
		served = (struct served){ served.start_quarter - over, served.end_quarter - over };
	return served;
}

/* So many minutes, up to the end of the shift; what is longer than the shift goes over it. */
static struct served
served_for(const struct work *work, const struct signup *signup, int64_t minutes)
{
	int64_t length = signup->end_quarter - signup->start_quarter;
	int64_t quarters = rounded(minutes * MINUTE);
	int64_t end = signup->end_quarter;

	if (quarters > length)
		end += margin_seconds(work, signup) / QUARTER_SECONDS;
	return (struct served){ end - quarters, end };
}

int64_t
signup_minutes(const struct work *work, const struct signup *signup)
{
	return signup->checked_in_at ? minutes_of(served_by_presence(work, signup)) : 0;
}

static const struct refusal *
may_confirm(struct work *work, const struct signup *signup, int64_t minutes)
{
	int64_t most = (signup->end_quarter - signup->start_quarter) * QUARTER_MINUTES +
		       2 * margin_seconds(work, signup) / MINUTE;

	if (!work_may(work, MAY_RUN_SHIFTS, signup->centre_id))
		return &refused_forbidden;
	if (!household_may_act(work, signup->person_id))
		return &own_hours;
	if (signup->status == &signup_cancelled)
		return &signup_off;
	if (signup->status == &signup_confirmed || signup->status == &signup_missed)
		return &already_confirmed;
	if (signup->status != &signup_checked_out && quarter_time(signup->end_quarter) > work->now)
		return &not_over;
	if (minutes < 0 && signup->status != &signup_checked_out)
		return &minutes_needed;
	return minutes > most ? &too_many_minutes : NULL;
}

/* The hours stand in the ledger once they are confirmed, and are told. */
static const struct refusal *
credit(struct work *work, const struct signup *signup, struct served served)
{
	const struct earning earning = {
		.person_id = signup->person_id,
		.shift_id = signup->shift_id,
		.centre_id = signup->centre_id,
		.start_quarter = served.start_quarter,
		.end_quarter = served.end_quarter,
		.minutes = signup->minutes,
	};
	struct shift shift;
	const struct refusal *refusal = NULL;

	if (signup->minutes > 0)
		refusal = ledger_earn(work, &earning);
	if (!refusal)
		refusal = shift_find(work, signup->shift_id, &shift);
	if (!refusal && signup->minutes > 0)
		signup_tell(work, &shift, signup, "shift_confirmed",
			    &(struct shift_news){ .minutes = signup->minutes });
	return refusal;
}

const struct refusal *
signup_confirm(struct work *work, struct signup *signup, int64_t minutes)
{
	const struct refusal *refusal = may_confirm(work, signup, minutes);
	struct served served;

	if (refusal)
		return refusal;
	served = minutes < 0 ? served_by_presence(work, signup) : served_for(work, signup, minutes);
	signup->minutes = minutes_of(served);
	signup->status = signup->minutes > 0 ? &signup_confirmed : &signup_missed;
	if (!sql_signup_confirm(work, signup, work->actor))
		return &refused_stale;
	refusal = credit(work, signup, served);
	if (refusal)
		return refusal;
	note(work, signup, "hours_confirmed");
	return signup_find(work, signup->id, signup);
}
