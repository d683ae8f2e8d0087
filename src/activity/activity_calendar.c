/* activity_calendar.c - an activity as an iCalendar object (RFC 5545), for whoever likes to keep
 * it: who takes part has it in the diary. */

#include "activity/activity.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/event.h"

static const char *
place_of(struct work *work, const struct activity *activity)
{
	if (!activity->venue_name)
		return activity->centre_name;
	return text(work, pgettext("a place", "%s, %s"), activity->venue_name,
		    activity->centre_name);
}

/* Each change raises the version and with it the sequence. */
const char *
activity_calendar(struct work *work, const struct activity *activity)
{
	const char *id = text(work, "%s", id_text(activity->id).chars);
	bool off = activity->status == &activity_cancelled;
	const struct event event = {
		.uid = text(work, "%s@activity.quarter", id),
		.sequence = activity->version - 1,
		.changed_at = work->now,
		.start = quarter_time(activity->start_quarter),
		.end = quarter_time(activity->end_quarter),
		.summary = activity->title,
		.location = place_of(work, activity),
		.description = activity->summary,
		.url = whole_url(work, text(work, "/activities/%s", id)),
		.status = off ? EVENT_CANCELLED : EVENT_CONFIRMED,
	};

	return event_written(work, "Activities", "PUBLISH", &event, NULL);
}
