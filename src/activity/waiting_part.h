/* waiting_part.h - rows of the queue, for its statements alone. */
#ifndef WAITING_PART_H
#define WAITING_PART_H

#include "activity/waiting.h"

/* What can be offered of the places for one mode. */
struct freed_places {
	const struct word *mode;
	int64_t freed;
	int64_t waiting;
};
extern const struct column freed_places_columns[];

/* One in the queue. */
struct waiter {
	struct id id;
	int64_t number;
	int64_t seats, at_least;
	int64_t passed_over;
	int64_t version;
};
extern const struct column waiter_columns[];

#endif
