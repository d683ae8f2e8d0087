/* booking_calendar.c - a booking as an iCalendar object (RFC 5545). */

#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/seal.h"
#include "base/text.h"
#include "booking/booking.h"
#include "booking/booking_part.h"
#include "booking/booking_sql.h"
#include "outbox/outbox.h"

const struct column sealed_address_columns[] = {
	COLUMN_BYTES(struct sealed_address, sealed),
	COLUMN_END,
};

/* In UTC, so that nothing need be said of the zone. */
static struct icaltimetype
moment(time_t at)
{
	return icaltime_from_timet_with_zone(at, 0, icaltimezone_get_utc_timezone());
}

static icalproperty_method
method_of(const char *method)
{
	if (strcmp(method, "REQUEST") == 0)
		return ICAL_METHOD_REQUEST;
	return strcmp(method, "CANCEL") == 0 ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH;
}

static icalproperty_status
status_of(const struct booking *booking)
{
	if (booking->status == &booking_cancelled)
		return ICAL_STATUS_CANCELLED;
	return booking->status == &booking_confirmed ? ICAL_STATUS_CONFIRMED
						     : ICAL_STATUS_TENTATIVE;
}

/* The first version is sequence 0, and each change raises both. */
static void
add_facts(struct work *work, icalcomponent *event, const struct booking *booking)
{
	const char *uid = text(work, "%s@booking.quarter", id_text(booking->id).chars);
	const char *about = text(work, _("Reference %s. %s"),
				 reference_shown(work, booking->reference), booking->purpose);
	const char *url = whole_url(work, text(work, "/bookings/%s", id_text(booking->id).chars));

	icalcomponent_add_property(event, icalproperty_new_uid(uid));
	icalcomponent_add_property(event, icalproperty_new_sequence((int)booking->version - 1));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(moment(work->now)));
	icalcomponent_add_property(
		event, icalproperty_new_dtstart(moment(quarter_time(booking->start_quarter))));
	icalcomponent_add_property(
		event, icalproperty_new_dtend(moment(quarter_time(booking->end_quarter))));
	icalcomponent_add_property(event, icalproperty_new_summary(booking->venue_name));
	icalcomponent_add_property(event, icalproperty_new_location(booking->centre_name));
	icalcomponent_add_property(event, icalproperty_new_description(about));
	icalcomponent_add_property(event, icalproperty_new_url(url));
	icalcomponent_add_property(event, icalproperty_new_status(status_of(booking)));
}

static const char *
mail_of(struct work *work, struct id person)
{
	struct sealed_address address;

	if (!sql_mail_of(work, person, &address))
		return NULL;
	return unseal(work, SEAL_PERSON_ADDRESS, person, address.sealed);
}

/* Who invites and who is invited: what a mail says, and a file to keep does not. */
static void
add_people(struct work *work, icalcomponent *event, const struct booking *booking)
{
	const char *from = text(work, "mailto:%s", outbox_address(work));
	const char *mail = mail_of(work, booking->person_id);
	icalproperty *organizer = icalproperty_new_organizer(from);
	icalproperty *attendee;

	icalproperty_add_parameter(organizer, icalparameter_new_cn(booking->centre_name));
	icalcomponent_add_property(event, organizer);
	if (!mail)
		return;
	attendee = icalproperty_new_attendee(text(work, "mailto:%s", mail));
	icalproperty_add_parameter(attendee, icalparameter_new_cn(booking->person_name));
	icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
	icalcomponent_add_property(event, attendee);
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
booking_calendar(struct work *work, const struct booking *booking, const char *method)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalcomponent *event = icalcomponent_new_vevent();

	arena_defer(work->arena, release_calendar, calendar);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Quarter//Bookings//EN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(method_of(method)));
	add_facts(work, event, booking);
	if (strcmp(method, "PUBLISH") != 0)
		add_people(work, event, booking);
	icalcomponent_add_component(calendar, event);
	return written(work, calendar);
}
