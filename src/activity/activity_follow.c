/* activity_follow.c - tells those who follow an activity. */

#include "activity/activity_follow.h"

static const struct follower *const nobody[] = { NULL };
static const struct follower *const *followers = nobody;

void
activity_followed_by(const struct follower *const *all)
{
	followers = all;
}

const struct refusal *
followers_move(struct work *work, const struct activity *was, const struct activity *activity)
{
	for (const struct follower *const *one = followers; *one; one++) {
		const struct refusal *refusal = (*one)->moved(work, was, activity);

		if (refusal)
			return refusal;
	}
	return NULL;
}

void
followers_cancel(struct work *work, const struct activity *activity)
{
	for (const struct follower *const *one = followers; *one; one++)
		(*one)->cancelled(work, activity);
}
