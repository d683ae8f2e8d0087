/* shift_follow.c - the shifts of an activity are moved and cancelled with it.
 *
 * A shift keeps its distance from the activity: who is to be there half an hour before is so after
 * the move, too.  Whoever may move the activity need not run shifts. */

#include "shift/shift_follow.h"

#include "shift/shift_part.h"
#include "shift/shift_sql.h"

static struct shift
moved_along(const struct shift *shift, const struct activity *was, const struct activity *activity)
{
	int64_t later = activity->start_quarter - was->start_quarter;
	struct shift after = *shift;

	after.start_quarter += later;
	after.end_quarter += later;
	if (id_same(shift->venue_id, was->venue_id))
		after.venue_id = activity->venue_id;
	return after;
}

static const struct refusal *
follow(struct work *work, const struct activity *was, const struct activity *activity)
{
	const struct refusal *refusal = NULL;
	size_t count;
	struct shift *shifts = sql_shifts_of_activity(work, activity->id, &count);

	for (size_t i = 0; i < count && !refusal; i++) {
		const struct shift after = moved_along(&shifts[i], was, activity);

		refusal = shift_judge_change(work, &shifts[i], &after);
		if (!refusal)
			refusal = shift_write_change(work, &shifts[i], &after);
	}
	return refusal;
}

/* Who lost to another change looks again. */
static void
fall(struct work *work, const struct activity *activity)
{
	size_t count;
	struct shift *shifts = sql_shifts_of_activity(work, activity->id, &count);

	for (size_t i = 0; i < count; i++)
		if (shift_end(work, &shifts[i], activity->reason ? activity->reason : ""))
			fault_as(FAULT_AGAIN, "a shift changed while its activity was cancelled");
}

const struct follower shift_follower = { "shifts", follow, fall };
