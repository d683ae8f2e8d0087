/* booking.c - making a booking, and giving it back. */

#include "booking/booking.h"

#include "audit/audit.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "booking/booking_part.h"
#include "booking/booking_rules.h"
#include "booking/booking_sql.h"
#include "household/household.h"
#include "outbox/outbox.h"

const struct setting booking_undo_minutes = { "undo.minutes", 10, 0, 60 };

WORD(booking_requested, "requested", N_("Waiting for a decision"));
WORD(booking_confirmed, "confirmed", N_("Confirmed"));
WORD(booking_cancelled, "cancelled", N_("Cancelled"));

const struct field booking_fields[] = {
	FIELD_ID(struct booking_draft, venue_id, .as = "venue", .required = true,
		 .label = N_("Room")),
	FIELD_QUARTER(struct booking_draft, start_quarter, .as = "start", .required = true,
		      .label = N_("From")),
	FIELD_QUARTER(struct booking_draft, end_quarter, .as = "end", .required = true,
		      .label = N_("Until")),
	FIELD_ID(struct booking_draft, person_id, .as = "for", .label = N_("For whom")),
	FIELD_INT(struct booking_draft, people, .required = true, .min = 1, .label = N_("People")),
	FIELD_TEXT(struct booking_draft, purpose, .required = true, .max = 200,
		   .label = N_("Purpose")),
	FIELD_ID(struct booking_draft, organisation_id, .as = "organisation"),
	FIELD_FLAG(struct booking_draft, keep_both),
	FIELD_END,
};

REFUSAL(booking_begun, REFUSED_CONFLICT, NULL,
	N_("This booking has begun already, so it cannot be cancelled any more."));
REFUSAL(undo_over, REFUSED_CONFLICT, NULL,
	N_("The time to undo this booking is over. You can still cancel it."));
REFUSAL(reason_needed, REFUSED_BY_RULE, "reason",
	N_("Say why: whoever booked is told your reason."));

/* ---- making ---- */

/* No organisation has joined yet, so whichever is named is not there. */
static const struct refusal *
may_book(struct work *work, const struct booking_draft *draft)
{
	const struct refusal *refusal = household_may_act(work, booking_person(work, draft));

	if (refusal)
		return refuse_about(work, refusal, "for");
	if (id_given(draft->organisation_id))
		return refuse_about(work, &refused_missing, "organisation");
	return NULL;
}

static const struct refusal *
with_alternatives(struct work *work, const struct refusal *refusal, const struct venue *venue,
		  const struct booking_draft *draft)
{
	struct refusal *copy = arena_one(work->arena, struct refusal);

	*copy = *refusal;
	copy->alternatives = booking_alternatives(work, venue, draft);
	return copy;
}

static const struct refusal *
with_clashes(struct work *work, const struct refusal *refusal, const struct venue *venue,
	     const struct booking_draft *draft)
{
	struct refusal *copy = arena_one(work->arena, struct refusal);

	*copy = *refusal;
	copy->clashes = booking_clashes(work, venue, draft);
	return copy;
}

/* Adds what would help.  To keep both helps nobody where the time is taken anyway. */
static const struct refusal *
with_help(struct work *work, const struct refusal *refusal, const struct venue *venue,
	  const struct booking_draft *draft)
{
	if (!refused_as(refusal, &clash))
		return with_alternatives(work, refusal, venue, draft);
	if (booking_slot_taken(work, venue, draft))
		return with_alternatives(work, &slot_taken, venue, draft);
	return with_clashes(work, refusal, venue, draft);
}

static struct booking
from_draft(struct work *work, const struct venue *venue, const struct booking_draft *draft)
{
	return (struct booking){
		.id = id_new(),
		.reference = reference_new(work),
		.status = venue->needs_approval ? &booking_requested : &booking_confirmed,
		.person_id = booking_person(work, draft),
		.centre_id = venue->centre_id,
		.centre_name = venue->centre_name,
		.venue_id = venue->id,
		.venue_name = venue->name,
		.floor = venue->floor,
		.made_by = work->actor,
		.start_quarter = draft->start_quarter,
		.end_quarter = draft->end_quarter,
		.held_until = draft->end_quarter + venue->gap_quarters,
		.people = draft->people,
		.purpose = draft->purpose,
		.made_at = work->now,
		.version = 1,
	};
}

