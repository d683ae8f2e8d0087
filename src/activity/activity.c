/* activity.c - finding what is held at the centres. */

#include "activity/activity.h"

#include "activity/activity_part.h"
#include "activity/activity_sql.h"
#include "base/quarter.h"
#include "base/text.h"

WORD(activity_draft, "draft", N_("Draft"));
WORD(activity_published, "published", N_("Published"));
WORD(activity_running, "running", N_("On now"));
WORD(activity_done, "done", N_("Over"));
WORD(activity_cancelled, "cancelled", N_("Cancelled"));
static const struct word *const statuses[] = {
	&activity_draft, &activity_published, &activity_running,
	&activity_done,  &activity_cancelled, NULL,
};

WORD(mode_onsite, "onsite", N_("On the spot"));
WORD(mode_online, "online", N_("Online"));
WORD(mode_both, "both", N_("On the spot and online"));
const struct word *const activity_modes[] = { &mode_onsite, &mode_online, &mode_both, NULL };
const struct word *const seat_modes[] = { &mode_onsite, &mode_online, NULL };

WORD(audience_all, "all", N_("Everybody"));
WORD(audience_elder, "elder", N_("Elders"));
WORD(audience_child, "child", N_("Children"));
WORD(audience_family, "family", N_("Families"));
WORD(audience_volunteer, "volunteer", N_("Volunteers"));
WORD(audience_party_member, "party_member", N_("Party members"));
WORD(audience_worker, "worker", N_("People at work"));
const struct word *const audiences[] = {
	&audience_all,       &audience_elder,        &audience_child,  &audience_family,
	&audience_volunteer, &audience_party_member, &audience_worker, NULL,
};

const struct column activity_columns[] = {
	COLUMN_ID(struct activity, id),
	COLUMN_REFERENCE(struct activity, reference),
	COLUMN_WORD(struct activity, status, statuses),
	COLUMN_ID(struct activity, series_id, .as = "series"),
	COLUMN_ID(struct activity, centre_id, .as = "centre"),
	COLUMN_TEXT(struct activity, centre_name),
	COLUMN_REAL(struct activity, latitude),
	COLUMN_REAL(struct activity, longitude),
	COLUMN_ID(struct activity, venue_id, .as = "venue"),
	COLUMN_TEXT(struct activity, venue_name),
	COLUMN_INT(struct activity, floor, .hidden = true),
	COLUMN_FLAG(struct activity, step_free, .hidden = true),
	COLUMN_TEXT(struct activity, field),
	COLUMN_TEXT(struct activity, field_name),
	COLUMN_WORD(struct activity, audience, audiences),
	COLUMN_QUARTER(struct activity, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct activity, end_quarter, .as = "end"),
	COLUMN_TEXT(struct activity, title),
	COLUMN_TEXT(struct activity, summary),
	COLUMN_TEXT(struct activity, title_zh, .hidden = true),
	COLUMN_TEXT(struct activity, title_en, .hidden = true),
	COLUMN_TEXT(struct activity, summary_zh, .hidden = true),
	COLUMN_TEXT(struct activity, summary_en, .hidden = true),
	COLUMN_INT(struct activity, min_age, .given = true),
	COLUMN_INT(struct activity, max_age, .given = true),
	COLUMN_FLAG(struct activity, waitlist),
	COLUMN_FLAG(struct activity, party),
	COLUMN_WORD(struct activity, mode, activity_modes),
	COLUMN_INT(struct activity, places),
	COLUMN_INT(struct activity, taken, .hidden = true),
	COLUMN_INT(struct activity, places_left, .made = true),
	COLUMN_INT(struct activity, waiting),
	COLUMN_INT(struct activity, online_places),
	COLUMN_INT(struct activity, online_taken, .hidden = true),
	COLUMN_INT(struct activity, online_places_left, .made = true),
	COLUMN_INT(struct activity, online_waiting),
	COLUMN_QUARTER(struct activity, closes_quarter, .as = "closes"),
	COLUMN_TEXT(struct activity, online_link, .hidden = true),
	COLUMN_TEXT(struct activity, reason),
	COLUMN_ID(struct activity, made_by, .hidden = true),
	COLUMN_TIME(struct activity, made_at),
	COLUMN_INT(struct activity, version),
	COLUMN_END,
};

static const struct word *
status_now(const struct work *work, const struct activity *activity)
{
	if (activity->status != &activity_published ||
	    quarter_time(activity->start_quarter) > work->now)
		return activity->status;
	return quarter_time(activity->end_quarter) > work->now ? &activity_running : &activity_done;
}

void
activity_complete(const struct work *work, struct activity *activities, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct activity *activity = &activities[i];

		activity->status = status_now(work, activity);
		activity->walk_minutes = -1;
		activity->places_left = activity->places - activity->taken;
		activity->online_places_left = activity->online_places - activity->online_taken;
	}
}

bool
activity_is_on(const struct activity *activity)
{
	return activity->status != &activity_draft && activity->status != &activity_cancelled;
}

bool
activity_may_run(const struct work *work, const struct activity *activity)
{
	return work_may(work, MAY_RUN_ACTIVITIES, activity->centre_id);
}

const struct refusal *
activity_find(struct work *work, struct id id, struct activity *activity)
{
	if (!sql_activity_find(work, id, activity))
		return &refused_missing;
	activity_complete(work, activity, 1);
	if (activity->status == &activity_draft && !activity_may_run(work, activity))
		return &refused_missing;
	return NULL;
}

const char *
activity_ages_said(struct work *work, const struct activity *activity)
{
	if (activity->min_age && activity->max_age)
		return text(work, _("%ld to %ld years"), activity->min_age, activity->max_age);
	if (activity->min_age)
		return text(work, _("%ld and over"), activity->min_age);
	if (activity->max_age)
		return text(work, _("up to %ld years"), activity->max_age);
	return _("All ages");
}

bool
activity_has_places(const struct activity *activity)
{
	if (activity->mode == &mode_online)
		return activity->online_places_left > 0 && activity->online_waiting == 0;
	return activity->places_left > 0 && activity->waiting == 0;
}

const char *
places_said(struct work *work, int64_t places, int64_t left, int64_t waiting)
{
	if (waiting > 0)
		return text(work, ngettext("%ld waiting", "%ld waiting", waiting), waiting);
	if (left <= 0)
		return _("Full");
	return text(work, _("%ld of %ld places left"), left, places);
}

const char *
activity_places_said(struct work *work, const struct activity *activity)
{
	if (activity->status != &activity_published)
		return _(activity->status->label);
	if (activity->mode == &mode_online)
		return places_said(work, activity->online_places, activity->online_places_left,
				   activity->online_waiting);
	return places_said(work, activity->places, activity->places_left, activity->waiting);
}
