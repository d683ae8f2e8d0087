/* followers.c - what goes along with an activity, by the feature that has it. */

#include "activity/activity_follow.h"
#include "shift/shift_follow.h"
#include "site/site.h"

const struct follower *const site_followers[] = { &shift_follower, NULL };
