/* shift_calendar.c - a shift as an iCalendar object (RFC 5545). */

#include "base/text.h"
#include "diary/event.h"
#include "shift/shift_part.h"

const char *
shift_calendar(struct work *work, const struct shift *shift)
{
	const char *path = text(work, "/volunteer/shifts/%s", id_text(shift->id).chars);
	bool off = shift->status == &shift_cancelled;
	const struct event event = {
		.uid = text(work, "%s@shift.quarter", id_text(shift->id).chars),
		.sequence = shift->version - 1,
		.changed_at = work->now,
		.start = quarter_time(shift->start_quarter),
		.end = quarter_time(shift->end_quarter),
		.summary = shift->role,
		.location = language_number() == 1 ? shift->place_zh : shift->place_en,
		.url = whole_url(work, path),
		.status = off ? EVENT_CANCELLED : EVENT_CONFIRMED,
	};

	return event_written(work, "Shifts", "PUBLISH", &event, NULL);
}
