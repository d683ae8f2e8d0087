/* held.h - activities, as the tests ask for them: a class at Sports Park on Saturday 2027-03-06,
 * from 10:00 to 11:30, made by its manager. */
#ifndef HELD_H
#define HELD_H

#include "activity/activity.h"

/* What the manager would ask for; places on the spot. */
struct activity_draft class_for(struct work *work, int64_t places);

/* The activity of a draft, not published; and one that is.  The resident is signed in after. */
struct activity drafted(struct work *work, struct activity_draft asked);
struct activity published(struct work *work, struct activity_draft asked);

/* Published, for so many people on the spot. */
struct activity held(struct work *work, int64_t places);

/* A registration of one person as the tables keep it, with its seat and its place in the diary. */
struct id seated(struct work *work, const struct activity *activity, const char *who,
		 const char *status);

#endif
