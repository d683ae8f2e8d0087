/* waiting.c - offers: made in order, accepted, declined, lapsed. */

#include "activity/waiting.h"

#include <sodium.h>
#include <string.h>

#include "activity/registration_part.h"
#include "activity/registration_sql.h"
#include "activity/waiting_part.h"
#include "activity/waiting_sql.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/text.h"
#include "outbox/due.h"

#define CODE_LENGTH 32 /* hexadecimal digits: 128 bits */

const struct setting waitlist_offer = { "waitlist.offer_activity", 720, 15, 4320 };
const struct setting waitlist_floor = { "waitlist.offer_floor", 60, 5, 1440 };
const struct setting waitlist_stop = { "waitlist.stop", 120, 0, 2880 };
const struct setting waitlist_skips = { "waitlist.party_skips", 3, 0, 100 };
const struct setting waitlist_release = { "waitlist.party_release", 72, 0, 720 };

const char waiting_offer[] = "waiting_offer";
const char waiting_end[] = "waiting_end";
const char offer_lapse[] = "offer_lapse";

REFUSAL(offer_expired, REFUSED_CONFLICT, NULL,
	N_("There is no place on offer to you now. You can join the waiting list again, or choose "
	   "another date."));
REFUSAL(too_many_chosen, REFUSED_BY_RULE, "party",
	N_("Fewer places are on offer than you chose people. Choose who comes."));
REFUSAL(too_few_chosen, REFUSED_BY_RULE, "party",
	N_("You asked for more places together. Choose more people, or decline."));

time_t
waiting_ends_at(const struct work *work, const struct activity *activity)
{
	return quarter_time(activity->start_quarter) -
	       60 * setting_at(work, activity->centre_id, &waitlist_stop);
}

bool
waiting_is_open(const struct work *work, const struct activity *activity)
{
	return waiting_ends_at(work, activity) > work->now;
}

void
waiting_offer_soon(struct work *work, struct id activity)
{
	due_now(work, waiting_offer, activity);
}

/* ---- answering an offer ---- */

bool
offer_stands(const struct work *work, const struct registration *registration)
{
	return registration->status == &registration_offered &&
	       registration->offered_until > work->now;
}

static bool
is_chosen(const struct ids *chosen, int64_t offered, const struct seat *seat, size_t index)
{
	if (!chosen || chosen->count == 0)
		return (int64_t)index < offered;
	for (size_t i = 0; i < chosen->count; i++)
		if (id_same(chosen->ids[i], seat->person_id))
			return true;
	return false;
}

static const struct refusal *
judge_choice(struct work *work, const struct registration *registration, const struct ids *chosen,
	     const struct seat *seats, size_t count, int64_t *kept)
{
	*kept = 0;
	for (size_t i = 0; i < count; i++)
		*kept += is_chosen(chosen, registration->offered, &seats[i], i);
	if (chosen && chosen->count > (size_t)*kept)
		return refuse_about(work, &refused_missing, "party");
	if (*kept > registration->offered)
		return &too_many_chosen;
	return *kept < registration->at_least ? &too_few_chosen : NULL;
}

/* Whoever of the party is not in gives the seat up, and the time in the diary. */
static void
leave_out(struct work *work, const struct registration *registration, const struct seat *seat)
{
	sql_seat_give_up(work, seat);
	registration_enter(work, registration, seat->person_id, registration_cancelled.word);
}

const struct refusal *
offer_accept(struct work *work, struct registration *registration, const struct ids *chosen)
{
	size_t count;
	const struct seat *seats = registration_seats(work, registration->id, &count);
	int64_t offered = registration->offered, kept;
	const struct refusal *refusal;

	if (!offer_stands(work, registration))
		return &offer_expired;
	refusal = judge_choice(work, registration, chosen, seats, count, &kept);
	if (refusal)
		return refusal;
	if (kept < offered)
		places_give_back(work, registration, offered - kept);
	registration->seats = kept;
	if (!sql_offer_accept(work, registration))
		return &offer_expired;
	for (size_t i = 0; i < count; i++)
		if (!is_chosen(chosen, offered, &seats[i], i))
			leave_out(work, registration, &seats[i]);
	due_never(work, offer_lapse, registration->id);
	registration->status = &registration_registered;
	registration->offered = registration->offered_until = 0;
	registration->version++;
	registration_tell(work, registration, "registration_accepted", NULL);
	return NULL;
}

const struct refusal *
offer_decline(struct work *work, struct registration *registration)
{
	if (!offer_stands(work, registration))
		return &offer_expired;
	registration_release(work, registration);
	registration_tell(work, registration, "registration_declined", NULL);
	return NULL;
}

/* ---- by a link ---- */

/* Good for this offer alone: it is made of the moment at which the offer ends. */
static const char *
code_of(struct work *work, struct id registration, time_t until)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_COOKIE);

	hash_add_text(hasher, "offer");
	hash_add_int(hasher, registration.value);
	hash_add_int(hasher, until);
	return arena_copy(work->arena, hex_of(work, hash_end(work, hasher)), CODE_LENGTH);
}

const char *
offer_way(struct work *work, struct id registration, time_t until)
{
	return text(work, "/offers/%s/%s.%ld", id_text(registration).chars,
		    code_of(work, registration, until), (int64_t)until);
}

/* "CODE.UNTIL": an offer that is over is told of by its own link, and by no other. */
static bool
code_is_right(struct work *work, struct id registration, const char *code)
{
	char *end;
	int64_t until;
	const char *right;

	if (strlen(code) < CODE_LENGTH + 2 || code[CODE_LENGTH] != '.')
		return false;
	until = strtoll(code + CODE_LENGTH + 1, &end, 10);
	right = code_of(work, registration, until);
	return *end == '\0' && sodium_memcmp(code, right, CODE_LENGTH) == 0;
}

const struct refusal *
offer_find(struct work *work, struct id registration, const char *code, struct registration *offer)
{
	const struct id nobody = { 0 };

	if (!code_is_right(work, registration, code) ||
	    !sql_registration_find(work, registration, nobody, offer))
		return &refused_missing;
	registration_complete(work, offer);
	return NULL;
}
