/* signup.c - taking a shift, and giving the place back. */

#include "shift/signup.h"

#include "audit/audit.h"
#include "base/arena.h"
#include "base/text.h"
#include "diary/diary.h"
#include "household/household.h"
#include "outbox/outbox.h"
#include "shift/shift_part.h"
#include "shift/shift_sql.h"
#include "shift/signup_rules.h"
#include "shift/signup_sql.h"

const struct field signup_fields[] = {
	FIELD_ID(struct signup_draft, person_id, .as = "for", .label = N_("For whom")),
	FIELD_FLAG(struct signup_draft, keep_both),
	FIELD_END,
};

REFUSAL_CODE(signup_already, "already_signed_up", REFUSED_CONFLICT, "for",
	     N_("This person has signed up for this shift already."));
REFUSAL_CODE(
	signup_out_too_late, "too_late", REFUSED_BY_RULE, NULL,
	N_("It is too late to leave this shift: the coordinator counts on you. Ring the centre "
	   "if you cannot come."));

/* ---- taking a place ---- */

static const struct refusal *
with_clashes(struct work *work, const struct refusal *refusal, const struct shift *shift,
	     const struct signup_draft *draft)
{
	struct refusal *copy = arena_one(work->arena, struct refusal);

	if (!refused_as(refusal, &signup_clash))
		return refusal;
	*copy = *refusal;
	copy->clashes = signup_clashes(work, shift, draft);
	return copy;
}

static const struct refusal *
may_ask(struct work *work, const struct signup_draft *draft)
{
	const struct refusal *refusal = household_may_act(work, signup_person(work, draft));

	return refusal ? refuse_about(work, refusal, "for") : NULL;
}

const struct refusal *
signup_preview(struct work *work, const struct shift *shift, const struct signup_draft *draft,
	       const struct finding **findings)
{
	const struct refusal *refusal = may_ask(work, draft);

	if (!refusal)
		*findings = signup_judge(work, shift, draft, false);
	return refusal;
}

/* A claim was lost: to this same shift, or to another. */
static const struct refusal *
held_already(struct work *work, const struct shift *shift, const struct signup_draft *draft)
{
	if (sql_person_holds(work, signup_person(work, draft), shift->id))
		return &signup_already;
	return with_clashes(work, &signup_clash, shift, draft);
}

/* The counter said no: what it found is looked at, to say why. */
static const struct refusal *
not_taken(struct work *work, struct id id)
{
	struct shift now;
	const struct refusal *refusal = shift_find(work, id, &now);

	if (refusal)
		return refusal;
	if (now.status != &shift_open)
		return &signup_off;
	if (shift_has_begun(work, &now))
		return &signup_too_late;
	return now.taken >= now.needed ? &signup_full : &refused_stale;
}

void
signup_tell(struct work *work, const struct shift *shift, const struct signup *signup,
	    const char *letter, const struct shift_news *news)
{
	bool gone = signup->status == &signup_cancelled;
	const struct diary_entry entry = {
		.person_id = signup->person_id,
		.thing_id = shift->id,
		.place_id = id_given(shift->venue_id) ? shift->venue_id : shift->centre_id,
		.kind = "shift",
		.status = gone ? "cancelled" : "confirmed",
		.title = shift_title(work, shift),
		.start_quarter = shift->start_quarter,
		.end_quarter = shift->end_quarter,
	};

	diary_enter(work, &entry);
	outbox_write(work, signup->person_id, letter, shift->id,
		     shift_told(work, shift, signup->person_name, news));
}

static void
note(struct work *work, const struct shift *shift, const struct signup *signup, const char *act)
{
	audit_note_at(work, act, signup->id, signup->person_id, shift->centre_id,
		      text(work, "{\"shift\":\"%s\",\"status\":\"%s\"}", id_text(shift->id).chars,
			   signup->status->word));
}

/* Both writes decide, and come before all that is written. */
static const struct refusal *
take(struct work *work, const struct shift *shift, const struct signup_draft *draft,
     struct signup *signup)
{
	struct id person = signup_person(work, draft), id = id_new();
	const struct refusal *refusal;

