/* shift.c - making shifts. */

#include "shift/shift.h"

#include "activity/activity.h"
#include "audit/audit.h"
#include "base/reference.h"
#include "base/text.h"
#include "centre/centre.h"
#include "outbox/due.h"
#include "shift/shift_part.h"
#include "shift/shift_rules.h"
#include "shift/shift_sql.h"
#include "shift/skill.h"
#include "venue/venue.h"

const struct setting shift_longest_minutes = { "shift.longest_minutes", 600, 15, 1440 };
const struct setting shift_opens_days = { "shift.opens_days", 14, 0, 365 };
const struct setting shift_out_minutes = { "shift.out_minutes", 180, 0, 10080 };
const struct setting shift_margin_minutes = { "shift.margin_minutes", 15, 0, 60 };
const struct setting shift_late_minutes = { "shift.late_minutes", 120, 0, 1440 };
const struct setting shift_pending_days = { "shift.pending_days", 3, 1, 60 };

const char shift_unconfirmed[] = "shift_unconfirmed";

WORD(shift_open, "open", N_("Open"));
WORD(shift_cancelled, "cancelled", N_("Cancelled"));

const struct field shift_fields[] = {
	FIELD_ID(struct shift_draft, centre_id, .as = "centre", .required = true,
		 .label = N_("Centre")),
	FIELD_ID(struct shift_draft, venue_id, .as = "venue", .label = N_("Room")),
	FIELD_ID(struct shift_draft, activity_id, .as = "activity", .label = N_("Activity")),
	FIELD_ID(struct shift_draft, opportunity_id, .as = "opportunity", .label = N_("What for")),
	FIELD_TEXT(struct shift_draft, role_zh, .of = "role", .language = "zh-CN", .max = 60,
		   .label = N_("Role in Chinese")),
	FIELD_TEXT(struct shift_draft, role_en, .of = "role", .language = "en", .max = 60,
		   .label = N_("Role in English")),
	FIELD_QUARTER(struct shift_draft, start_quarter, .as = "start", .required = true,
		      .label = N_("From")),
	FIELD_QUARTER(struct shift_draft, end_quarter, .as = "end", .required = true,
		      .label = N_("Until")),
	FIELD_INT(struct shift_draft, needed, .required = true, .min = 1, .max = 500,
		  .label = N_("People needed")),
	FIELD_INT(struct shift_draft, min_age, .max = 99, .label = N_("Youngest age")),
	FIELD_TEXT(struct shift_draft, skills, .key = true, .list = true, .max = 400,
		   .label = N_("Skills")),
	FIELD_END,
};

REFUSAL(shift_no_role, REFUSED_BY_RULE, "role",
	N_("Say in which role, in both languages, or choose one that is there."));

/* What an opportunity says where the draft says nothing. */
static const struct refusal *
fill(struct work *work, struct shift_draft *draft)
{
	struct opportunity opportunity;
	const struct refusal *refusal;

	if (id_given(draft->opportunity_id)) {
		refusal = opportunity_find(work, draft->opportunity_id, &opportunity);
		if (refusal)
			return refuse_about(work, refusal, "opportunity");
		if (!draft->role_zh && !draft->role_en) {
			draft->role_zh = opportunity.role_zh;
			draft->role_en = opportunity.role_en;
		}
		draft->skills = draft->skills ? draft->skills : opportunity.skills;
		draft->min_age = draft->min_age ? draft->min_age : opportunity.min_age;
	}
	return draft->role_zh && draft->role_en ? NULL : &shift_no_role;
}

const struct refusal *
shift_place_known(struct work *work, struct id centre, struct id venue_id)
{
	struct venue venue;

	if (!id_given(venue_id))
		return NULL;
	if (venue_find(work, venue_id, &venue) || !id_same(venue.centre_id, centre))
		return refuse_about(work, &refused_missing, "venue");
	return NULL;
}

/* What the body names must be there, and belong together. */
static const struct refusal *
find_named(struct work *work, const struct shift_draft *draft)
{
	struct activity activity;
	const struct refusal *refusal = shift_place_known(work, draft->centre_id, draft->venue_id);

	if (refusal)
		return refusal;
	if (id_given(draft->activity_id) && (activity_find(work, draft->activity_id, &activity) ||
					     !id_same(activity.centre_id, draft->centre_id)))
		return refuse_about(work, &refused_missing, "activity");
	if (!skills_known(work, draft->skills))
		return refuse_about(work, &unknown_skill, "skills");
	return NULL;
}

static const struct refusal *
may_make(struct work *work, const struct shift_draft *draft)
{
	struct centre centre;
	const struct refusal *refusal = centre_find(work, draft->centre_id, &centre);

	if (refusal)
		return refuse_about(work, refusal, "centre");
	return work_may(work, MAY_RUN_SHIFTS, draft->centre_id) ? NULL : &refused_forbidden;
}

static struct shift
from_draft(struct work *work, const struct shift_draft *draft)
{
	return (struct shift){
		.id = id_new(),
		.reference = reference_new(work),
		.status = &shift_open,
		.centre_id = draft->centre_id,
		.venue_id = draft->venue_id,
		.activity_id = draft->activity_id,
		.opportunity_id = draft->opportunity_id,
		.role_zh = draft->role_zh,
		.role_en = draft->role_en,
		.min_age = draft->min_age,
		.start_quarter = draft->start_quarter,
		.end_quarter = draft->end_quarter,
		.needed = draft->needed,
		.made_by = work->actor,
		.made_at = work->now,
	};
}

void
shift_expect(struct work *work, const struct shift *shift)
{
	int64_t days = setting_at(work, shift->centre_id, &shift_pending_days);

	due_at(work, shift_unconfirmed, shift->id,
	       quarter_time(shift->end_quarter) + days * DAY_SECONDS);
}

const struct refusal *
shift_make(struct work *work, const struct shift_draft *asked, struct shift *shift)
{
	struct shift_draft draft = *asked;
	const struct refusal *refusal = may_make(work, &draft);

	if (!refusal)
		refusal = fill(work, &draft);
	if (!refusal)
		refusal = find_named(work, &draft);
	if (refusal)
		return refusal;
	*shift = from_draft(work, &draft);
	refusal = findings_refusal(work, shift_time_findings(work, shift));
	if (refusal)
		return refusal;
	sql_shift_insert(work, shift);
	if (draft.skills)
		sql_shift_skills_insert(work, shift->id, draft.skills);
	shift_expect(work, shift);
	refusal = shift_find(work, shift->id, shift);
	if (!refusal)
		audit_note_at(work, "shift_made", shift->id, (struct id){ 0 }, shift->centre_id,
			      shift_told(work, shift, NULL, &(struct shift_news){ 0 }));
	return refusal;
}
