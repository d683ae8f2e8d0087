/* activity_web.c - the pages on which activities are found and looked at. */

#include "activity/activity_web.h"

#include <string.h>

#include "activity/activity_html.h"
#include "activity/activity_routes.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "http/qr.h"
#include "http/request.h"
#include "http/respond.h"
#include "venue/venue.h"

const char *
activity_badge(const struct activity *activity)
{
	if (activity->status == &activity_draft || activity->status == &activity_done)
		return "";
	if (activity->status == &activity_cancelled)
		return "is-danger";
	return activity_has_places(activity) ? "is-brand" : "is-warn";
}

int64_t
month_day(int64_t quarter)
{
	return day_date(day_of(quarter_time(quarter))).day;
}

const char *
weekday_of(int64_t quarter)
{
	return weekday(day_of(quarter_time(quarter)));
}

const char *
times_of(struct work *work, const struct activity *activity)
{
	return text(work, "%s–%s", at_time(work, quarter_time(activity->start_quarter)),
		    at_time(work, quarter_time(activity->end_quarter)));
}

struct markup
activity_code(struct request *req, const struct activity *activity)
{
	const char *path =
		text(req->work, "/s/%s", reference_shown(req->work, activity->reference));

	return qr(req->work, whole_url(req->work, path),
		  text(req->work, _("QR code of “%s”"), activity->title));
}

bool
activity_takes(const struct work *work, const struct activity *activity)
{
	return activity->status == &activity_published &&
	       quarter_time(activity->closes_quarter) > work->now &&
	       (activity_has_places(activity) || activity->online_places_left > 0 ||
		activity->waitlist);
}

/* ---- the list ---- */

static const struct refusal *
show_list(struct request *req)
{
	const struct centre_query every = { .pace = NULL };
	struct look look;
	struct cursor cursor;
	struct activity *activities = NULL;
	struct activity_page_list list = { .look = &look, .cursor = &cursor };
	const struct refusal *refusal = look_read(req, &look);

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = activity_list(req->work, &look.query, &cursor, &activities, &list.count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, activities, struct activity, start_quarter, &list.count);
	list.activities = activities;
	list.fields = activity_fields_of_service(req->work, &list.field_count);
	list.centres = centre_search(req->work, &every, &list.centre_count);
	activity_list_html(respond_html(req, form_status(look.form)), req, &list);
	return NULL;
}

/* ---- one of them ---- */

static const struct refusal *
find(struct request *req, struct activity *activity)
{
	return activity_find(req->work, path_id(req, "activity"), activity);
}

static void
measure(struct work *work, struct activity *activity)
{
	const struct point at = { activity->latitude, activity->longitude, true };
	struct point home = venue_home(work);

	if (home.given)
		activity->walk_minutes = walk_minutes(work, distance_between(home, at), PACE_ADULT);
}

static size_t
count_drafts(const struct activity *dates, size_t count)
{
	size_t drafts = 0;

	for (size_t i = 0; i < count; i++)
		drafts += dates[i].status == &activity_draft;
	return drafts;
}

static const struct refusal *
show_activity(struct request *req)
{
	struct activity activity;
	struct activity_shown shown = { .activity = &activity };
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	measure(req->work, &activity);
	shown.may_run = activity_may_run(req->work, &activity);
	shown.dates = activity_series(req->work, &activity, &shown.date_count);
	shown.draft_count = count_drafts(shown.dates, shown.date_count);
	activity_page_html(respond_html(req, 200), req, &shown);
	return NULL;
}

static const struct refusal *
show_calendar(struct request *req)
{
	struct activity activity;
	const char *calendar;
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	calendar = activity_calendar(req->work, &activity);
	return respond_file(
		req, "text/calendar; charset=utf-8",
		text(req->work, "%s.ics", reference_shown(req->work, activity.reference)), calendar,
		strlen(calendar));
}

/* clang-format off */
const struct route activity_web_routes[] = {
	{ .method = GET, .path = "/activities", .handle = show_list, .permission = ANYONE, .flags = ROUTE_PUBLIC, .query = look_fields },
	{ .method = GET, .path = "/activities/:activity", .handle = show_activity, .permission = ANYONE, .flags = ROUTE_PUBLIC },
	{ .method = GET, .path = "/activities/:activity/calendar", .handle = show_calendar, .permission = ANYONE },
	ROUTES_END,
};
/* clang-format on */
