/* registration_calendar.c - a registration as an iCalendar object (RFC 5545). */

#include "activity/registration.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "diary/event.h"

static enum event_status
status_of(const struct registration *registration)
{
	if (registration->status == &registration_cancelled)
		return EVENT_CANCELLED;
	return registration->status == &registration_registered ? EVENT_CONFIRMED : EVENT_TENTATIVE;
}

static const char *
place_of(struct work *work, const struct registration *registration)
{
	if (!registration->venue_name)
		return registration->centre_name;
	return text(work, pgettext("a place", "%s, %s"), registration->venue_name,
		    registration->centre_name);
}

/* The first version is sequence 0, and each change raises both. */
const char *
registration_calendar(struct work *work, const struct registration *registration)
{
	const char *id = text(work, "%s", id_text(registration->id).chars);
	const struct event event = {
		.uid = text(work, "%s@registration.quarter", id),
		.sequence = registration->version - 1,
		.changed_at = work->now,
		.start = quarter_time(registration->start_quarter),
		.end = quarter_time(registration->end_quarter),
		.summary = registration->title,
		.location = place_of(work, registration),
		.description = text(work, _("Reference %s"),
				    reference_shown(work, registration->reference)),
		.url = whole_url(work, text(work, "/registrations/%s", id)),
		.status = status_of(registration),
	};

	return event_written(work, "Activities", "PUBLISH", &event, NULL);
}
