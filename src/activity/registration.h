/* registration.h - who takes part in an activity, who waits, and who gives a place up.
 *
 * One form signs up a party: a person, or several of a household, who are in together or wait
 * together; each has a seat with a ticket of its own.  Who is in is decided by one UPDATE of the
 * counter of places, which carries the state and the deadline; a person has at most one seat at an
 * activity by a unique key.  Whoever finds no place waits: see waiting.h. */
#ifndef REGISTRATION_H
#define REGISTRATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "activity/activity.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/rule.h"
#include "base/setting.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"
#include "diary/diary.h"
#include "household/household.h"

struct registration {
	struct id id;
	const char *reference;
	struct id activity_id;
	const char *title; /* in the reader's language */
	const char *title_zh, *title_en;
	struct id centre_id;
	const char *centre_name;
	struct id venue_id;     /* names nothing: online alone */
	const char *venue_name; /* or NULL */
	int64_t start_quarter;
	int64_t end_quarter;
	const struct word *mode;   /* onsite, online */
	const struct word *status; /* registered, waiting, offered, cancelled */
	int64_t seats;             /* how many are still wanted or had */
	int64_t at_least;          /* fewer than these are of no use */
	int64_t position;          /* among those who wait, from 1; 0: does not wait */
	int64_t offered;           /* seats on offer */
	time_t offered_until;      /* 0: no offer */
	int64_t came;              /* how many of the party were let in */
	bool undone;
	bool own; /* the actor made it, or acts for one of the party */
	struct id made_by;
	time_t made_at;
	time_t undo_until;       /* set by C */
	const char *online_link; /* for those who are in, while the door is open; else NULL */
	int64_t version;
};
extern const struct column registration_columns[];

extern const struct word registration_registered, registration_waiting, registration_offered,
	registration_cancelled;

/* One of a party. */
struct seat {
	struct id id;
	struct id person_id;
	const char *person_name;
	int64_t position; /* in the form, from 1 */
	const char *reference;
	time_t came_at; /* 0: was not let in yet */
};
extern const struct column seat_columns[];

/* What is asked for.  Without anybody named it is oneself. */
struct registration_draft {
	struct id person_id; /* one of the party too, where it is named */
	struct ids party;
	const struct word *mode; /* NULL: on the spot, where there is a spot */
	int64_t at_least;        /* 0: all or nobody */
	bool keep_both;
};
extern const struct field registration_fields[];

extern const struct setting party_most;     /* party.most, 6 */
extern const struct setting online_minutes; /* online.open_before, 15 */
extern const struct setting registration_undo_minutes;

extern const struct refusal registration_closed, mode_not_offered, party_too_large, wrong_age,
	at_least_too_many, too_few_places, already_registered, full, has_come;

/* Signs a party up, or puts it on the waiting list. */
MUST_USE const struct refusal *registration_make(struct work *work, const struct activity *activity,
						 const struct registration_draft *draft,
						 struct registration *registration);

/* Someone of the household, and why they cannot take part. */
struct candidate {
	struct member member;
	const char *called;  /* "Li Guilan (my mother)" */
	const char *why_not; /* NULL if they can */
};
struct candidate *registration_candidates(struct work *work, const struct activity *activity,
					  size_t *count);

/* Finds a registration of the actor, of those the actor acts for, or of an activity whose door the
 * actor keeps. */
MUST_USE const struct refusal *registration_find(struct work *work, struct id id,
						 struct registration *registration);

/* Those of a party who are in or wait; of a registration that is over all who were. */
struct seat *registration_seats(struct work *work, struct id registration, size_t *count);

/* Gives the places up, which go to the first who waits; doing it twice is doing it once. */
MUST_USE const struct refusal *
registration_cancel(struct work *work, struct registration *registration, const char *reason);

/* Takes it back as if it had never been made; undo_over once the time for it is over. */
MUST_USE const struct refusal *registration_undo(struct work *work,
						 struct registration *registration);

bool registration_can_cancel(const struct work *work, const struct registration *registration);
bool registration_can_undo(const struct work *work, const struct registration *registration);

/* Those among all registrations and tickets that bear a reference which the actor may see. */
struct registration *registration_with_reference(struct work *work, const char *reference,
						 size_t *count);

/* The registration as an iCalendar object. */
const char *registration_calendar(struct work *work, const struct registration *registration);

#endif
