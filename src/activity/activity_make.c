/* activity_make.c - making drafts, and changing what is a draft or published. */

#include "activity/activity.h"

#include <string.h>

#include "activity/activity_change_sql.h"
#include "activity/activity_follow.h"
#include "activity/activity_part.h"
#include "activity/activity_rules.h"
#include "activity/activity_sql.h"
#include "activity/waiting.h"
#include "audit/audit.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "centre/centre.h"

#define PLACES_MOST 100000
#define AGE_MOST 130

REFUSAL(activity_closed, REFUSED_CONFLICT, NULL,
	N_("This activity was cancelled. Make a new one instead."));
REFUSAL(activity_begun, REFUSED_CONFLICT, NULL,
	N_("This activity has begun already, so it stays as it is."));
REFUSAL(places_taken, REFUSED_CONFLICT, "places",
	N_("More places are taken already than you want to offer."));

#define DRAFT_FIELDS                                                                               \
	FIELD_TEXT(struct activity_draft, title_zh, .of = "title", .language = "zh-CN",            \
		   .required = true, .max = 60, .label = N_("Title in Chinese")),                  \
		FIELD_TEXT(struct activity_draft, title_en, .of = "title", .language = "en",       \
			   .max = 100, .label = N_("Title in English")),                           \
		FIELD_TEXT(struct activity_draft, summary_zh, .of = "summary",                     \
			   .language = "zh-CN", .required = true, .lines = true, .max = 1000,      \
			   .label = N_("Summary in Chinese")),                                     \
		FIELD_TEXT(struct activity_draft, summary_en, .of = "summary", .language = "en",   \
			   .lines = true, .max = 1000, .label = N_("Summary in English")),         \
		FIELD_TEXT(struct activity_draft, field, .required = true, .max = 24, .key = true, \
			   .label = N_("Field of service")),                                       \
		FIELD_WORD(struct activity_draft, audience, audiences,                             \
			   .label = N_("Who it is for")),                                          \
		FIELD_WORD(struct activity_draft, mode, activity_modes, .label = N_("Mode")),      \
		FIELD_ID(struct activity_draft, venue_id, .as = "venue", .label = N_("Room")),     \
		FIELD_QUARTER(struct activity_draft, start_quarter, .as = "start",                 \
			      .required = true, .label = N_("From")),                              \
		FIELD_QUARTER(struct activity_draft, end_quarter, .as = "end", .required = true,   \
			      .label = N_("Until")),                                               \
		FIELD_INT(struct activity_draft, places, .max = PLACES_MOST,                       \
			  .label = N_("Places on the spot")),                                      \
		FIELD_INT(struct activity_draft, online_places, .max = PLACES_MOST,                \
			  .label = N_("Places online")),                                           \
		FIELD_INT(struct activity_draft, min_age, .max = AGE_MOST,                         \
			  .label = N_("Youngest age")),                                            \
		FIELD_INT(struct activity_draft, max_age, .max = AGE_MOST,                         \
			  .label = N_("Oldest age")),                                              \
		FIELD_FLAG(struct activity_draft, waitlist, .label = N_("Waiting list")),          \
		FIELD_FLAG(struct activity_draft, party, .label = N_("Families")),                 \
		FIELD_TEXT(struct activity_draft, online_link, .max = 400,                         \
			   .label = N_("Address of the broadcast"))

const struct field activity_fields[] = {
	FIELD_ID(struct activity_draft, centre_id, .as = "centre", .required = true,
		 .label = N_("Centre")),
	DRAFT_FIELDS,
	FIELD_TEXT(struct activity_draft, rrule, .max = 200, .label = N_("Repeats")),
	FIELD_END,
};

const struct field activity_form_fields[] = {
	FIELD_ID(struct activity_draft, centre_id, .as = "centre", .required = true,
		 .label = N_("Centre")),
	DRAFT_FIELDS,
	FIELD_WORD(struct activity_draft, repeat, repeats, .label = N_("Repeats")),
	FIELD_DAY(struct activity_draft, repeat_until, .label = N_("Repeated until")),
	FIELD_END,
};

const struct field activity_change_fields[] = {
	DRAFT_FIELDS,
	FIELD_INT(struct activity_draft, version, .min = 0),
	FIELD_END,
};

