/* feedback.h - three questions afterwards, answered without a name.
 *
 * Who came is asked some hours after the end, and can answer for some days, once.  An answer does
 * not say whose it is: that somebody has answered is kept apart from it.  Of the answers only the
 * averages are shown, to who runs the activity, and only once there are enough of them. */
#ifndef FEEDBACK_H
#define FEEDBACK_H

#include "activity/activity.h"
#include "base/setting.h"

extern const struct setting feedback_after; /* feedback.after, 120 minutes */
extern const struct setting feedback_days;  /* feedback.days, 7 */
extern const struct setting feedback_least; /* feedback.least, 5 answers */

extern const struct refusal feedback_not_open, feedback_given;

/* Each from 1 to 5. */
struct feedback {
	int64_t liked; /* how it was */
	int64_t again; /* whether one would come again */
	int64_t place; /* how the place was */
};
extern const struct field feedback_fields[];

/* Kind of the due row, and letter, by which those who came are asked. */
extern const char feedback_asked[];

/* Has those who come asked in time; whoever is let in calls for it. */
void feedback_await(struct work *work, const struct activity *activity);

/* Asks all who came; for the jobs process. */
void feedback_ask(struct work *work, struct id activity);

/* NULL if the actor came, or acts for somebody who did, who has not answered yet. */
MUST_USE const struct refusal *feedback_may(struct work *work, const struct activity *activity);
MUST_USE const struct refusal *feedback_give(struct work *work, const struct activity *activity,
					     const struct feedback *feedback);

time_t feedback_closes_at(const struct work *work, const struct activity *activity);

/* Averages in tenths; enough is false while there are too few to be shown, and then they are 0. */
struct feedback_sum {
	int64_t answers;
	int64_t liked, again, place;
	bool enough;
};
extern const struct column feedback_sum_columns[];
MUST_USE const struct refusal *feedback_summed(struct work *work, const struct activity *activity,
					       struct feedback_sum *sum);

#endif
