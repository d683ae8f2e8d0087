/* home_web.c - the first page: for visitors, for those who are known, and for those who read in
 * large type. */

#include "site/home_routes.h"

#include <string.h>

#include "base/quarter.h"
#include "booking/booking.h"
#include "centre/calendar.h"
#include "centre/centre.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"
#include "site/home.h"
#include "site/home_html.h"

#define NEXT_MOST 3
#define NEXT_DAYS 14
#define CENTRES_MOST 6
#define WEEK_MOST 5
#define WEEK_DAYS 7

const struct word *
home_status(const struct diary_item *item)
{
	static const struct word *const words[] = {
		&booking_requested,
		&booking_confirmed,
		&booking_cancelled,
		NULL,
	};

	return word_find(words, item->status);
}

/* What is not over and was not cancelled, the first of it. */
static void
find_next(struct work *work, struct home *home)
{
	int64_t now = quarter_of(work->now);
	size_t count;
	struct diary_item *items =
		diary_between(work, now, now + NEXT_DAYS * DAY_MINUTES / QUARTER_MINUTES, &count);

	for (size_t i = 0; i < count && home->next_count < NEXT_MOST; i++) {
		if (strcmp(items[i].status, "cancelled") != 0)
			items[home->next_count++] = items[i];
	}
	home->next = items;
}

static void
find_centres(struct request *req, const struct place_query *query, struct home *home)
{
	const struct centre_query all = { .pace = NULL };
	struct centre *centres;

	if (home->place.point.given) {
		home->circle = circle_around(req->work, home->place.point,
					     place_pace(query, *req->care), CENTRES_MOST);
		return;
	}
	centres = centre_search(req->work, &all, &home->listed_count);
	if (home->listed_count > CENTRES_MOST)
		home->listed_count = CENTRES_MOST;
	home->listed = centres_listed(req->work, centres, home->listed_count);
}

/* Seven days, today among them. */
static void
find_week(struct work *work, struct home *home)
{
	const struct activity_query query = {
		.near = home->place.point,
		.from = DAY_NONE,
		.to = day_of(work->now) + WEEK_DAYS - 1,
	};
	const struct cursor cursor = { .rows = WEEK_MOST };
	struct activity *found;

	if (!activity_list(work, &query, &cursor, &found, &home->week_count))
		home->week = found;
}

static const struct refusal *
show_home(struct request *req)
{
	struct place_query query = { .pace = NULL };
	struct home home = { .day_type = calendar_type(req->work, day_of(req->work->now)) };
	struct form *form = query_read(req, &query);
	const struct refusal *refusal = form_refusal(form);

	if (!refusal)
		refusal = place_find(req->work, &query, &home.place);
	if (refusal)
		return refusal;
	find_centres(req, &query, &home);
	find_week(req->work, &home);
	if (id_given(req->work->actor))
		find_next(req->work, &home);
	if (*req->care)
		home_care_html(respond_html(req, 200), req, &home, form);
	else
		home_html(respond_html(req, 200), req, &home, form);
	return NULL;
}

const struct route home_web_routes[] = {
	{ GET, "/", show_home, ANYONE, ROUTE_PUBLIC, .query = place_query_fields },
	ROUTES_END,
};
