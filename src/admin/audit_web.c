/* audit_web.c - the page of the audit log. */

#include "admin/admin_routes.h"
#include "admin/admin_web.h"
#include "admin/audit_html.h"
#include "base/quarter.h"
#include "http/respond.h"

static const struct refusal *
show_log(struct request *req)
{
	struct audit_query query = { .from = DAY_NONE, .to = DAY_NONE };
	struct log_page page = { .form = query_read(req, &query) };
	struct cursor cursor;
	struct logged *list;
	const struct refusal *refusal = form_refusal(page.form);

	if (!refusal)
		refusal = cursor_read(req, AUDIT_NEWEST, &cursor);
	if (!refusal)
		refusal = audit_list(req->work, &query, &cursor, &list, &page.count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, list, struct logged, position, &page.count);
	page.list = list;
	page.cursor = &cursor;
	audit_page_html(respond_html(req, 200), req, &page);
	return NULL;
}

const struct route audit_web_routes[] = {
	{ GET, "/admin/audit", show_log, MAY_READ_AUDIT, .flags = ROUTE_APART,
	  .query = audit_query_fields },
	ROUTES_END,
};