struct activity_draft
activity_as_draft(const struct activity *activity)
{
	return (struct activity_draft){
		.centre_id = activity->centre_id,
		.venue_id = activity->venue_id,
		.title_zh = activity->title_zh,
		.title_en = activity->title_en,
		.summary_zh = activity->summary_zh,
		.summary_en = activity->summary_en,
		.field = activity->field,
		.audience = activity->audience,
		.start_quarter = activity->start_quarter,
		.end_quarter = activity->end_quarter,
		.mode = activity->mode,
		.places = activity->places,
		.online_places = activity->online_places,
		.min_age = activity->min_age,
		.max_age = activity->max_age,
		.waitlist = activity->waitlist,
		.party = activity->party,
		.online_link = activity->online_link,
		.version = activity->version,
	};
}

/* Another centre's room is not there. */
const struct refusal *
activity_room(struct work *work, struct id venue_id, struct id centre_id, struct venue *venue,
	      const struct venue **room)
{
	const struct refusal *refusal = NULL;

	*room = NULL;
	if (!id_given(venue_id))
		return NULL;
	refusal = venue_find(work, venue_id, venue);
	if (!refusal && !id_same(venue->centre_id, centre_id))
		refusal = &refused_missing;
	*room = venue;
	return refusal ? refuse_about(work, refusal, "venue") : NULL;
}

/* What a draft says over what an activity was. */
static void
take_draft(struct activity *activity, const struct activity_draft *draft)
{
	const struct activity_draft *d = draft;

	activity->venue_id = d->venue_id;
	activity->title_zh = d->title_zh;
	activity->title_en = d->title_en ? d->title_en : d->title_zh;
	activity->summary_zh = d->summary_zh;
	activity->summary_en = d->summary_en ? d->summary_en : d->summary_zh;
	activity->field = d->field;
	activity->audience = d->audience ? d->audience : &audience_all;
	activity->start_quarter = d->start_quarter;
	activity->end_quarter = d->end_quarter;
	activity->closes_quarter = d->start_quarter;
	activity->mode = d->mode ? d->mode : &mode_onsite;
	activity->places = is_onsite(d->mode) ? d->places : 0;
	activity->online_places = is_online(d->mode) ? d->online_places : 0;
	activity->min_age = d->min_age;
	activity->max_age = d->max_age;
	activity->waitlist = d->waitlist;
	activity->party = d->party;
	activity->online_link = d->online_link;
}

/* ---- making ---- */

static void
offer(struct work *work, const struct activity *activity, bool open)
{
	if (activity->places > 0)
		sql_places_insert(work, activity, mode_onsite.word, activity->places, open);
	if (activity->online_places > 0)
		sql_places_insert(work, activity, mode_online.word, activity->online_places, open);
}

static void
write_draft(struct work *work, const struct activity_draft *draft, struct id series, int64_t start,
	    struct activity *activity)
{
	struct activity_draft dated = *draft;

	dated.start_quarter = start;
	dated.end_quarter = start + draft->end_quarter - draft->start_quarter;
	*activity = (struct activity){
		.id = id_new(),
		.reference = reference_new(work),
		.status = &activity_draft,
		.series_id = series,
		.centre_id = draft->centre_id,
		.made_by = work->actor,
		.made_at = work->now,
		.version = 1,
	};
	take_draft(activity, &dated);
	sql_activity_insert(work, activity);
	offer(work, activity, false);
	audit_note_at(work, "activity_drafted", activity->id, (struct id){ 0 }, activity->centre_id,
		      activity_told(work, activity, NULL));
}

static const struct refusal *
may_make(struct work *work, const struct activity_draft *draft)
{
	struct centre centre;
	const struct refusal *refusal = centre_find(work, draft->centre_id, &centre);

	if (refusal)
		return refuse_about(work, refusal, "centre");
	return work_may(work, MAY_RUN_ACTIVITIES, draft->centre_id) ? NULL : &refused_forbidden;
}

static const struct refusal *
judge(struct work *work, const struct activity_draft *draft)
{
	struct venue venue;
	const struct venue *room;
	const struct refusal *refusal =
		activity_room(work, draft->venue_id, draft->centre_id, &venue, &room);

	return refusal ? refusal : activity_judge(work, draft, room);
}

/* As they stand, with the names of where they are. */
static const struct refusal *
find_again(struct work *work, struct activity *activities, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct refusal *refusal =
			activity_find(work, activities[i].id, &activities[i]);

		if (refusal)
			return refusal;
	}
	return NULL;
}

