/* waiting.h - the queue of an activity, and the offers made to it.
 *
 * While somebody waits, a place that is given up goes to nobody else: it is `freed`, and the jobs
 * process offers it to the first in order, alone, until a moment that they are told.  Accepting and
 * lapsing are two conditional UPDATEs of one state: one of them wins, whatever the clocks say.
 *
 * A party is offered places only when as many are free as it needs at least.  Others are served
 * before it meanwhile, but not for ever: once it has been passed over some times, what becomes free
 * is saved for it, until some hours before the start; then the order goes on without it.
 *
 * Some hours before the start the queue ends: whoever still waits is told, and what is or becomes
 * free goes to everybody. */
#ifndef WAITING_H
#define WAITING_H

#include "activity/activity.h"
#include "activity/registration.h"

extern const struct setting waitlist_offer;   /* waitlist.offer_activity, 720 minutes */
extern const struct setting waitlist_floor;   /* waitlist.offer_floor, 60 minutes */
extern const struct setting waitlist_stop;    /* waitlist.stop, 120 minutes before the start */
extern const struct setting waitlist_skips;   /* waitlist.party_skips, 3 */
extern const struct setting waitlist_release; /* waitlist.party_release, 72 hours before */

extern const struct refusal offer_expired, too_many_chosen, too_few_chosen;

/* Kinds of due rows: offers of an activity, the end of its queue, the end of one offer. */
extern const char waiting_offer[], waiting_end[], offer_lapse[];

/* Until when an activity has a queue, and whether that is still to come. */
time_t waiting_ends_at(const struct work *work, const struct activity *activity);
bool waiting_is_open(const struct work *work, const struct activity *activity);

/* Has the jobs process look at what is freed, and at who waits. */
void waiting_offer_soon(struct work *work, struct id activity);

/* Whether there is an offer that can still be accepted. */
bool offer_stands(const struct work *work, const struct registration *registration);

/* Takes what is offered.  Where fewer places are offered than the party asked for, the household
 * says who is in: the first of the form, if nobody is named. */
MUST_USE const struct refusal *offer_accept(struct work *work, struct registration *registration,
					    const struct ids *chosen);

/* Leaves the offer to the next, and the queue. */
MUST_USE const struct refusal *offer_decline(struct work *work, struct registration *registration);

/* The address by which an offer is answered without signing in; and the registration to which such
 * an address leads, whoever asks. */
const char *offer_way(struct work *work, struct id registration, time_t until);
MUST_USE const struct refusal *offer_find(struct work *work, struct id registration,
					  const char *code, struct registration *offer);

/* For the jobs process. */
void waiting_make_offers(struct work *work, struct id activity);
void waiting_close(struct work *work, struct id activity);
void offer_let_lapse(struct work *work, struct id registration);

#endif
