/* shift_change.c - moving and cancelling a shift, and all who signed up with it. */

#include "audit/audit.h"
#include "base/arena.h"
#include "base/text.h"
#include "outbox/due.h"
#include "shift/shift.h"
#include "shift/shift_part.h"
#include "shift/shift_rules.h"
#include "shift/shift_sql.h"

const struct field shift_change_fields[] = {
	FIELD_ID(struct shift_change, venue_id, .as = "venue", .label = N_("Room")),
	FIELD_QUARTER(struct shift_change, start_quarter, .as = "start", .label = N_("From")),
	FIELD_QUARTER(struct shift_change, end_quarter, .as = "end", .label = N_("Until")),
	FIELD_INT(struct shift_change, needed, .min = 1, .max = 500, .label = N_("People needed")),
	FIELD_INT(struct shift_change, version, .required = true, .min = 1),
	FIELD_END,
};

REFUSAL(shift_begun, REFUSED_CONFLICT, NULL,
	N_("This shift has begun or was cancelled, so it cannot be changed any more."));
REFUSAL(shift_too_few, REFUSED_CONFLICT, "needed",
	N_("More people have signed up already. Keep at least as many places."));
REFUSAL(shift_reason_needed, REFUSED_BY_RULE, "reason",
	N_("Say why: everybody who signed up is told your reason."));

static const struct refusal *
may_change(const struct work *work, const struct shift *shift)
{
	if (!shift_may_run(work, shift))
		return &refused_forbidden;
	if (shift->status != &shift_open || shift_has_begun(work, shift))
		return &shift_begun;
	return NULL;
}

/* ---- moving ---- */

static struct shift
changed(const struct shift *shift, const struct shift_change *change)
{
	struct shift after = *shift;

	if (id_given(change->venue_id))
		after.venue_id = change->venue_id;
	if (change->start_quarter)
		after.start_quarter = change->start_quarter;
	if (change->end_quarter)
		after.end_quarter = change->end_quarter;
	if (change->needed)
		after.needed = change->needed;
	after.version = change->version;
	return after;
}

const struct refusal *
shift_judge_change(struct work *work, const struct shift *shift, const struct shift *after)
{
	const struct refusal *refusal = shift_place_known(work, after->centre_id, after->venue_id);

	if (!refusal)
		refusal = findings_refusal(work, shift_time_findings(work, after));
	if (refusal)
		return refusal;
	return after->needed < shift->taken ? &shift_too_few : NULL;
}

static bool
is_elsewhere(const struct shift *shift, const struct shift *after)
{
	return shift->start_quarter != after->start_quarter ||
	       shift->end_quarter != after->end_quarter ||
	       !id_same(shift->venue_id, after->venue_id);
}

const struct refusal *
shift_write_change(struct work *work, struct shift *shift, const struct shift *after)
{
	const struct shift_before before = {
		shift->start_quarter,
		shift->end_quarter,
		shift->place_zh,
		shift->place_en,
	};
	bool moves = is_elsewhere(shift, after);
	const struct refusal *refusal;

	if (!sql_shift_change(work, after))
		return &refused_stale;
	refusal = shift_find(work, after->id, shift);
	if (refusal)
		return refusal;
	if (moves)
		signups_move(work, shift, &before);
	shift_expect(work, shift);
	audit_note_at(work, "shift_moved", shift->id, (struct id){ 0 }, shift->centre_id,
		      shift_told(work, shift, NULL, &(struct shift_news){ .before = &before }));
	return shift_find(work, shift->id, shift);
}

const struct refusal *
shift_move(struct work *work, struct shift *shift, const struct shift_change *change)
{
	const struct shift after = changed(shift, change);
	const struct refusal *refusal = may_change(work, shift);

	if (!refusal && change->version != shift->version)
		return &refused_stale;
	if (!refusal)
		refusal = shift_judge_change(work, shift, &after);
	return refusal ? refusal : shift_write_change(work, shift, &after);
}

/* ---- cancelling ---- */

const struct refusal *
shift_end(struct work *work, struct shift *shift, const char *reason)
{
	if (!sql_shift_cancel(work, shift->id, shift->version, reason))
		return &refused_stale;
	signups_end(work, shift, reason);
	due_never(work, shift_unconfirmed, shift->id);
	audit_note_at(work, "shift_cancelled", shift->id, (struct id){ 0 }, shift->centre_id,
		      shift_told(work, shift, NULL, &(struct shift_news){ .reason = reason }));
	return shift_find(work, shift->id, shift);
}

const struct refusal *
shift_cancel(struct work *work, struct shift *shift, const char *reason)
{
	const struct refusal *refusal;

	if (shift_may_run(work, shift) && shift->status == &shift_cancelled)
		return NULL;
	refusal = may_change(work, shift);
	if (!refusal && !reason)
		refusal = &shift_reason_needed;
	return refusal ? refusal : shift_end(work, shift, reason);
}
