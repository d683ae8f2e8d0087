/* activity_list.c - finding many: near a place, in a time, for whom, by words. */

#include "activity/activity.h"
#include "activity/activity_part.h"
#include "activity/activity_sql.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/centre.h"

#define DIGITS_MOST 21 /* of an id, with a comma */

WORD(text_all, "all", N_("All languages"));
static const struct word *const texts[] = { &text_all, NULL };
static const struct word *const listed_statuses[] = {
	&activity_published,
	&activity_draft,
	&activity_cancelled,
	NULL,
};
const struct word *const listed_audiences[] = { &audience_elder, &audience_child, NULL };

REFUSAL(centre_missing, REFUSED_BY_RULE, "centre",
	N_("Say of which centre: drafts are told to those who run it."));

const struct column field_option_columns[] = {
	COLUMN_TEXT(struct field_option, key),
	COLUMN_TEXT(struct field_option, label),
	COLUMN_END,
};

const struct field activity_query_fields[] = {
	FIELD_ID(struct activity_query, centre_id, .as = "centre"),
	FIELD_POINT(struct activity_query, near),
	FIELD_INT(struct activity_query, within_minutes, .min = 1, .max = 600),
	FIELD_DAY(struct activity_query, from, .label = N_("From")),
	FIELD_DAY(struct activity_query, to, .label = N_("Until")),
	FIELD_WORD(struct activity_query, mode, activity_modes),
	FIELD_TEXT(struct activity_query, field, .max = 24, .key = true),
	FIELD_WORD(struct activity_query, audience, listed_audiences),
	FIELD_TEXT(struct activity_query, q, .max = 60),
	FIELD_WORD(struct activity_query, status, listed_statuses),
	FIELD_WORD(struct activity_query, text, texts),
	FIELD_END,
};

struct field_option *
activity_fields_of_service(struct work *work, size_t *count)
{
	return sql_fields_of_service(work, count);
}

/* "12,34": those within reach. */
static const char *
centres_near(struct work *work, const struct activity_query *query)
{
	const struct centre_query around = {
		.near = query->near,
		.within_minutes = query->within_minutes,
	};
	size_t count;
	const struct centre *centres = centre_search(work, &around, &count);
	struct buf list;

	buf_init(&list, work->arena, count * DIGITS_MOST + 1);
	for (size_t i = 0; i < count; i++)
		buf_format(&list, "%s%ld", i ? "," : "", centres[i].id.value);
	return count ? list.chars : "";
}

static const char *
audiences_of(const struct word *audience)
{
	if (!audience)
		return NULL;
	return audience == &audience_child ? "child,family" : "elder";
}

/* What is over is shown where days were said. */
static struct activity_filter
filter_of(struct work *work, const struct activity_query *query, const struct cursor *cursor)
{
	bool dated = query->from != DAY_NONE;

	return (struct activity_filter){
		.centre_id = query->centre_id,
		.centres = query->near.given ? centres_near(work, query) : NULL,
		.mode = query->mode ? query->mode->word : NULL,
		.audiences = audiences_of(query->audience),
		.field = query->field,
		.q = query->q ? text_folded(work, query->q) : NULL,
		.status = query->status ? query->status->word : activity_published.word,
		.ends_after = dated ? INT64_MIN : quarter_of(work->now),
		.from_quarter = dated ? quarter_of(day_time(query->from, 0)) : INT64_MIN,
		.until_quarter =
			query->to == DAY_NONE ? INT64_MAX : quarter_of(day_time(query->to + 1, 0)),
		.after = cursor->after,
		.after_id = cursor->after_id,
		.rows = cursor->rows,
	};
}

/* Drafts are a matter of a centre, and of those who run its activities. */
static const struct refusal *
may_list(struct work *work, const struct activity_query *query)
{
	struct centre centre;
	const struct refusal *refusal;

	if (id_given(query->centre_id)) {
		refusal = centre_find(work, query->centre_id, &centre);
		if (refusal)
			return refuse_about(work, refusal, "centre");
	}
	if (query->status != &activity_draft)
		return NULL;
	if (!id_given(query->centre_id))
		return &centre_missing;
	return work_may(work, MAY_RUN_ACTIVITIES, query->centre_id) ? NULL : &refused_forbidden;
}

static void
measure(struct work *work, struct point from, struct activity *activities, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct point at = { activities[i].latitude, activities[i].longitude, true };

		if (from.given)
			activities[i].walk_minutes =
				walk_minutes(work, distance_between(from, at), PACE_ADULT);
	}
}

const struct refusal *
activity_list(struct work *work, const struct activity_query *query, const struct cursor *cursor,
	      struct activity **activities, size_t *count)
{
	struct activity_filter filter;
	const struct refusal *refusal = may_list(work, query);

	if (refusal)
		return refusal;
	filter = filter_of(work, query, cursor);
	*activities = cursor->backward ? sql_activities_before(work, &filter, count)
				       : sql_activities_from(work, &filter, count);
	activity_complete(work, *activities, *count);
	measure(work, query->near, *activities, *count);
	return NULL;
}

struct activity *
activity_with_reference(struct work *work, const char *reference, size_t *count)
{
	struct activity *found = sql_activities_with_reference(work, reference, count);
	size_t seen = 0;

	for (size_t i = 0; i < *count; i++)
		if (found[i].status != &activity_draft || activity_may_run(work, &found[i]))
			found[seen++] = found[i];
	*count = seen;
	activity_complete(work, found, seen);
	return found;
}