/* What a change leaves behind: in the person's diary, in the audit log, and a letter. */
static void
tell(struct work *work, const struct booking *booking, const char *what, const char *reason)
{
	const char *told = booking_told(work, booking, reason);
	const struct diary_entry entry = {
		.person_id = booking->person_id,
		.thing_id = booking->id,
		.place_id = booking->venue_id,
		.kind = "booking",
		.status = booking->status->word,
		.start_quarter = booking->start_quarter,
		.end_quarter = booking->end_quarter,
	};

	diary_enter(work, &entry);
	audit_note_at(work, what, booking->id, booking->person_id, booking->centre_id, told);
	outbox_write(work, booking->person_id, what, booking->id, told);
}

const struct refusal *
booking_preview(struct work *work, const struct venue *venue, const struct booking_draft *draft,
		const struct finding **findings)
{
	const struct refusal *refusal = may_book(work, draft);

	if (!refusal)
		*findings = booking_findings(work, venue, draft, false);
	return refusal;
}

/* The claim comes before all that is written, so that who loses has written nothing. */
static const struct refusal *
make(struct work *work, const struct venue *venue, const struct booking_draft *draft,
     struct booking *booking)
{
	const struct refusal *refusal;

	*booking = from_draft(work, venue, draft);
	if (booking->status == &booking_confirmed && !sql_booking_claim(work, booking))
		return with_alternatives(work, &slot_taken, venue, draft);
	sql_booking_insert(work, booking);
	refusal = booking_find(work, booking->id, booking);
	if (refusal)
		return refusal;
	tell(work, booking,
	     booking->status == &booking_confirmed ? "booking_made" : "booking_requested", NULL);
	return NULL;
}

const struct refusal *
booking_make(struct work *work, const struct venue *venue, const struct booking_draft *draft,
	     struct booking *booking)
{
	const struct finding *findings;
	const struct refusal *refusal = may_book(work, draft);

	if (refusal)
		return refusal;
	findings = booking_findings(work, venue, draft, !venue->needs_approval);
	refusal = findings_refusal(work, findings);
	if (refusal)
		return with_help(work, refusal, venue, draft);
	return make(work, venue, draft, booking);
}

/* ---- giving back ---- */

bool
booking_can_cancel(const struct work *work, const struct booking *booking)
{
	return booking->status != &booking_cancelled &&
	       quarter_time(booking->start_quarter) > work->now;
}

bool
booking_can_undo(const struct work *work, const struct booking *booking)
{
	return booking_can_cancel(work, booking) && work->now < booking->undo_until;
}

/* What is given back is free for everyone at once. */
static void
give_back(struct work *work, struct booking *booking, const char *what, const char *reason)
{
	sql_booking_release(work, booking->id);
	booking->status = &booking_cancelled;
	booking->version++;
	tell(work, booking, what, reason);
}

const struct refusal *
booking_cancel(struct work *work, struct booking *booking, const char *reason)
{
	if (booking->status == &booking_cancelled)
		return NULL;
	if (!booking_can_cancel(work, booking))
		return &booking_begun;
	if (!reason && household_may_act(work, booking->person_id))
		return &reason_needed;
	if (!sql_booking_cancel(work, booking))
		return &refused_stale;
	give_back(work, booking, "booking_cancelled", reason);
	return NULL;
}

const struct refusal *
booking_undo(struct work *work, struct booking *booking)
{
	if (household_may_act(work, booking->person_id))
		return &refused_forbidden;
	if (booking->undone)
		return NULL;
	if (!booking_can_undo(work, booking))
		return &undo_over;
	if (!sql_booking_undo(work, booking))
		return &refused_stale;
	booking->undone = true;
	give_back(work, booking, "booking_undone", NULL);
	return NULL;
}
