/* signed_up.h - registrations, as the tests ask for them. */
#ifndef SIGNED_UP_H
#define SIGNED_UP_H

#include "activity/registration.h"
#include "activity/waiting.h"

/* The like of held(), at the same time in another room. */
struct activity held_beside(struct work *work, int64_t places);

/* Somebody's own, as they ask for it; the test fails if it could not be made. */
struct registration signed_up(struct work *work, const char *name, const struct activity *activity);
const struct refusal *try_to_sign_up(struct work *work, const char *name,
				     const struct activity *activity);

/* The resident's mother and child together, or at least so many of them. */
struct registration a_party(struct work *work, const struct activity *activity, int64_t at_least);

/* Of the demonstration's people who have an account: each signs up alone, and waits if it is full.
 * They stand in the order of their numbers from 0 on. */
struct registration number(struct work *work, const struct activity *activity, int64_t number);

/* The same as it stands now, seen by who made it. */
struct registration as_it_is(struct work *work, const struct registration *registration);

/* Its status, and giving it up. */
const struct word *status(struct work *work, const struct registration *registration);
void give_up(struct work *work, const struct registration *registration);

/* Has the jobs process look at what is freed. */
void make_offers(struct work *work, const struct activity *activity);

/* A counter of the places on the spot: "taken", "freed", "waiting". */
int64_t counted(struct work *work, const struct activity *activity, const char *column);

#endif
