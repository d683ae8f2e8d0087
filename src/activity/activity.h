/* activity.h - what is held at a centre: a draft, then published, then over.
 *
 * A draft is seen by those who may run the activities of its centre, and holds nothing.  Publishing
 * it holds the quarters of its room, in the same transaction, and opens its places: one counter for
 * the room and one for those who take part online (activity_places).  That counter alone decides
 * who is in; cancelling closes it, and whoever registers in the same moment loses to that.
 *
 * Drafts that one rule of repetition made are a series, and are published one by one or at once. */
#ifndef ACTIVITY_H
#define ACTIVITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct activity {
	struct id id;
	const char *reference;
	const struct word *status; /* running and done are told by the clock; set by C */
	struct id series_id;
	struct id centre_id;
	const char *centre_name;
	double latitude, longitude; /* of the centre */
	struct id venue_id;         /* names nothing: online alone */
	const char *venue_name;     /* or NULL */
	int64_t floor;
	bool step_free;
	const char *field; /* of service, its key */
	const char *field_name;
	const struct word *audience; /* who it is for: said, and no rule */
	int64_t start_quarter;
	int64_t end_quarter;
	const char *title, *summary; /* in the reader's language */
	const char *title_zh, *title_en, *summary_zh, *summary_en;
	int64_t min_age, max_age; /* years completed on the day, both included; 0: no limit */
	bool waitlist;
	bool party; /* families sign up together */
	const struct word *mode;
	int64_t places, taken, waiting; /* on the spot */
	int64_t online_places, online_taken, online_waiting;
	int64_t places_left, online_places_left; /* set by C */
	int64_t closes_quarter;                  /* no more registrations from then on */
	const char *online_link; /* or NULL; only for those who are in, and who runs it */
	const char *reason;      /* why it was cancelled, or NULL */
	struct id made_by;       /* an account */
	time_t made_at;
	int64_t version;
};
extern const struct column activity_columns[];

extern const struct word activity_draft, activity_published, activity_running, activity_done,
	activity_cancelled;
extern const struct word mode_onsite, mode_online, mode_both;
extern const struct word *const activity_modes[];
extern const struct word *const seat_modes[]; /* where one seat is: onsite or online */
extern const struct word audience_all, audience_elder, audience_child, audience_family,
	audience_volunteer, audience_party_member, audience_worker;
extern const struct word *const audiences[];

/* Finds an activity: a draft only for those who may run the activities of its centre. */
MUST_USE const struct refusal *activity_find(struct work *work, struct id id,
					     struct activity *activity);

/* Published, whether it has begun, is over, or is still to come. */
bool activity_is_on(const struct activity *activity);

/* Whether the actor may make, change, publish and cancel it. */
bool activity_may_run(const struct work *work, const struct activity *activity);

/* "18 and over", "6 to 12 years", "Everybody". */
const char *activity_ages_said(struct work *work, const struct activity *activity);

#endif
