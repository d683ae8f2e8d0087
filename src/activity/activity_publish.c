/* activity_publish.c - publishing drafts, and cancelling. */

#include "activity/activity.h"
#include "activity/activity_change_sql.h"
#include "activity/activity_follow.h"
#include "activity/activity_part.h"
#include "activity/activity_rules.h"
#include "activity/activity_sql.h"
#include "audit/audit.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booking/booking.h"

static const struct id nobody = { 0 };

/* ---- publishing ---- */

static const struct refusal *
room_taken(struct work *work, const struct activity *activity, const struct venue *room)
{
	const struct booking_draft wanted = {
		.venue_id = room->id,
		.start_quarter = activity->start_quarter,
		.end_quarter = activity->end_quarter,
		.people = activity->places,
	};
	struct refusal *copy = arena_one(work->arena, struct refusal);

	*copy = slot_taken;
	copy->made = text(work,
			  _("%s is held by somebody else, %s, so nothing was changed. Choose "
			    "another time or another room."),
			  room->name,
			  between_times(work, quarter_time(activity->start_quarter),
					quarter_time(activity->end_quarter)));
	copy->alternatives = booking_alternatives(work, room, &wanted);
	return copy;
}

const struct refusal *
activity_hold(struct work *work, const struct activity *activity, const struct venue *room)
{
	if (!room || sql_activity_claim(work, activity, activity->end_quarter + room->gap_quarters))
		return NULL;
	return room_taken(work, activity, room);
}

/* The room first, so that who loses has written nothing. */
static const struct refusal *
open_up(struct work *work, struct activity *activity, const struct venue *room)
{
	const struct refusal *refusal = activity_hold(work, activity, room);

	if (refusal)
		return refusal;
	if (!sql_activity_publish(work, activity))
		return &refused_stale;
	sql_places_open(work, activity->id, activity->closes_quarter);
	audit_note_at(work, "activity_published", activity->id, nobody, activity->centre_id,
		      activity_told(work, activity, NULL));
	return activity_find(work, activity->id, activity);
}

static const struct refusal *
may_publish(struct work *work, const struct activity *activity, struct venue *venue,
	    const struct venue **room)
{
	const struct activity_draft draft = activity_as_draft(activity);
	const struct refusal *refusal;

	if (!activity_may_run(work, activity))
		return &refused_forbidden;
	if (activity->status == &activity_cancelled)
		return &activity_closed;
	refusal = activity_room(work, activity->venue_id, activity->centre_id, venue, room);
	return refusal ? refusal : activity_judge(work, &draft, *room);
}

const struct refusal *
activity_publish(struct work *work, struct activity *activity)
{
	struct venue venue;
	const struct venue *room;
	const struct refusal *refusal;

	if (activity_is_on(activity) && activity_may_run(work, activity))
		return NULL;
	refusal = may_publish(work, activity, &venue, &room);
	return refusal ? refusal : open_up(work, activity, room);
}

struct activity *
activity_series(struct work *work, const struct activity *activity, size_t *count)
{
	struct activity *dates;

	*count = 0;
	if (!id_given(activity->series_id))
		return NULL;
	dates = sql_activities_of_series(work, activity->series_id,
					 activity_may_run(work, activity), count);
	activity_complete(work, dates, *count);
	return dates;
}

/* All are judged before any is written. */
static const struct refusal *
judge_all(struct work *work, struct activity *drafts, size_t count, struct venue *venues,
	  const struct venue **rooms)
{
	for (size_t i = 0; i < count; i++) {
		const struct refusal *refusal =
			may_publish(work, &drafts[i], &venues[i], &rooms[i]);

		if (refusal)
			return refusal;
	}
	return NULL;
}

static size_t
keep_drafts(struct activity *dates, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (dates[i].status == &activity_draft)
			dates[kept++] = dates[i];
	return kept;
}

const struct refusal *
activity_publish_series(struct work *work, struct activity *activity)
{
	size_t count;
	struct activity *drafts = activity_series(work, activity, &count);
	struct venue *venues;
	const struct venue **rooms;
	const struct refusal *refusal;

	if (!drafts)
		return activity_publish(work, activity);
	count = keep_drafts(drafts, count);
	venues = arena_array(work->arena, count + 1, sizeof(*venues));
	rooms = arena_array(work->arena, count + 1, sizeof(*rooms));
	refusal = judge_all(work, drafts, count, venues, rooms);
	for (size_t i = 0; !refusal && i < count; i++)
		refusal = open_up(work, &drafts[i], rooms[i]);
	return refusal ? refusal : activity_find(work, activity->id, activity);
}

/* ---- cancelling ---- */

static const struct refusal *
may_cancel(struct work *work, const struct activity *activity, const char *reason)
{
	if (!activity_may_run(work, activity))
		return &refused_forbidden;
	if (!activity_can_change(activity))
		return &activity_begun;
	if (!reason && activity->status == &activity_published)
		return refuse_saying(work, &reason_needed,
				     _("Say why: everybody who signed up is told your reason."));
	return NULL;
}

/* The places are closed before anybody is asked who has one: whoever was registering has
 * either done so by then, and is told, or is refused. */
static void
let_go(struct work *work, struct activity *activity)
{
	sql_places_shut(work, activity->id);
	sql_activity_release(work, activity->id);
	followers_cancel(work, activity);
	concerned_release(work, activity);
	audit_note_at(work, "activity_cancelled", activity->id, nobody, activity->centre_id,
		      activity_told(work, activity, NULL));
}

const struct refusal *
activity_cancel(struct work *work, struct activity *activity, const char *reason)
{
	const struct refusal *refusal;

	if (activity->status == &activity_cancelled && activity_may_run(work, activity))
		return NULL;
	refusal = may_cancel(work, activity, reason);
	if (refusal)
		return refusal;
	if (!sql_activity_cancel(work, activity, reason))
		return &refused_stale;
	activity->reason = reason;
	let_go(work, activity);
	return activity_find(work, activity->id, activity);
}
