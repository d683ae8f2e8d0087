/* coming.c - tells the page of a centre what is coming up there. */

#include "site/coming.h"

#include "activity/activity.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"

#define COMING_MOST 6

struct coming *
coming_at(struct work *work, struct id centre, size_t *count)
{
	const struct activity_query query = {
		.centre_id = centre,
		.from = DAY_NONE,
		.to = DAY_NONE,
	};
	const struct cursor cursor = { .rows = COMING_MOST };
	struct activity *found;
	struct coming *coming;

	if (activity_list(work, &query, &cursor, &found, count)) {
		*count = 0;
		return NULL;
	}
	coming = arena_array(work->arena, *count, sizeof(*coming));
	for (size_t i = 0; i < *count; i++)
		coming[i] = (struct coming){
			.path = text(work, "/activities/%s", id_text(found[i].id).chars),
			.title = found[i].title,
			.when = between_times(work, quarter_time(found[i].start_quarter),
					      quarter_time(found[i].end_quarter)),
			.places = activity_places_said(work, &found[i]),
		};
	return coming;
}
