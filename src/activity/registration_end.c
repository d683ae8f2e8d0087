/* registration_end.c - giving places up, and what every change of a registration leaves behind. */

#include <jansson.h>

#include "activity/registration.h"
#include "activity/registration_part.h"
#include "activity/registration_sql.h"
#include "activity/waiting.h"
#include "audit/audit.h"
#include "base/quarter.h"
#include "base/told.h"
#include "booking/booking.h"
#include "outbox/due.h"
#include "outbox/outbox.h"

#define TOLD_MOST 4000

REFUSAL(has_come, REFUSED_CONFLICT, NULL,
	N_("Somebody of the party has been let in already. Ask at the door."));

const struct column told_columns[] = {
	COLUMN_ID(struct told, person_id),
	COLUMN_END,
};

/* ---- what a change leaves behind ---- */

static json_t *
titles(const struct registration *registration)
{
	return json_pack("{s:s, s:s}", "zh-CN", registration->title_zh, "en",
			 registration->title_en);
}

static json_t *
names(struct work *work, const struct registration *registration)
{
	json_t *list = json_array();
	size_t count;
	const struct seat *seats = registration_seats(work, registration->id, &count);

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, json_string(seats[i].person_name));
	return list;
}

const char *
registration_told(struct work *work, const struct registration *registration, const char *reason)
{
	bool room = id_given(registration->venue_id);

	return json_told(
		work,
		json_pack("{s:o, s:s, s:s?, s:I, s:I, s:s, s:s, s:o, s:I, s:I, s:I, s:s?}", "title",
			  titles(registration), "centre", id_text(registration->centre_id).chars,
			  "venue", room ? id_text(registration->venue_id).chars : NULL, "start",
			  (json_int_t)registration->start_quarter, "end",
			  (json_int_t)registration->end_quarter, "mode", registration->mode->word,
			  "reference", registration->reference, "names", names(work, registration),
			  "position", (json_int_t)registration->position, "offered",
			  (json_int_t)registration->offered, "until",
			  (json_int_t)registration->offered_until, "reason", reason),
		TOLD_MOST);
}

void
registration_enter(struct work *work, const struct registration *registration, struct id person,
		   const char *status)
{
	bool room = id_given(registration->venue_id);
	const struct diary_entry entry = {
		.person_id = person,
		.thing_id = registration->id,
		.place_id = room ? registration->venue_id : registration->centre_id,
		.kind = "activity",
		.status = status,
		.title = json_told(work, titles(registration), TOLD_MOST),
		.start_quarter = registration->start_quarter,
		.end_quarter = registration->end_quarter,
	};

	diary_enter(work, &entry);
}

static void
enter_diaries(struct work *work, const struct registration *registration)
{
	size_t count;
	const struct seat *seats = registration_seats(work, registration->id, &count);

	for (size_t i = 0; i < count; i++)
		registration_enter(work, registration, seats[i].person_id,
				   registration->status->word);
}

void
registration_tell(struct work *work, const struct registration *registration, const char *what,
		  const char *reason)
{
	const char *told = registration_told(work, registration, reason);
	size_t count;
	const struct told *readers =
		sql_registration_readers(work, registration->id, registration->made_by, &count);

	enter_diaries(work, registration);
	audit_note_at(work, what, registration->id, (struct id){ 0 }, registration->centre_id,
		      told);
	for (size_t i = 0; i < count; i++)
		outbox_write(work, readers[i].person_id, what, registration->id, told);
}

void
registration_changed(void)
{
	fault_as(FAULT_AGAIN, "a registration was changed meanwhile");
}

/* ---- giving up ---- */

void
places_give_back(struct work *work, const struct registration *registration, int64_t seats)
{
	if (sql_places_return(work, registration, seats))
		return;
	sql_places_free(work, registration, seats);
	waiting_offer_soon(work, registration->activity_id);
}

/* The counter comes first in every change, so that all who touch it do so in one order. */
static void
release_places(struct work *work, const struct registration *registration)
{
	if (registration->status == &registration_waiting) {
		sql_places_leave(work, registration);
		waiting_offer_soon(work, registration->activity_id);
	} else if (registration->status == &registration_offered) {
		places_give_back(work, registration, registration->offered);
	} else {
		places_give_back(work, registration, registration->seats);
	}
}

void
registration_release(struct work *work, struct registration *registration)
{
	release_places(work, registration);
	if (!sql_registration_end(work, registration))
		registration_changed();
	sql_seats_give_up(work, registration->id);
	due_never(work, offer_lapse, registration->id);
	registration->status = &registration_cancelled;
	registration->position = registration->offered = 0;
	registration->offered_until = 0;
	registration->version++;
}

bool
registration_can_cancel(const struct work *work, const struct registration *registration)
{
	return registration->status != &registration_cancelled && registration->came == 0 &&
	       quarter_time(registration->start_quarter) > work->now;
}

bool
registration_can_undo(const struct work *work, const struct registration *registration)
{
	return registration->own && registration_can_cancel(work, registration) &&
	       work->now < registration->undo_until;
}

static const struct refusal *
may_end(struct work *work, const struct registration *registration)
{
	if (registration->came > 0)
		return &has_come;
	if (registration_can_cancel(work, registration))
		return NULL;
	return refuse_saying(work, &activity_begun,
			     _("The activity has begun already, so nothing about who takes part "
			       "can be changed."));
}

const struct refusal *
registration_cancel(struct work *work, struct registration *registration, const char *reason)
{
	const struct refusal *refusal;

	if (registration->status == &registration_cancelled)
		return NULL;
	refusal = may_end(work, registration);
	if (refusal)
		return refusal;
	if (!reason && !registration->own)
		return refuse_saying(work, &reason_needed,
				     _("Say why: whoever signed up is told your reason."));
	registration_release(work, registration);
	registration_tell(work, registration, "registration_cancelled", reason);
	return NULL;
}

static const struct refusal *
too_late_to_undo(struct work *work)
{
	return refuse_saying(work, &undo_over,
			     _("The time to undo this is over. You can still give the place up."));
}

const struct refusal *
registration_undo(struct work *work, struct registration *registration)
{
	if (!registration->own)
		return &refused_forbidden;
	if (registration->undone)
		return NULL;
	if (!registration_can_undo(work, registration))
		return too_late_to_undo(work);
	registration_release(work, registration);
	if (!sql_registration_undo(work, registration))
		return too_late_to_undo(work);
	registration->undone = true;
	registration_tell(work, registration, "registration_undone", NULL);
	return NULL;
}
