/* booking.h - who holds which venue, and when.
 *
 * Time is kept in quarters of an hour.  A booking holds one row of venue_quarter for every part
 * of its venue and every quarter from its start up to, and without, its end and the gap that the
 * venue needs after it.  The primary key of that table, (venue_id, quarter), is what keeps two
 * bookings apart, and a booking from a closure: nothing is locked, and nothing is looked up first.
 *
 * A booking belongs to a person; the account that made it is kept beside, and in the audit log.
 *
 * What changes something runs inside the transaction of its unit of work, which is rolled back
 * when the answer is a refusal. */
#ifndef BOOKING_H
#define BOOKING_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/rule.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"
#include "diary/diary.h"
#include "venue/venue.h"

struct booking {
	struct id id;
	struct id person_id;
	const char *person_name;
	struct id venue_id;
	const char *venue_name;
	struct id centre_id;
	const char *centre_name;
	struct id made_by; /* an account */
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t held_until; /* the end and the gap */
	int64_t people;
	int64_t version;
	time_t made_at;
	bool undone;
	const char *reference;
	const char *purpose;
	const struct word *status;
};

/* What is asked for, within booking_fields: read from HTML or JSON alike. */
struct booking_draft {
	struct id venue_id;
	struct id person_id; /* names nothing where one books for oneself */
	struct id organisation_id;
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t people;
	const char *purpose;
	bool keep_both;
};

extern const struct column booking_columns[];
extern const struct field booking_fields[];

extern const struct setting booking_undo_minutes; /* undo.minutes, 10 */

extern const struct word booking_requested, booking_confirmed, booking_cancelled;

extern const struct refusal too_short_or_long, off_grid, already_past, too_early, outside_hours,
	too_many_people, centre_not_open, booking_begun, slot_taken, undo_over, clash;

/* Books the venue: the booking is confirmed, or, where somebody decides, requested: that holds
 * nothing, so that several may ask for one slot, and the decision claims it. */
MUST_USE const struct refusal *booking_make(struct work *work, const struct venue *venue,
					    const struct booking_draft *draft,
					    struct booking *booking);

/* Asks all that booking_make() would ask, looks whether the slot is free, and writes nothing. */
MUST_USE const struct refusal *booking_preview(struct work *work, const struct venue *venue,
					       const struct booking_draft *draft,
					       const struct finding **findings);

/* Three free times like the one that was refused: the same room at the nearest other times, then
 * the nearest room of the same centre at the same time. */
const struct alternative *booking_alternatives(struct work *work, const struct venue *venue,
					       const struct booking_draft *draft);

/* Finds a booking of the actor, of those the actor acts for, or of a centre the actor runs. */
MUST_USE const struct refusal *booking_find(struct work *work, struct id id,
					    struct booking *booking);

/* A page of the bookings of all for whom the actor acts, in the order of time. */
struct booking *booking_list(struct work *work, const struct cursor *cursor, size_t *count);

/* All bookings of a centre that touch a day, for who runs it. */
MUST_USE const struct refusal *booking_day_of_centre(struct work *work, struct id centre,
						     int64_t day, struct booking **bookings,
						     size_t *count);

/* Gives the quarters of a booking back to everyone; doing it twice is doing it once. */
MUST_USE const struct refusal *booking_cancel(struct work *work, struct booking *booking,
					      const char *reason);

/* Takes it back as if it had never been made; undo_over once the time for it is over. */
MUST_USE const struct refusal *booking_undo(struct work *work, struct booking *booking);

bool booking_can_cancel(const struct work *work, const struct booking *booking);
bool booking_can_undo(const struct work *work, const struct booking *booking);
time_t booking_undo_until(const struct work *work, const struct booking *booking);

/* The booking as an iCalendar object, with METHOD:REQUEST or CANCEL. */
const char *booking_calendar(struct work *work, const struct booking *booking);

#endif
