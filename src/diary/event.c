/* event.c - writes events as libical writes them: lines folded, what is special escaped. */

#include "diary/event.h"

#include <libical/ical.h>

#include "base/arena.h"

#define HOURS_BETWEEN 1 /* at least, between two looks of a program that subscribes */

/* In UTC, so that nothing need be said of the zone. */
static struct icaltimetype
moment(time_t at)
{
	return icaltime_from_timet_with_zone(at, 0, icaltimezone_get_utc_timezone());
}

static const icalproperty_status statuses[] = {
	[EVENT_TENTATIVE] = ICAL_STATUS_TENTATIVE,
	[EVENT_CONFIRMED] = ICAL_STATUS_CONFIRMED,
	[EVENT_CANCELLED] = ICAL_STATUS_CANCELLED,
};

static icalcomponent *
written_event(const struct event *event)
{
	return icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(event->uid),
				   icalproperty_new_sequence((int)event->sequence),
				   icalproperty_new_dtstamp(moment(event->changed_at)),
				   icalproperty_new_dtstart(moment(event->start)),
				   icalproperty_new_dtend(moment(event->end)),
				   icalproperty_new_summary(event->summary),
				   icalproperty_new_location(event->location),
				   icalproperty_new_url(event->url),
				   icalproperty_new_status(statuses[event->status]), (void *)NULL);
}

static void
let_go(void *calendar)
{
	icalcomponent_free(calendar);
}

static icalcomponent *
new_calendar(struct work *work, const char *name)
{
	icalcomponent *calendar = icalcomponent_vanew(
		ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
		icalproperty_new_prodid("-//Quarter//Diary//EN"),
		icalproperty_new_method(ICAL_METHOD_PUBLISH), icalproperty_new_name(name),
		icalproperty_new_refreshinterval(icaldurationtype_from_int(HOURS_BETWEEN * 3600)),
		(void *)NULL);

	arena_defer(work->arena, let_go, calendar);
	return calendar;
}

const char *
events_published(struct work *work, const char *name, const struct event *events, size_t count)
{
	icalcomponent *calendar = new_calendar(work, name);
	const char *copy;
	char *chars;

	for (size_t i = 0; i < count; i++)
		icalcomponent_add_component(calendar, written_event(&events[i]));
	chars = icalcomponent_as_ical_string_r(calendar);
	copy = arena_text(work->arena, chars);
	icalmemory_free_buffer(chars);
	return copy;
}
