/* event.h - iCalendar objects (RFC 5545) of things that take somebody's time. */
#ifndef EVENT_H
#define EVENT_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/work.h"

enum event_status { EVENT_TENTATIVE, EVENT_CONFIRMED, EVENT_CANCELLED };

struct event {
	const char *uid; /* the same as long as it is the same thing */
	int64_t sequence;
	time_t changed_at;
	time_t start, end;
	const char *summary, *location;
	const char *description; /* or NULL */
	const char *url;
	enum event_status status;
};

/* Who invites, and who is invited: what a mail says, and a file to keep does not. */
struct invitation {
	const char *from, *from_name;
	const char *to, *to_name; /* to: NULL where no address is known */
};

/* One event, by the part of Quarter ("Bookings") that it comes from; method is PUBLISH, or in a
 * mail REQUEST or CANCEL, and invitation is NULL but in a mail. */
const char *event_written(struct work *work, const char *part, const char *method,
			  const struct event *event, const struct invitation *invitation);

/* A calendar to subscribe to, METHOD:PUBLISH: the same events give the same bytes. */
const char *events_published(struct work *work, const char *name, const struct event *events,
			     size_t count);

#endif
