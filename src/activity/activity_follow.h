/* activity_follow.h - what goes along with an activity: a shift that was made for it moves when it
 * moves, and falls with it.
 *
 * Each is told within the transaction of the change, and of nothing that has begun. */
#ifndef ACTIVITY_FOLLOW_H
#define ACTIVITY_FOLLOW_H

#include "activity/activity.h"

struct follower {
	const char *name;
	/* It is held at another time or place: `was` is as it was.  A refusal takes all back. */
	const struct refusal *(*moved)(struct work *work, const struct activity *was,
				       const struct activity *activity);
	/* It is cancelled, for activity->reason. */
	void (*cancelled)(struct work *work, const struct activity *activity);
};

/* Those of all features, set once by site/; ended by NULL. */
void activity_followed_by(const struct follower *const *followers);

/* Tells them all. */
MUST_USE const struct refusal *followers_move(struct work *work, const struct activity *was,
					      const struct activity *activity);
void followers_cancel(struct work *work, const struct activity *activity);

#endif
