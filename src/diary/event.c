/* event.c - writes events as libical writes them: lines folded, what is special escaped. */

#include "diary/event.h"

#include <libical/ical.h>

#include "base/arena.h"
#include "base/text.h"

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
new_event(const struct event *event)
{
	icalcomponent *made =
		icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(event->uid),
				    icalproperty_new_sequence((int)event->sequence),
				    icalproperty_new_dtstamp(moment(event->changed_at)),
				    icalproperty_new_dtstart(moment(event->start)),
				    icalproperty_new_dtend(moment(event->end)),
				    icalproperty_new_summary(event->summary),
				    icalproperty_new_location(event->location), (void *)NULL);

	if (event->description)
		icalcomponent_add_property(made, icalproperty_new_description(event->description));
	icalcomponent_add_property(made, icalproperty_new_url(event->url));
	icalcomponent_add_property(made, icalproperty_new_status(statuses[event->status]));
	return made;
}

static void
add_people(struct work *work, icalcomponent *event, const struct invitation *invitation)
{
	icalproperty *organizer =
		icalproperty_new_organizer(text(work, "mailto:%s", invitation->from));
	icalproperty *attendee;

	icalproperty_add_parameter(organizer, icalparameter_new_cn(invitation->from_name));
	icalcomponent_add_property(event, organizer);
	if (!invitation->to)
		return;
	attendee = icalproperty_new_attendee(text(work, "mailto:%s", invitation->to));
	icalproperty_add_parameter(attendee, icalparameter_new_cn(invitation->to_name));
	icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
	icalcomponent_add_property(event, attendee);
}

static void
let_go(void *calendar)
{
	icalcomponent_free(calendar);
}

static icalcomponent *
new_calendar(struct work *work, const char *part, icalproperty_method method)
{
	icalcomponent *calendar =
		icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
				    icalproperty_new_prodid(text(work, "-//Quarter//%s//EN", part)),
				    icalproperty_new_method(method), (void *)NULL);

	arena_defer(work->arena, let_go, calendar);
	return calendar;
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
event_written(struct work *work, const char *part, const char *method, const struct event *event,
	      const struct invitation *invitation)
{
	icalcomponent *calendar = new_calendar(work, part, icalproperty_string_to_method(method));
	icalcomponent *made = new_event(event);

	icalcomponent_add_component(calendar, made);
	if (invitation)
		add_people(work, made, invitation);
	return written(work, calendar);
}

const char *
events_published(struct work *work, const char *name, const struct event *events, size_t count)
{
	icalcomponent *calendar = new_calendar(work, "Diary", ICAL_METHOD_PUBLISH);
	struct icaldurationtype between = icaldurationtype_from_int(HOURS_BETWEEN * 3600);

	icalcomponent_add_property(calendar, icalproperty_new_name(name));
	icalcomponent_add_property(calendar, icalproperty_new_refreshinterval(between));
	for (size_t i = 0; i < count; i++)
		icalcomponent_add_component(calendar, new_event(&events[i]));
	return written(work, calendar);
}
