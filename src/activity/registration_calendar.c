/* registration_calendar.c - a registration as an iCalendar object (RFC 5545). */

#include <libical/ical.h>

#include "activity/registration.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"

/* In UTC, so that nothing need be said of the zone. */
static struct icaltimetype
moment(time_t at)
{
	return icaltime_from_timet_with_zone(at, 0, icaltimezone_get_utc_timezone());
}

static icalproperty_status
status_of(const struct registration *registration)
{
	if (registration->status == &registration_cancelled)
		return ICAL_STATUS_CANCELLED;
	return registration->status == &registration_registered ? ICAL_STATUS_CONFIRMED
								: ICAL_STATUS_TENTATIVE;
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
static void
add_facts(struct work *work, icalcomponent *event, const struct registration *registration)
{
	const char *id = text(work, "%s", id_text(registration->id).chars);
	const char *uid = text(work, "%s@registration.quarter", id);
	const char *about =
		text(work, _("Reference %s"), reference_shown(work, registration->reference));
	const char *url = whole_url(work, text(work, "/registrations/%s", id));
	time_t start = quarter_time(registration->start_quarter);
	time_t end = quarter_time(registration->end_quarter);

	icalcomponent_add_property(event, icalproperty_new_uid(uid));
	icalcomponent_add_property(event,
				   icalproperty_new_sequence((int)registration->version - 1));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(moment(work->now)));
	icalcomponent_add_property(event, icalproperty_new_dtstart(moment(start)));
	icalcomponent_add_property(event, icalproperty_new_dtend(moment(end)));
	icalcomponent_add_property(event, icalproperty_new_summary(registration->title));
	icalcomponent_add_property(event, icalproperty_new_location(place_of(work, registration)));
	icalcomponent_add_property(event, icalproperty_new_description(about));
	icalcomponent_add_property(event, icalproperty_new_url(url));
	icalcomponent_add_property(event, icalproperty_new_status(status_of(registration)));
}

static void
release_calendar(void *calendar)
{
	icalcomponent_free(calendar);
}

/* libical folds its lines at 75 octets and ends them as mail does. */
static const char *
written(struct work *work, icalcomponent *calendar)
{
	char *chars = icalcomponent_as_ical_string_r(calendar);
	const char *copy = arena_text(work->arena, chars);

	icalmemory_free_buffer(chars);
	return copy;
}

const char *
registration_calendar(struct work *work, const struct registration *registration)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalcomponent *event = icalcomponent_new_vevent();

	arena_defer(work->arena, release_calendar, calendar);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Quarter//Activities//EN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	add_facts(work, event, registration);
	icalcomponent_add_component(calendar, event);
	return written(work, calendar);
}
