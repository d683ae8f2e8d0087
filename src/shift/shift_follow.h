/* shift_follow.h - shifts go along with the activity that they were made for; for site/. */
#ifndef SHIFT_FOLLOW_H
#define SHIFT_FOLLOW_H

#include "activity/activity_follow.h"

extern const struct follower shift_follower;

#endif
