/* activity_run_web.c - the pages of those who run the activities of a centre. */

#include "activity/activity_routes.h"
#include "activity/activity_run_html.h"
#include "activity/activity_web.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "http/request.h"
#include "http/respond.h"
#include "venue/venue.h"

static const struct refusal *
find(struct request *req, struct activity *activity)
{
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), activity);

	if (!refusal && !activity_may_run(req->work, activity))
		refusal = &refused_forbidden;
	return refusal;
}

static const struct refusal *
go_to(struct request *req, const char *notice, const struct activity *activity)
{
	return redirect(req, notice, "/activities/%s", id_text(activity->id).chars);
}

/* ---- those of a centre ---- */

struct run_query {
	const struct word *status;
};

static const struct word *const run_statuses[] = {
	&activity_draft,
	&activity_published,
	&activity_cancelled,
	NULL,
};

static const struct field run_query_fields[] = {
	FIELD_WORD(struct run_query, status, run_statuses),
	FIELD_END,
};

static const struct refusal *
find_centre(struct request *req, struct id id, struct centre *centre)
{
	const struct refusal *refusal = centre_find(req->work, id, centre);

	if (!refusal && !work_may(req->work, MAY_RUN_ACTIVITIES, id))
		refusal = &refused_forbidden;
	return refusal;
}

static const struct refusal *
show_run_list(struct request *req)
{
	struct run_query query = { NULL };
	struct centre centre;
	struct cursor cursor;
	struct activity *activities;
	struct activity_run_list list = { .centre = &centre, .cursor = &cursor };
	struct activity_query wanted = { .from = DAY_NONE, .to = DAY_NONE };
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = find_centre(req, path_id(req, "centre"), &centre);
	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (refusal)
		return refusal;
	list.status = query.status ? query.status : &activity_draft;
	wanted.status = list.status;
	wanted.centre_id = centre.id;
	refusal = activity_list(req->work, &wanted, &cursor, &activities, &list.count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, activities, struct activity, start_quarter, &list.count);
	list.activities = activities;
	run_list_html(respond_html(req, 200), req, &list);
	return NULL;
}

/* ---- making and changing ---- */

static const struct choice *
rooms_of(struct work *work, struct id centre, size_t *count)
{
	size_t found;
	const struct centre_room *rooms = centre_rooms(work, centre, &found);
	struct choice *choices = arena_array(work->arena, found + 1, sizeof(*choices));

	choices[0].label = _("no room");
	for (size_t i = 0; i < found; i++)
		choices[i + 1] = (struct choice){
			.id = rooms[i].id,
			.label = text(work, _("%s, for %ld people"), rooms[i].name, rooms[i].seats),
		};
	*count = found + 1;
	return choices;
}

static const struct refusal *
show_editor(struct request *req, const struct form *form, const struct activity *activity,
	    const struct centre *centre)
{
	struct activity_editor editor = {
		.form = form,
		.activity = activity,
		.centre = *centre,
	};

	editor.fields = activity_fields_of_service(req->work, &editor.field_count);
	editor.rooms = rooms_of(req->work, centre->id, &editor.room_count);
	run_editor_html(respond_html(req, form_status(form)), req, &editor);
	return NULL;
}

struct new_query {
	struct id centre_id;
};

static const struct field new_query_fields[] = {
	FIELD_ID(struct new_query, centre_id, .as = "centre"),
	FIELD_END,
};

static const struct refusal *
ask_for_new(struct request *req)
{
	struct new_query query = { { 0 } };
	struct activity_draft draft = { .waitlist = true, .repeat_until = DAY_NONE };
	struct centre centre;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = find_centre(req, query.centre_id, &centre);
	if (refusal)
		return refusal;
	draft.centre_id = centre.id;
	return show_editor(req, form_show(req, activity_form_fields, &draft), NULL, &centre);
}

static const struct refusal *
make(struct request *req)
{
	struct activity_draft draft = { .repeat_until = DAY_NONE };
	struct form *form = form_read(req, &draft);
	struct centre centre;
	struct activity *made;
	size_t count;
	const struct refusal *refusal = find_centre(req, draft.centre_id, &centre);

	if (refusal)
		return refusal;
	if (form_valid(form) && form_accept(form, activity_make(req->work, &draft, &made, &count)))
		return go_to(req, N_("Saved as a draft."), made);
	return show_editor(req, form, NULL, &centre);
}

