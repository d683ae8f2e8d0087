/* activity_calendar.c - an activity as an iCalendar object (RFC 5545), for whoever likes to keep
 * it: who takes part has it in the diary. */

#include <libical/ical.h>

#include "activity/activity.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"

/* In UTC, so that nothing need be said of the zone. */
static struct icaltimetype
moment(time_t at)
{
	return icaltime_from_timet_with_zone(at, 0, icaltimezone_get_utc_timezone());
}

static const char *
place_of(struct work *work, const struct activity *activity)
{
	if (!activity->venue_name)
		return activity->centre_name;
	return text(work, _("%s, %s"), activity->venue_name, activity->centre_name);
}

/* Each change raises the version and with it the sequence. */
static void
add_facts(struct work *work, icalcomponent *event, const struct activity *activity)
{
	const char *id = text(work, "%s", id_text(activity->id).chars);
	const char *url = whole_url(work, text(work, "/activities/%s", id));
	bool off = activity->status == &activity_cancelled;

	icalcomponent_add_property(event,
				   icalproperty_new_uid(text(work, "%s@activity.quarter", id)));
	icalcomponent_add_property(event, icalproperty_new_sequence((int)activity->version - 1));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(moment(work->now)));
	icalcomponent_add_property(
		event, icalproperty_new_dtstart(moment(quarter_time(activity->start_quarter))));
	icalcomponent_add_property(
		event, icalproperty_new_dtend(moment(quarter_time(activity->end_quarter))));
	icalcomponent_add_property(event, icalproperty_new_summary(activity->title));
	icalcomponent_add_property(event, icalproperty_new_location(place_of(work, activity)));
	icalcomponent_add_property(event, icalproperty_new_description(activity->summary));
	icalcomponent_add_property(event, icalproperty_new_url(url));
	icalcomponent_add_property(event, icalproperty_new_status(off ? ICAL_STATUS_CANCELLED
								      : ICAL_STATUS_CONFIRMED));
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
activity_calendar(struct work *work, const struct activity *activity)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalcomponent *event = icalcomponent_new_vevent();

	arena_defer(work->arena, release_calendar, calendar);
	icalcomponent_add_component(calendar, event);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Quarter//Activities//EN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	add_facts(work, event, activity);
	return written(work, calendar);
}