const struct refusal *
activity_make(struct work *work, const struct activity_draft *draft, struct activity **activities,
	      size_t *count)
{
	struct id series = { 0 };
	int64_t *starts;
	const struct refusal *refusal = may_make(work, draft);

	if (!refusal)
		refusal = judge(work, draft);
	if (!refusal)
		refusal = series_starts(work, draft, &starts, count);
	if (refusal)
		return refusal;
	*activities = arena_array(work->arena, *count, sizeof(**activities));
	if (series_rule(work, draft)) {
		series = id_new();
		sql_series_insert(work, series, series_rule(work, draft));
	}
	for (size_t i = 0; i < *count; i++)
		write_draft(work, draft, series, starts[i], &(*activities)[i]);
	return find_again(work, *activities, *count);
}

/* ---- changing ---- */

bool
activity_can_change(const struct activity *activity)
{
	return activity->status == &activity_draft || activity->status == &activity_published;
}

static bool
is_elsewhere(const struct activity *was, const struct activity *activity)
{
	return was->start_quarter != activity->start_quarter ||
	       was->end_quarter != activity->end_quarter ||
	       !id_same(was->venue_id, activity->venue_id);
}

static const struct refusal *
too_few(struct work *work, struct id id, const char *field, bool online)
{
	struct activity now;

	if (!sql_activity_find(work, id, &now))
		return &refused_missing;
	return refuse_about(
		work,
		refuse_saying(work, &places_taken,
			      text(work, _("%ld places are taken already; offer at least as many."),
				   online ? now.online_taken : now.taken)),
		field);
}

/* One counter, from so many places to so many: those taken stay taken, and what is new is for
 * those who wait. */
static bool
change_places(struct work *work, const struct activity *activity, const char *mode, int64_t from,
	      int64_t to)
{
	if (from == to)
		return true;
	if (from == 0) {
		sql_places_insert(work, activity, mode, to, activity->status != &activity_draft);
		return true;
	}
	if (to == 0)
		return sql_places_drop(work, activity->id, mode);
	if (to < from)
		return sql_places_fewer(work, activity->id, mode, to);
	sql_places_more(work, activity->id, mode, to - from);
	waiting_offer_soon(work, activity->id);
	return true;
}

static const struct refusal *
change_counters(struct work *work, const struct activity *was, const struct activity *activity)
{
	if (!change_places(work, activity, mode_onsite.word, was->places, activity->places))
		return too_few(work, activity->id, "places", false);
	if (!change_places(work, activity, mode_online.word, was->online_places,
			   activity->online_places))
		return too_few(work, activity->id, "online_places", true);
	sql_places_close_at(work, activity->id, activity->closes_quarter);
	return NULL;
}

/* The room first: who loses it has changed nothing. */
static const struct refusal *
move_room(struct work *work, const struct activity *was, const struct activity *activity)
{
	struct venue venue;
	const struct venue *room;
	const struct refusal *refusal;

	if (was->status == &activity_draft || !is_elsewhere(was, activity))
		return NULL;
	refusal = activity_room(work, activity->venue_id, activity->centre_id, &venue, &room);
	if (refusal)
		return refusal;
	sql_activity_release(work, was->id);
	return activity_hold(work, activity, room);
}

static const struct refusal *
take_along(struct work *work, const struct activity *was, const struct activity *activity)
{
	bool moved = is_elsewhere(was, activity);
	const struct refusal *refusal = NULL;

	if (was->status == &activity_draft)
		return NULL;
	if (moved)
		refusal = followers_move(work, was, activity);
	if (!refusal && (moved || strcmp(was->title_zh, activity->title_zh) != 0))
		concerned_follow(work, was, activity);
	return refusal;
}

static const struct refusal *
change(struct work *work, const struct activity *was, struct activity *activity)
{
	const struct refusal *refusal = move_room(work, was, activity);

	if (refusal)
		return refusal;
	if (!sql_activity_update(work, activity))
		return &refused_stale;
	refusal = change_counters(work, was, activity);
	if (!refusal)
		refusal = activity_find(work, activity->id, activity);
	if (!refusal)
		refusal = take_along(work, was, activity);
	if (!refusal)
		audit_note_at(work, "activity_changed", activity->id, (struct id){ 0 },
			      activity->centre_id, activity_told(work, activity, was));
	return refusal;
}

const struct refusal *
activity_change(struct work *work, struct activity *activity, const struct activity_draft *draft)
{
	const struct activity was = *activity;
	const struct refusal *refusal;

	if (!activity_may_run(work, activity))
		return &refused_forbidden;
	if (draft->version && draft->version != activity->version)
		return &refused_stale;
	if (!activity_can_change(activity))
		return activity->status == &activity_cancelled ? &activity_closed : &activity_begun;
	refusal = judge(work, draft);
	if (refusal)
		return refusal;
	take_draft(activity, draft);
	return change(work, &was, activity);
}
