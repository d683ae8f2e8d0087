/* registration_part.h - what the files of registrations share, and nobody else needs. */
#ifndef REGISTRATION_PART_H
#define REGISTRATION_PART_H

#include "activity/registration.h"

/* A party as the rules look at it. */
struct party {
	const struct member *members;
	size_t count;
};

/* Who is asked for: of the actor's household, each once. */
MUST_USE const struct refusal *party_of(struct work *work, const struct registration_draft *draft,
					struct party *party);

/* Where they would take part. */
const struct word *mode_of(const struct activity *activity, const struct registration_draft *draft);

/* How many must be in for any to be in. */
int64_t at_least_of(const struct registration_draft *draft, const struct party *party);

/* Sets what is not in the row. */
void registration_complete(const struct work *work, struct registration *registration);

/* Writes where a registration stands now: into the diary of each of the party, the audit log, and
 * letters to those who are to know. */
void registration_tell(struct work *work, const struct registration *registration, const char *what,
		       const char *reason);

/* Writes into the diary of one of the party. */
void registration_enter(struct work *work, const struct registration *registration,
			struct id person, const char *status);

/* What the letter tells of it, for the letter to be put into words later. */
const char *registration_told(struct work *work, const struct registration *registration,
			      const char *reason);

/* Places that nobody has any more go to the first who waits, or to everybody. */
void places_give_back(struct work *work, const struct registration *registration, int64_t seats);

/* The registration is over in this transaction: its places, its seats, its offer. */
void registration_release(struct work *work, struct registration *registration);

/* Somebody changed it in the meantime: the unit of work is run again from the start. */
_Noreturn void registration_changed(void);

/* Who is told of a registration. */
struct told {
	struct id person_id;
};
extern const struct column told_columns[];

#endif
