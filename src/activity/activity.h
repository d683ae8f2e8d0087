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

#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/setting.h"
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
	int64_t walk_minutes; /* where a place was given; -1 else; set by C */
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

/* "18 and over", "6 to 12 years", "All ages". */
const char *activity_ages_said(struct work *work, const struct activity *activity);

/* Whether anybody may have a place now: on the spot, or online where that is all there is. */
bool activity_has_places(const struct activity *activity);

/* "6 of 30 places left", "4 waiting", "Full", or what became of it. */
const char *activity_places_said(struct work *work, const struct activity *activity);
/* The same of one way of taking part. */
const char *places_said(struct work *work, int64_t places, int64_t left, int64_t waiting);

/* Those that bear a reference and that the actor may see: two alike are rare. */
struct activity *activity_with_reference(struct work *work, const char *reference, size_t *count);

/* The activity as an iCalendar object, to be kept by whoever likes. */
const char *activity_calendar(struct work *work, const struct activity *activity);

/* ---- many ---- */

/* What to look for; each may be left out. */
struct activity_query {
	struct id centre_id;
	struct point near;
	int64_t within_minutes; /* 0: the setting circle.minutes where near is given */
	int64_t from, to;       /* days, both included; without `from` all that is not over */
	const struct word *mode;
	const char *field;
	const struct word *audience; /* elder, or child: with families */
	const char *q;               /* in title or summary, of either language */
	const struct word *status;   /* NULL: published; drafts are told to who runs the centre */
	const struct word *text;     /* "all": of both languages */
};
extern const struct word text_all;
extern const struct word *const listed_audiences[];
extern const struct field activity_query_fields[];
extern const struct refusal centre_missing;

/* A page of activities, in the order of time. */
MUST_USE const struct refusal *activity_list(struct work *work, const struct activity_query *query,
					     const struct cursor *cursor,
					     struct activity **activities, size_t *count);

/* Something to filter by, or to choose: its key, and what people call it. */
struct field_option {
	const char *key, *label;
};
struct field_option *activity_fields_of_service(struct work *work, size_t *count);

/* ---- making and changing ---- */

/* What is asked for: read from HTML or JSON alike. */
struct activity_draft {
	struct id centre_id;
	struct id venue_id;
	const char *title_zh, *title_en; /* without the English, the Chinese stands for both */
	const char *summary_zh, *summary_en;
	const char *field;
	const struct word *audience; /* NULL: everybody */
	int64_t start_quarter;
	int64_t end_quarter;
	const struct word *mode; /* NULL: on the spot */
	int64_t places, online_places;
	int64_t min_age, max_age;
	bool waitlist;
	bool party;
	const char *online_link;
	const char *rrule;         /* RFC 5545, or NULL: once */
	const struct word *repeat; /* as a form says it, instead of a rule */
	int64_t repeat_until;      /* its last day */
	int64_t version;           /* of what is changed; 0: whatever it is */
};
extern const struct field activity_fields[];      /* to make one */
extern const struct field activity_form_fields[]; /* the same in a form */
extern const struct word repeat_weekly, repeat_fortnightly, repeat_monthly;
extern const struct word *const repeats[];
extern const struct field activity_change_fields[]; /* to change one */

extern const struct setting activity_longest; /* activity.longest_minutes, 1440 */
extern const struct setting activity_ahead;   /* activity.ahead_days, 730 */
extern const struct setting series_dates;     /* series.dates, 52 */
extern const struct setting series_days;      /* series.days, 365 */

extern const struct refusal ends_before_start, lasts_too_long, too_far_ahead, no_places,
	ages_swapped, room_needed, room_too_small, unknown_field, title_missing, link_malformed,
	rule_malformed, end_missing, too_many_dates, activity_closed, activity_begun, places_taken;

/* The draft as the activity is, to be changed in a form or by a PATCH. */
struct activity_draft activity_as_draft(const struct activity *activity);

/* Makes drafts: one, or as many as the rule of repetition has dates. */
MUST_USE const struct refusal *activity_make(struct work *work, const struct activity_draft *draft,
					     struct activity **activities, size_t *count);

/* Changes it.  What is published moves with its room and with all who take part, or not at all;
 * what is over or has begun stays as it is. */
MUST_USE const struct refusal *activity_change(struct work *work, struct activity *activity,
					       const struct activity_draft *draft);

/* Publishes it: its room is held from then on, or the answer is slot_taken. */
MUST_USE const struct refusal *activity_publish(struct work *work, struct activity *activity);

/* Publishes all drafts of its series that are still to come, or none. */
MUST_USE const struct refusal *activity_publish_series(struct work *work,
						       struct activity *activity);

/* Cancels it and tells everybody concerned; a draft needs no reason.  Twice is once. */
MUST_USE const struct refusal *activity_cancel(struct work *work, struct activity *activity,
					       const char *reason);

bool activity_can_change(const struct activity *activity);

/* Drafts and dates to come of the same series, in order; this one among them. */
struct activity *activity_series(struct work *work, const struct activity *activity, size_t *count);

#endif
