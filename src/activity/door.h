/* door.h - who comes: let in by a ticket, by the list, or counted without a name.
 *
 * Who came is rows of attendance, one for each seat by a unique key, so that the same ticket lets
 * in once however often it is shown; or one for each person who was counted.  A row that is taken
 * back stays, and counts no more.
 *
 * The door opens some minutes before the start and stays open until the end of the day.  What is
 * typed from a printed list after that is kept as late. */
#ifndef DOOR_H
#define DOOR_H

#include "activity/activity.h"
#include "activity/registration.h"

/* Somebody who was let in. */
struct entrance {
	struct id id;
	struct id registration_id; /* names nothing: somebody without a name */
	const char *person_name;   /* or NULL */
	const struct word *source; /* scan, list, tally, late */
	time_t came_at;
	int64_t people;
};
extern const struct column entrance_columns[];

/* Somebody of those who have a place; nobody who waits is among them. */
struct guest {
	struct id seat_id;
	struct id registration_id;
	const char *person_name;
	const char *reference;
	const struct word *mode;
	struct id entrance_id; /* names nothing: has not come yet */
	time_t came_at;
};
extern const struct column guest_columns[];

struct door_count {
	int64_t expected, came, counted;
};
extern const struct column door_count_columns[];

extern const struct setting door_minutes;   /* door.open_before, 60 */
extern const struct setting door_late_days; /* door.late_days, 7 */

extern const struct word source_scan, source_list, source_tally, source_late;

extern const struct refusal already_checked_in, unknown_ticket, other_activity, has_no_place,
	door_not_open, door_closed;

/* NULL if the actor keeps the door of this activity. */
MUST_USE const struct refusal *door_may(const struct work *work, const struct activity *activity);

/* Lets in whose code it is: the reference, or the address that the picture leads to. */
MUST_USE const struct refusal *door_scan(struct work *work, const struct activity *activity,
					 const char *code, struct entrance *entrance);

/* Lets one in by the list, or all of a party who have not come yet. */
MUST_USE const struct refusal *door_tick(struct work *work, const struct activity *activity,
					 struct id seat, struct entrance *entrance);
MUST_USE const struct refusal *door_tick_party(struct work *work, const struct activity *activity,
					       struct id registration, struct entrance *entrance);

/* Counts one more without a name, or takes the last of them back. */
MUST_USE const struct refusal *door_count_one(struct work *work, const struct activity *activity,
					      bool less, struct entrance *entrance);

/* Takes one back: of an activity whose door the actor keeps.  Doing it twice is doing it once. */
MUST_USE const struct refusal *door_take_back(struct work *work, const struct activity *activity,
					      struct id entrance);

MUST_USE const struct refusal *entrance_find(struct work *work, const struct activity *activity,
					     struct id id, struct entrance *entrance);

/* All who have a place, by name. */
struct guest *door_guests(struct work *work, const struct activity *activity, size_t *count);
struct door_count door_counted(struct work *work, const struct activity *activity);

/* When the door opens, and until when what comes is not late. */
time_t door_opens_at(const struct work *work, const struct activity *activity);
time_t door_closes_at(const struct activity *activity);

#endif
