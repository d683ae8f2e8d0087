/* feed_web.c - the page where one takes the diary along in one's own calendar. */

#include "base/text.h"
#include "diary/diary_routes.h"
#include "diary/feed.h"
#include "diary/feed_html.h"
#include "http/respond.h"

static const struct refusal *
show_feed(struct request *req)
{
	feed_page_html(respond_html(req, 200), req, feed_since(req->work), NULL);
	return NULL;
}

/* The address is shown in this answer and in no other. */
static const struct refusal *
make_feed(struct request *req)
{
	const char *url = whole_url(req->work, feed_begin(req->work));

	feed_page_html(respond_html(req, 200), req, req->work->now, url);
	return NULL;
}

static const struct refusal *
end_feed(struct request *req)
{
	feed_end(req->work);
	return redirect(req, N_("The address of your calendar has ended."), "/diary/feed");
}

const struct route feed_web_routes[] = {
	{ GET, "/diary/feed", show_feed, SIGNED_IN, .flags = 0 },
	{ POST, "/diary/feed", make_feed, SIGNED_IN, .flags = ROUTE_SECRET },
	{ POST, "/diary/feed/end", end_feed, SIGNED_IN, .flags = 0 },
	ROUTES_END,
};
