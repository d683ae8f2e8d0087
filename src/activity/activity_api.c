/* activity_api.c - activities over JSON. */

#include "activity/activity.h"
#include "activity/activity_routes.h"
#include "base/quarter.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

struct text_query {
	const struct word *text;
};

static const struct word *const texts[] = { &text_all, NULL };

static const struct field text_fields[] = {
	FIELD_WORD(struct text_query, text, texts),
	FIELD_END,
};

static json_t *
both(const char *chinese, const char *english)
{
	return json_pack("{s:s, s:s}", "zh-CN", chinese, "en", english);
}

/* In the reader's language, or in all; the address of a broadcast is for who runs it. */
static json_t *
json_of(struct request *req, const struct activity *activity, const struct word *text)
{
	json_t *json = json_of_row(req, activity_columns, activity);

	if (activity_may_run(req->work, activity) && activity->online_link)
		json_object_set_new(json, "online_link", json_string(activity->online_link));
	if (text != &text_all)
		return json;
	json_object_set_new(json, "title", both(activity->title_zh, activity->title_en));
	json_object_set_new(json, "summary", both(activity->summary_zh, activity->summary_en));
	return json;
}

static const struct refusal *
respond(struct request *req, int status, const struct activity *activity)
{
	return respond_json(req, status, json_of(req, activity, NULL));
}

static json_t *
json_of_all(struct request *req, const struct activity *activities, size_t count,
	    const struct word *text)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, json_of(req, &activities[i], text));
	return list;
}

static const struct refusal *
get_activities(struct request *req)
{
	struct activity_query query = { .from = DAY_NONE, .to = DAY_NONE };
	struct cursor cursor;
	struct activity *activities;
	size_t count;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = activity_list(req->work, &query, &cursor, &activities, &count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, activities, struct activity, start_quarter, &count);
	return respond_json(req, 200,
			    json_pack("{s:o, s:s?}", "items",
				      json_of_all(req, activities, count, query.text), "next",
				      cursor.next));
}

static const struct refusal *
find(struct request *req, struct activity *activity)
{
	return activity_find(req->work, path_id(req, "activity"), activity);
}

static const struct refusal *
get_activity(struct request *req)
{
	struct text_query query = { NULL };
	struct activity activity;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = find(req, &activity);
	return refusal ? refusal : respond_json(req, 200, json_of(req, &activity, query.text));
}

/* A series answers its first date, with all of them in `dates`. */
static const struct refusal *
post_activity(struct request *req)
{
	struct activity_draft draft = { .waitlist = true };
	struct activity *made;
	size_t count;
	json_t *json;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = activity_make(req->work, &draft, &made, &count);
	if (refusal)
		return refusal;
	json = json_of(req, made, NULL);
	if (draft.rrule)
		json_object_set_new(json, "dates", json_of_all(req, made, count, NULL));
	return respond_json(req, 201, json);
}

static const struct refusal *
patch_activity(struct request *req)
{
	struct activity activity;
	struct activity_draft draft;
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	draft = activity_as_draft(&activity);
	draft.version = 0;
	refusal = form_refusal(form_read(req, &draft));
	if (!refusal)
		refusal = activity_change(req->work, &activity, &draft);
	return refusal ? refusal : respond(req, 200, &activity);
}

/* What is asked of one that is there. */
struct publish_draft {
	bool series;
};
static const struct field publish_fields[] = {
	FIELD_FLAG(struct publish_draft, series),
	FIELD_END,
};

static const struct refusal *
post_publish(struct request *req)
{
	struct publish_draft draft = { false };
	struct activity activity;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = draft.series ? activity_publish_series(req->work, &activity)
				       : activity_publish(req->work, &activity);
	return refusal ? refusal : respond(req, 200, &activity);
}

static const struct refusal *
post_cancel(struct request *req)
{
	struct reason_draft draft = { NULL };
	struct activity activity;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = activity_cancel(req->work, &activity, draft.reason);
	return refusal ? refusal : respond(req, 200, &activity);
}

const struct route activity_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/activities",
		.handle = get_activities,
		.permission = ANYONE,
		.flags = ROUTE_LIST,
		.query = activity_query_fields,
		.answer = activity_columns,
		.about = "What is held, in the order of time: from now on, or from a day.",
	},
	{
		.method = GET,
		.path = "/api/v1/activities/:activity",
		.handle = get_activity,
		.permission = ANYONE,
		.query = text_fields,
		.answer = activity_columns,
		.about = "One activity; a draft for those who run the activities of its centre.",
	},
	{
		.method = POST,
		.path = "/api/v1/activities",
		.handle = post_activity,
		.permission = MAY_RUN_ACTIVITIES,
		.body = activity_fields,
		.answer = activity_columns,
		.about = "Makes a draft, or with a rule of repetition a series of them.",
	},
	{
		.method = PATCH,
		.path = "/api/v1/activities/:activity",
		.handle = patch_activity,
		.permission = MAY_RUN_ACTIVITIES,
		.body = activity_change_fields,
		.answer = activity_columns,
		.about = "Changes it: what is published moves with its room and with all who take "
			 "part.",
	},
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/publish",
		.handle = post_publish,
		.permission = MAY_RUN_ACTIVITIES,
		.body = publish_fields,
		.answer = activity_columns,
		.about = "Publishes a draft, or all of its series, and holds the room.",
	},
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/cancel",
		.handle = post_cancel,
		.permission = MAY_RUN_ACTIVITIES,
		.body = reason_fields,
		.answer = activity_columns,
		.about = "Cancels it and tells everybody concerned why.",
	},
	ROUTES_END,
};
