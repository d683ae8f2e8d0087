/* booking_calendar.c - a booking as an iCalendar object (RFC 5545). */

#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "base/seal.h"
#include "base/text.h"
#include "booking/booking.h"
#include "booking/booking_part.h"
#include "booking/booking_sql.h"
#include "diary/event.h"
#include "outbox/outbox.h"

const struct column sealed_address_columns[] = {
	COLUMN_BYTES(struct sealed_address, sealed),
	COLUMN_END,
};

static enum event_status
status_of(const struct booking *booking)
{
	if (booking->status == &booking_cancelled)
		return EVENT_CANCELLED;
	return booking->status == &booking_confirmed ? EVENT_CONFIRMED : EVENT_TENTATIVE;
}

static const char *
mail_of(struct work *work, struct id person)
{
	struct sealed_address address;

	if (!sql_mail_of(work, person, &address))
		return NULL;
	return unseal(work, SEAL_PERSON_ADDRESS, person, address.sealed);
}

static struct invitation
invitation_of(struct work *work, const struct booking *booking)
{
	return (struct invitation){
		.from = outbox_address(work),
		.from_name = booking->centre_name,
		.to = mail_of(work, booking->person_id),
		.to_name = booking->person_name,
	};
}

/* The first version is sequence 0, and each change raises both. */
static struct event
event_of(struct work *work, const struct booking *booking)
{
	const char *id = text(work, "%s", id_text(booking->id).chars);

	return (struct event){
		.uid = text(work, "%s@booking.quarter", id),
		.sequence = booking->version - 1,
		.changed_at = work->now,
		.start = quarter_time(booking->start_quarter),
		.end = quarter_time(booking->end_quarter),
		.summary = booking->venue_name,
		.location = booking->centre_name,
		.description = text(work, _("Reference %s. %s"),
				    reference_shown(work, booking->reference), booking->purpose),
		.url = whole_url(work, text(work, "/bookings/%s", id)),
		.status = status_of(booking),
	};
}

const char *
booking_calendar(struct work *work, const struct booking *booking, const char *method)
{
	struct event event = event_of(work, booking);
	struct invitation invitation;

	if (strcmp(method, "PUBLISH") == 0)
		return event_written(work, "Bookings", method, &event, NULL);
	invitation = invitation_of(work, booking);
	return event_written(work, "Bookings", method, &event, &invitation);
}
