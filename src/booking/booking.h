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
	int64_t floor;     /* of the venue */
	struct id made_by; /* an account */
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t held_until; /* the end and the gap; set when it is made */
	int64_t people;
	int64_t version;
	time_t made_at;
	time_t undo_until; /* set by C, from the setting of its venue */
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

/* Which bookings to list, by days, both included; each may be left out. */
struct booking_query {
	int64_t from, to; /* DAY_NONE: without an end */
	const struct word *status;
	struct id centre_id; /* all of a centre, for who runs it; else one's own */
};

extern const struct column booking_columns[];
extern const struct field booking_fields[];
extern const struct field booking_query_fields[];

extern const struct setting booking_undo_minutes; /* undo.minutes, 10 */

extern const struct word booking_requested, booking_confirmed, booking_cancelled;

extern const struct refusal too_short_or_long, off_grid, already_past, too_early, outside_hours,
	too_many_people, centre_not_open, booking_begun, slot_taken, undo_over, reason_needed;

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
 * another room of the same kind in the same centre at the same time. */
const struct alternative *booking_alternatives(struct work *work, const struct venue *venue,
					       const struct booking_draft *draft);

/* Finds a booking of the actor, of those the actor acts for, or of a centre the actor runs. */
MUST_USE const struct refusal *booking_find(struct work *work, struct id id,
					    struct booking *booking);

/* Those among all that bear a reference which the actor may see: two alike are rare. */
struct booking *booking_with_reference(struct work *work, const char *reference, size_t *count);

/* A page of bookings, in the order of time: those of all for whom the actor acts, or all of a
 * centre that the actor runs.  What was undone is as if it had never been. */
MUST_USE const struct refusal *booking_list(struct work *work, const struct booking_query *query,
					    const struct cursor *cursor, struct booking **bookings,
					    size_t *count);

/* A booking, or an activity, as those see it who run the centre. */
struct held_booking {
	struct id id;
	const char *reference;
	const struct word *status;
	const char *venue_name;
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t people;
	const char *purpose;
	const char *person_name;
	struct id person_id;
	struct bytes phone_sealed;
	const char *phone; /* masked, or NULL; set by C */
	bool is_activity;  /* held for everybody: by nobody, for what it is called */
};

/* All bookings of a centre that touch a day, for who runs it; what was cancelled is left out. */
MUST_USE const struct refusal *booking_day_of_centre(struct work *work, struct id centre,
						     int64_t day, struct held_booking **bookings,
						     size_t *count);

/* Gives the quarters of a booking back to everyone; doing it twice is doing it once.  A reason may
 * be left out of what is one's own. */
MUST_USE const struct refusal *booking_cancel(struct work *work, struct booking *booking,
					      const char *reason);

/* Takes it back as if it had never been made; undo_over once the time for it is over. */
MUST_USE const struct refusal *booking_undo(struct work *work, struct booking *booking);

bool booking_can_cancel(const struct work *work, const struct booking *booking);
bool booking_can_undo(const struct work *work, const struct booking *booking);

/* The booking as an iCalendar object; method is PUBLISH, or in a mail REQUEST or CANCEL. */
const char *booking_calendar(struct work *work, const struct booking *booking, const char *method);

#endif
