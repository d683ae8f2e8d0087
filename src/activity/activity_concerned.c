/* activity_concerned.c - those who have, wait for, or are offered a place: told in their diary and
 * by a letter each. */

#include "activity/activity.h"
#include "activity/activity_change_sql.h"
#include "activity/activity_part.h"
#include "diary/diary.h"
#include "outbox/outbox.h"

const struct column concerned_columns[] = {
	COLUMN_ID(struct concerned, registration_id),
	COLUMN_ID(struct concerned, person_id),
	COLUMN_TEXT(struct concerned, status),
	COLUMN_END,
};

const struct column concerned_reader_columns[] = {
	COLUMN_ID(struct concerned_reader, person_id),
	COLUMN_END,
};

/* status NULL: that of each registration. */
static void
enter(struct work *work, const struct activity *activity, const struct concerned *seats,
      size_t count, const char *status)
{
	const char *title = activity_title_json(work, activity);
	bool has_room = id_given(activity->venue_id);

	for (size_t i = 0; i < count; i++) {
		const struct diary_entry entry = {
			.person_id = seats[i].person_id,
			.thing_id = seats[i].registration_id,
			.place_id = has_room ? activity->venue_id : activity->centre_id,
			.kind = "activity",
			.status = status ? status : seats[i].status,
			.title = title,
			.start_quarter = activity->start_quarter,
			.end_quarter = activity->end_quarter,
		};

		diary_enter(work, &entry);
	}
}

/* Once each, however many seats a household has. */
static void
tell(struct work *work, const struct activity *activity, const char *letter, const char *told)
{
	size_t count;
	const struct concerned_reader *readers = sql_concerned_readers(work, activity->id, &count);

	for (size_t i = 0; i < count; i++)
		outbox_write(work, readers[i].person_id, letter, activity->id, told);
}

void
concerned_follow(struct work *work, const struct activity *was, const struct activity *activity)
{
	size_t count;
	const struct concerned *seats = sql_concerned_seats(work, activity->id, &count);

	enter(work, activity, seats, count, NULL);
	tell(work, activity, "activity_changed", activity_told(work, activity, was));
}

void
concerned_release(struct work *work, const struct activity *activity)
{
	size_t count;
	const struct concerned *seats = sql_concerned_seats(work, activity->id, &count);

	enter(work, activity, seats, count, "cancelled");
	tell(work, activity, "activity_cancelled", activity_told(work, activity, NULL));
	sql_seats_release(work, activity->id);
	sql_registrations_release(work, activity->id);
}
