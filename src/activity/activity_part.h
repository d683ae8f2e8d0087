/* activity_part.h - what the files of activities share. */
#ifndef ACTIVITY_PART_H
#define ACTIVITY_PART_H

#include "activity/activity.h"

/* Sets what the clock tells and what is counted from others. */
void activity_complete(const struct work *work, struct activity *activities, size_t count);

#endif
