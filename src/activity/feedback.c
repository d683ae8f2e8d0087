/* feedback.c - asking afterwards, and adding up what was answered. */

#include "activity/feedback.h"

#include <jansson.h>

#include "activity/feedback_asked_sql.h"
#include "activity/feedback_part.h"
#include "activity/feedback_sql.h"
#include "base/quarter.h"
#include "base/text.h"
#include "base/told.h"
#include "outbox/due.h"
#include "outbox/outbox.h"

#define TOLD_MOST 2000

const struct setting feedback_after = { "feedback.after", 120, 0, 10080 };
const struct setting feedback_days = { "feedback.days", 7, 1, 90 };
const struct setting feedback_least = { "feedback.least", 5, 3, 100 };

const char feedback_asked[] = "feedback_asked";

REFUSAL(feedback_not_open, REFUSED_BY_RULE, "liked",
	N_("Those who came can answer for some days afterwards; now is not one of them."));
REFUSAL(feedback_given, REFUSED_CONFLICT, "liked", N_("You have answered already. Thank you."));

const struct field feedback_fields[] = {
	FIELD_INT(struct feedback, liked, .required = true, .min = 1, .max = 5,
		  .label = N_("Did you like it?")),
	FIELD_INT(struct feedback, again, .required = true, .min = 1, .max = 5,
		  .label = N_("Would you come again?")),
	FIELD_INT(struct feedback, place, .required = true, .min = 1, .max = 5,
		  .label = N_("Was the place right for it?")),
	FIELD_END,
};

const struct column feedback_sum_columns[] = {
	COLUMN_INT(struct feedback_sum, answers),
	COLUMN_INT(struct feedback_sum, liked, .given = true),
	COLUMN_INT(struct feedback_sum, again, .given = true),
	COLUMN_INT(struct feedback_sum, place, .given = true),
	COLUMN_FLAG(struct feedback_sum, enough, .made = true),
	COLUMN_END,
};

const struct column asked_columns[] = {
	COLUMN_ID(struct asked, person_id),
	COLUMN_END,
};

static time_t
opens_at(const struct work *work, const struct activity *activity)
{
	return quarter_time(activity->end_quarter) +
	       60 * setting_at(work, activity->centre_id, &feedback_after);
}

time_t
feedback_closes_at(const struct work *work, const struct activity *activity)
{
	return opens_at(work, activity) +
	       86400 * setting_at(work, activity->centre_id, &feedback_days);
}

void
feedback_await(struct work *work, const struct activity *activity)
{
	due_at(work, feedback_asked, activity->id, opens_at(work, activity));
}

/* ---- asking ---- */

static const char *
told(struct work *work, const struct activity *activity)
{
	json_t *json = json_pack("{s:{s:s, s:s}, s:I}", "title", "zh-CN", activity->title_zh, "en",
				 activity->title_en, "closes",
				 (json_int_t)feedback_closes_at(work, activity));

	return json_told(work, json, TOLD_MOST);
}

void
feedback_ask(struct work *work, struct id id)
{
	struct activity activity;
	const struct asked *readers;
	size_t count;

	if (activity_find(work, id, &activity) || !activity_is_on(&activity))
		return;
	if (opens_at(work, &activity) > work->now) {
		feedback_await(work, &activity);
		return;
	}
	readers = sql_feedback_readers(work, id, &count);
	for (size_t i = 0; i < count; i++)
		outbox_write(work, readers[i].person_id, feedback_asked, id, told(work, &activity));
}

/* ---- answering ---- */

static const struct refusal *
answering(struct work *work, const struct activity *activity, struct asked *asked)
{
	if (!sql_feedback_came(work, activity->id, work->actor))
		return &refused_missing;
	if (work->now < opens_at(work, activity) || work->now >= feedback_closes_at(work, activity))
		return &feedback_not_open;
	return sql_feedback_person(work, activity->id, work->actor, asked) ? NULL : &feedback_given;
}

const struct refusal *
feedback_may(struct work *work, const struct activity *activity)
{
	struct asked asked;

	return answering(work, activity, &asked);
}

/* The audit log is not told: it would say by whom and when. */
const struct refusal *
feedback_give(struct work *work, const struct activity *activity, const struct feedback *feedback)
{
	struct asked asked;
	const struct refusal *refusal = answering(work, activity, &asked);

	if (refusal)
		return refusal;
	if (!sql_feedback_claim(work, activity->id, asked.person_id))
		return &feedback_given;
	sql_feedback_insert(work, id_new(), activity->id, feedback);
	return NULL;
}

const struct refusal *
feedback_summed(struct work *work, const struct activity *activity, struct feedback_sum *sum)
{
	if (!work_may(work, MAY_RUN_ACTIVITIES, activity->centre_id))
		return &refused_forbidden;
	if (!sql_feedback_summed(work, activity->id, sum))
		fault("a sum gives no row");
	sum->enough = sum->answers >= setting_at(work, activity->centre_id, &feedback_least);
	if (!sum->enough)
		sum->liked = sum->again = sum->place = 0;
	return NULL;
}
