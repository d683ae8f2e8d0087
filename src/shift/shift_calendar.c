/* shift_calendar.c - a shift as an iCalendar object (RFC 5545). */

#include <libical/ical.h>

#include "base/arena.h"
#include "base/text.h"
#include "shift/shift_part.h"

/* In UTC, so that nothing need be said of the zone. */
static struct icaltimetype
moment(time_t at)
{
	return icaltime_from_timet_with_zone(at, 0, icaltimezone_get_utc_timezone());
}

static void
add_facts(struct work *work, icalcomponent *event, const struct shift *shift)
{
	const char *uid = text(work, "%s@shift.quarter", id_text(shift->id).chars);
	const char *path = text(work, "/volunteer/shifts/%s", id_text(shift->id).chars);
	const char *place = language_number() == 1 ? shift->place_zh : shift->place_en;
	bool off = shift->status == &shift_cancelled;

	icalcomponent_add_property(event, icalproperty_new_uid(uid));
	icalcomponent_add_property(event, icalproperty_new_sequence((int)shift->version - 1));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(moment(work->now)));
	icalcomponent_add_property(
		event, icalproperty_new_dtstart(moment(quarter_time(shift->start_quarter))));
	icalcomponent_add_property(
		event, icalproperty_new_dtend(moment(quarter_time(shift->end_quarter))));
	icalcomponent_add_property(event, icalproperty_new_summary(shift->role));
	icalcomponent_add_property(event, icalproperty_new_location(place));
	icalcomponent_add_property(event, icalproperty_new_url(whole_url(work, path)));
	icalcomponent_add_property(event, icalproperty_new_status(off ? ICAL_STATUS_CANCELLED
								      : ICAL_STATUS_CONFIRMED));
}

static void
release_calendar(void *calendar)
{
	icalcomponent_free(calendar);
}

const char *
shift_calendar(struct work *work, const struct shift *shift)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalcomponent *event = icalcomponent_new_vevent();
	const char *copy;
	char *chars;

	arena_defer(work->arena, release_calendar, calendar);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Quarter//Shifts//EN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	add_facts(work, event, shift);
	icalcomponent_add_component(calendar, event);
	chars = icalcomponent_as_ical_string_r(calendar);
	copy = arena_text(work->arena, chars);
	icalmemory_free_buffer(chars);
	return copy;
}
