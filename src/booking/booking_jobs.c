/* booking_jobs.c - reminds of a booking the day before. */

#include "booking/booking_jobs.h"

#include "base/quarter.h"
#include "booking/booking.h"
#include "booking/booking_part.h"
#include "booking/booking_sql.h"
#include "outbox/outbox.h"

/* Looks at the booking again: it may have been cancelled, or have begun, meanwhile. */
static void
remind(struct work *work, struct id thing)
{
	struct booking booking;

	if (!sql_booking_find(work, thing, &booking) || booking.status != &booking_confirmed ||
	    quarter_time(booking.start_quarter) <= work->now)
		return;
	outbox_write(work, booking.person_id, booking_reminder, booking.id,
		     booking_told(work, &booking, NULL));
}

const struct job booking_jobs[] = {
	{ .name = booking_reminder, .run = remind },
	JOBS_END,
};
