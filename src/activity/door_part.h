/* door_part.h - rows of the door, for its statements alone. */
#ifndef DOOR_PART_H
#define DOOR_PART_H

#include "activity/door.h"

/* A ticket that was shown, and what it is for. */
struct ticket {
	struct id seat_id;
	struct id registration_id;
	struct id activity_id;
	const char *person_name;
	const struct word *status; /* of the registration */
	bool is_live;
	const char *title; /* of its activity */
	int64_t start_quarter;
};
extern const struct column ticket_columns[];

/* One row of who came. */
struct attendance {
	struct id id;
	struct id activity_id;
	struct id seat_id; /* names nothing: counted */
	const struct word *source;
	struct id made_by;
	time_t made_at;
};

#endif