	if (!sql_person_claim(work, person, shift))
		return held_already(work, shift, draft);
	if (!sql_shift_take(work, shift))
		return not_taken(work, shift->id);
	sql_signup_insert(work, id, person, work->actor, shift);
	refusal = signup_find(work, id, signup);
	if (refusal)
		return refusal;
	signup_tell(work, shift, signup, "shift_taken", &(struct shift_news){ 0 });
	note(work, shift, signup, "shift_taken");
	return NULL;
}

const struct refusal *
signup_make(struct work *work, const struct shift *shift, const struct signup_draft *draft,
	    struct signup *signup)
{
	const struct refusal *refusal = may_ask(work, draft);

	if (refusal)
		return refusal;
	if (sql_person_holds(work, signup_person(work, draft), shift->id))
		return &signup_already;
	refusal = findings_refusal(work, signup_judge(work, shift, draft, true));
	if (refusal)
		return with_clashes(work, refusal, shift, draft);
	return take(work, shift, draft, signup);
}

/* ---- giving it back ---- */

/* How long before the start: who runs the shift may until it begins. */
static int64_t
out_seconds(const struct work *work, const struct signup *signup)
{
	if (work_may(work, MAY_RUN_SHIFTS, signup->centre_id))
		return 0;
	return MINUTE * setting_at(work, signup->centre_id, &shift_out_minutes);
}

time_t
signup_cancel_until(const struct work *work, const struct signup *signup)
{
	return quarter_time(signup->start_quarter) - out_seconds(work, signup);
}

bool
signup_can_cancel(const struct work *work, const struct signup *signup)
{
	return signup->status == &signup_signed_up && signup_cancel_until(work, signup) > work->now;
}

const struct refusal *
signup_cancel(struct work *work, struct signup *signup)
{
	struct shift shift;
	const struct refusal *refusal;

	if (signup->status == &signup_cancelled)
		return NULL;
	if (!signup_can_cancel(work, signup))
		return &signup_out_too_late;
	refusal = shift_find(work, signup->shift_id, &shift);
	if (refusal)
		return refusal;
	if (!sql_signup_cancel(work, signup->id, out_seconds(work, signup)))
		return &refused_stale;
	sql_person_release(work, signup->person_id, shift.id);
	if (!sql_shift_give_back(work, shift.id))
		fault("a shift that somebody leaves counts nobody");
	signup->status = &signup_cancelled;
	signup->version++;
	signup_tell(work, &shift, signup, "shift_left", &(struct shift_news){ 0 });
	note(work, &shift, signup, "shift_left");
	return NULL;
}

/* ---- with the whole shift ---- */

/* Who has another shift then is let go: two at once are never kept. */
static void
let_go(struct work *work, const struct shift *shift, struct signup *signup,
       const struct shift_before *before)
{
	sql_signup_drop(work, signup->id);
	if (!sql_shift_give_back(work, shift->id))
		fault("a shift that lets somebody go counts nobody");
	signup->status = &signup_cancelled;
	signup_tell(work, shift, signup, "shift_dropped", &(struct shift_news){ .before = before });
}

void
signups_move(struct work *work, const struct shift *shift, const struct shift_before *before)
{
	size_t count;
	struct signup *signups = sql_signups_of_shift(work, shift->id, &count);

	sql_persons_release(work, shift->id);
	sql_signups_move(work, shift);
	for (size_t i = 0; i < count; i++)
		if (sql_person_claim(work, signups[i].person_id, shift))
			signup_tell(work, shift, &signups[i], "shift_moved",
				    &(struct shift_news){ .before = before });
		else
			let_go(work, shift, &signups[i], before);
}

void
signups_end(struct work *work, const struct shift *shift, const char *reason)
{
	size_t count;
	struct signup *signups = sql_signups_of_shift(work, shift->id, &count);

	sql_signups_cancel(work, shift->id);
	sql_persons_release(work, shift->id);
	for (size_t i = 0; i < count; i++) {
		signups[i].status = &signup_cancelled;
		signup_tell(work, shift, &signups[i], "shift_cancelled",
			    &(struct shift_news){ .reason = reason });
	}
}
