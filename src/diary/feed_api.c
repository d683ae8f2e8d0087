/* feed_api.c - the calendar that programs fetch, and its address. */

#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "diary/diary_routes.h"
#include "diary/feed.h"
#include "http/form.h"
#include "http/respond.h"

struct feed_query {
	const char *token;
};

static const struct field feed_fields[] = {
	FIELD_TEXT(struct feed_query, token, .max = 100),
	FIELD_END,
};

static const struct refusal *
post_feed(struct request *req)
{
	const char *url = whole_url(req->work, feed_begin(req->work));

	return respond_json(req, 201, json_pack("{s:s}", "url", url));
}

static const struct refusal *
delete_feed(struct request *req)
{
	feed_end(req->work);
	return respond_nothing(req);
}

/* A program asks every hour or so, and is not sent again what it has. */
static const struct refusal *
get_calendar(struct request *req)
{
	struct feed_query query = { 0 };
	const char *calendar;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = feed_calendar(req->work, query.token, &calendar);
	if (refusal)
		return refusal;
	respond_file(req, "text/calendar; charset=utf-8", "quarter.ics", calendar,
		     strlen(calendar));
	req->response.cache_control = "private, no-cache";
	return NULL;
}

const struct route feed_api_routes[] = {
	{ POST, "/api/v1/me/diary-feed", post_feed, SIGNED_IN, .flags = ROUTE_SECRET,
	  .about = "Makes an address for a calendar that follows the diary; the former ends." },
	{ DELETE, "/api/v1/me/diary-feed", delete_feed, SIGNED_IN,
	  .about = "Ends the address of the calendar." },
	{ GET, "/api/v1/me/diary.ics", get_calendar, ANYONE, .query = feed_fields,
	  .about = "The diary of a household as iCalendar, by the secret in its address." },
	ROUTES_END,
};
