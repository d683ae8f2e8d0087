/* event.h - an iCalendar object (RFC 5545) of things that take somebody's time. */
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
	const char *url;
	enum event_status status;
};

/* A calendar to subscribe to, METHOD:PUBLISH: the same events give the same bytes. */
const char *events_published(struct work *work, const char *name, const struct event *events,
			     size_t count);

#endif