static const struct refusal *
find_to_change(struct request *req, struct activity *activity, struct centre *centre)
{
	const struct refusal *refusal = find(req, activity);

	if (!refusal)
		refusal = centre_find(req->work, activity->centre_id, centre);
	return refusal;
}

static const struct refusal *
ask_to_change(struct request *req)
{
	struct activity activity;
	struct activity_draft draft;
	struct centre centre;
	const struct refusal *refusal = find_to_change(req, &activity, &centre);

	if (refusal)
		return refusal;
	if (!activity_can_change(&activity))
		return go_to(req, NULL, &activity);
	draft = activity_as_draft(&activity);
	return show_editor(req, form_show(req, activity_change_fields, &draft), &activity, &centre);
}

/* A form says all that it shows: what is not ticked, or left empty, is not so. */
static const struct refusal *
change(struct request *req)
{
	struct activity activity, changed;
	struct activity_draft draft = { .version = 0 };
	struct centre centre;
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = find_to_change(req, &activity, &centre);

	if (refusal)
		return refusal;
	draft.centre_id = activity.centre_id;
	changed = activity;
	if (form_valid(form) && form_accept(form, activity_change(req->work, &changed, &draft)))
		return go_to(req, N_("Saved."), &changed);
	return show_editor(req, form, &activity, &centre);
}

/* ---- publishing and cancelling ---- */

struct publish_draft {
	bool series;
};

static const struct field publish_fields[] = {
	FIELD_FLAG(struct publish_draft, series),
	FIELD_END,
};

static const struct refusal *
publish(struct request *req)
{
	struct publish_draft draft = { false };
	struct activity activity;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = draft.series ? activity_publish_series(req->work, &activity)
				       : activity_publish(req->work, &activity);
	return refusal ? refusal
		       : go_to(req, N_("Published: everybody can sign up now."), &activity);
}

static const struct refusal *
ask_to_cancel(struct request *req)
{
	const struct reason_draft nothing = { NULL };
	struct activity activity;
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	if (!activity_can_change(&activity))
		return go_to(req, NULL, &activity);
	run_cancel_html(respond_html(req, 200), req, form_show(req, reason_fields, &nothing),
			&activity);
	return NULL;
}

static const struct refusal *
cancel(struct request *req)
{
	struct reason_draft draft = { NULL };
	struct form *form = form_read(req, &draft);
	struct activity activity;
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	if (form_valid(form) &&
	    form_accept(form, activity_cancel(req->work, &activity, draft.reason)))
		return go_to(req, N_("Cancelled; everybody concerned is told."), &activity);
	run_cancel_html(respond_html(req, form_status(form)), req, form, &activity);
	return NULL;
}

/* clang-format off */
const struct route activity_run_routes[] = {
	{ .method = GET, .path = "/centres/:centre/activities", .handle = show_run_list, .permission = MAY_RUN_ACTIVITIES, .query = run_query_fields },
	{ .method = GET, .path = "/activities/new", .handle = ask_for_new, .permission = MAY_RUN_ACTIVITIES, .query = new_query_fields },
	{ .method = POST, .path = "/activities", .handle = make, .permission = MAY_RUN_ACTIVITIES, .body = activity_form_fields },
	{ .method = GET, .path = "/activities/:activity/edit", .handle = ask_to_change, .permission = MAY_RUN_ACTIVITIES },
	{ .method = POST, .path = "/activities/:activity/edit", .handle = change, .permission = MAY_RUN_ACTIVITIES, .body = activity_change_fields },
	{ .method = POST, .path = "/activities/:activity/publish", .handle = publish, .permission = MAY_RUN_ACTIVITIES, .body = publish_fields },
	{ .method = GET, .path = "/activities/:activity/cancel", .handle = ask_to_cancel, .permission = MAY_RUN_ACTIVITIES },
	{ .method = POST, .path = "/activities/:activity/cancel", .handle = cancel, .permission = MAY_RUN_ACTIVITIES, .body = reason_fields },
	ROUTES_END,
};
/* clang-format on */
