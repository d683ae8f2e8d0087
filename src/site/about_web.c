/* about_web.c - the pages in which the portal speaks of itself. */

#include "site/about_routes.h"

#include "http/respond.h"
#include "site/about_html.h"

static const struct refusal *
show_accessibility(struct request *req)
{
	about_accessibility_html(respond_html(req, 200), req);
	return NULL;
}

static const struct refusal *
show_privacy(struct request *req)
{
	about_privacy_html(respond_html(req, 200), req);
	return NULL;
}

const struct route about_web_routes[] = {
	{ GET, "/accessibility", show_accessibility, ANYONE, .flags = ROUTE_PUBLIC },
	{ GET, "/privacy", show_privacy, ANYONE, .flags = ROUTE_PUBLIC },
	ROUTES_END,
};
