/* held.h - activities, as the tests ask for them. */
#ifndef HELD_H
#define HELD_H

#include "activity/activity.h"

/* A class at Sports Park on 2027-03-06, from 10:00 to 11:30, published, for so many people. */
struct activity held(struct work *work, int64_t places);

/* The same that nobody has published. */
struct activity drafted(struct work *work, int64_t places);

#endif
