/* activity_part.h - what the files of activities share. */
#ifndef ACTIVITY_PART_H
#define ACTIVITY_PART_H

#include "activity/activity.h"
#include "venue/venue.h"

/* Sets what the clock tells and what is counted from others. */
void activity_complete(const struct work *work, struct activity *activities, size_t count);

/* The room that an activity or a draft names; `room` is NULL where it names none. */
MUST_USE const struct refusal *activity_room(struct work *work, struct id venue_id,
					     struct id centre_id, struct venue *venue,
					     const struct venue **room);

/* Holds the quarters of its room, or is slot_taken, said of the day. */
MUST_USE const struct refusal *activity_hold(struct work *work, const struct activity *activity,
					     const struct venue *room);

/* The starts of a rule's dates, the first that of the draft where the rule has it. */
MUST_USE const struct refusal *series_starts(struct work *work, const struct activity_draft *draft,
					     int64_t **starts, size_t *count);

/* The rule of a draft, whether it was said as one or in a form; NULL: it is held once. */
const char *series_rule(struct work *work, const struct activity_draft *draft);

/* The title in both languages, as the diary keeps it; what a letter tells, as JSON. */
const char *activity_title_json(struct work *work, const struct activity *activity);
const char *activity_told(struct work *work, const struct activity *activity,
			  const struct activity *was);

/* Everybody whose seat is live: in the diary, and by a letter each, told that it moved or fell. */
void concerned_follow(struct work *work, const struct activity *was,
		      const struct activity *activity);
void concerned_release(struct work *work, const struct activity *activity);

/* What a statement that lists is asked; NULL and ids that name nothing are not asked for. */
struct activity_filter {
	struct id centre_id;
	const char *centres; /* their numbers, separated by commas */
	const char *mode, *audiences, *field, *q, *status;
	int64_t ends_after, from_quarter, until_quarter;
	int64_t after, rows; /* of the cursor */
	struct id after_id;
};
extern const struct column field_option_columns[];

/* A live seat. */
struct concerned {
	struct id registration_id;
	struct id person_id;
	const char *status; /* of the registration */
};
extern const struct column concerned_columns[];

/* Who reads what is told of a seat. */
struct concerned_reader {
	struct id person_id;
};
extern const struct column concerned_reader_columns[];

#endif
