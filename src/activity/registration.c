/* registration.c - signing up for an activity. */

#include "activity/registration.h"

#include "activity/registration_part.h"
#include "activity/registration_rules.h"
#include "activity/registration_sql.h"
#include "activity/waiting.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "outbox/due.h"

const struct field registration_fields[] = {
	FIELD_ID(struct registration_draft, person_id, .as = "for", .label = N_("Who takes part")),
	FIELD_IDS(struct registration_draft, party, .label = N_("Who takes part")),
	FIELD_WORD(struct registration_draft, mode, seat_modes, .label = N_("How")),
	FIELD_INT(struct registration_draft, at_least, .max = 12, .label = N_("At least so many")),
	FIELD_FLAG(struct registration_draft, keep_both),
	FIELD_END,
};

REFUSAL(already_registered, REFUSED_CONFLICT, "party",
	N_("One of you is signed up for this activity already. Look into your diary."));
REFUSAL(full, REFUSED_CONFLICT, "mode",
	N_("All places are taken, and there is no waiting list any more. Look for another date."));

/* ---- who ---- */

static bool
is_in(const struct member *members, size_t count, struct id person)
{
	for (size_t i = 0; i < count; i++)
		if (id_same(members[i].person_id, person))
			return true;
	return false;
}

/* Adds one of the household; false if there is no such person in it. */
static bool
add(struct member *party, size_t *count, const struct member *household, size_t size,
    struct id person)
{
	if (is_in(party, *count, person))
		return true;
	for (size_t i = 0; i < size; i++)
		if (id_same(household[i].person_id, person)) {
			party[(*count)++] = household[i];
			return true;
		}
	return false;
}

const struct refusal *
party_of(struct work *work, const struct registration_draft *draft, struct party *party)
{
	size_t size;
	const struct member *household = household_members(work, &size);
	struct member *members = arena_array(work->arena, size + 1, sizeof(*members));
	bool oneself = !id_given(draft->person_id) && draft->party.count == 0;

	*party = (struct party){ .members = members };
	if (oneself && !add(members, &party->count, household, size, work->person))
		return refuse_about(work, &refused_missing, "for");
	if (id_given(draft->person_id) &&
	    !add(members, &party->count, household, size, draft->person_id))
		return refuse_about(work, &refused_missing, "for");
	for (size_t i = 0; i < draft->party.count; i++)
		if (!add(members, &party->count, household, size, draft->party.ids[i]))
			return refuse_about(work, &refused_missing, "party");
	return NULL;
}

struct candidate *
registration_candidates(struct work *work, const struct activity *activity, size_t *count)
{
	const struct member *members = household_members(work, count);
	struct candidate *candidates = arena_array(work->arena, *count + 1, sizeof(*candidates));

	for (size_t i = 0; i < *count; i++) {
		candidates[i].member = members[i];
		candidates[i].called = member_called(work, &members[i]);
		candidates[i].why_not = age_against(work, activity, &members[i]);
		if (sql_seat_exists(work, activity->id, members[i].person_id))
			candidates[i].why_not = _("signed up already");
	}
	return candidates;
}

/* ---- judging ---- */

static const struct refusal *
judge(struct work *work, const struct activity *activity, const struct registration_draft *draft,
      const struct party *party)
{
	const struct finding *findings = registration_findings(work, activity, draft, party);
	const struct refusal *refusal = findings_refusal(work, findings);
	struct refusal *copy;

	if (!refusal || !refused_as(refusal, &clash))
		return refusal;
	copy = arena_one(work->arena, struct refusal);
	*copy = *refusal;
	copy->clashes = party_clashes(work, activity, draft, party);
	return copy;
}

/* ---- making ---- */

static struct registration
from_draft(struct work *work, const struct activity *activity,
	   const struct registration_draft *draft, const struct party *party)
{
	return (struct registration){
		.id = id_new(),
		.reference = reference_new(work),
		.activity_id = activity->id,
		.mode = mode_of(activity, draft),
		.status = &registration_registered,
		.seats = (int64_t)party->count,
		.at_least = at_least_of(draft, party),
		.made_by = work->actor,
		.made_at = work->now,
		.version = 1,
	};
}

/* One of two writes takes the party in: among those who are in, or at the end of the queue. */
static const struct refusal *
take_places(struct work *work, const struct activity *activity, struct registration *registration)
{
	if (sql_places_take(work, registration))
		return NULL;
	registration->status = &registration_waiting;
	if (activity->waitlist && waiting_is_open(work, activity) &&
	    sql_places_wait(work, registration))
		return NULL;
	return &full;
}

static const struct refusal *
claim_seats(struct work *work, const struct registration *registration, const struct party *party)
{
	for (size_t i = 0; i < party->count; i++) {
		const struct member *member = &party->members[i];
		const struct seat seat = {
			.id = id_new(),
			.person_id = member->person_id,
			.position = (int64_t)i + 1,
			.reference = reference_new(work),
		};

		if (!sql_seat_claim(work, &seat, registration->id, registration->activity_id))
			return refuse_saying(work, &already_registered,
					     text(work,
						  _("%s is signed up for this activity already."),
						  member->name));
	}
	return NULL;
}

/* Who waits may be served at once: a party that is content with fewer, of what was left. */
static void
begin_to_wait(struct work *work, const struct activity *activity)
{
	waiting_offer_soon(work, activity->id);
	due_at(work, waiting_end, activity->id, waiting_ends_at(work, activity));
}

const struct refusal *
registration_make(struct work *work, const struct activity *activity,
		  const struct registration_draft *draft, struct registration *registration)
{
	struct party party;
	const struct refusal *refusal = party_of(work, draft, &party);
	bool waits;

	if (!refusal)
		refusal = judge(work, activity, draft, &party);
	if (refusal)
		return refusal;
	*registration = from_draft(work, activity, draft, &party);
	refusal = take_places(work, activity, registration);
	if (refusal)
		return refusal;
	waits = registration->status == &registration_waiting;
	sql_registration_insert(work, registration, waits);
	refusal = claim_seats(work, registration, &party);
	if (refusal)
		return refusal;
	if (waits)
		begin_to_wait(work, activity);
	refusal = registration_find(work, registration->id, registration);
	if (!refusal)
		registration_tell(work, registration,
				  waits ? "registration_waiting" : "registration_made", NULL);
	return refusal;
}
