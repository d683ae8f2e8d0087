/* admin_web.c - where administration begins, and the list of accounts. */

#include "admin/admin_web.h"

#include <string.h>

#include "admin/admin_html.h"
#include "admin/admin_routes.h"
#include "admin/export.h"
#include "base/text.h"
#include "http/respond.h"

/* Who neither administers nor audits has nothing to see here. */
static const struct refusal *
show_start(struct request *req)
{
	if (!may_administer(req) && !may_read_audit(req))
		return &refused_forbidden;
	admin_start_html(respond_html(req, 200), req);
	return NULL;
}

static const struct refusal *
show_accounts(struct request *req)
{
	struct managed_query query = { 0 };
	struct accounts_page page = { .form = query_read(req, &query) };
	struct cursor cursor;
	struct managed *list;
	const struct refusal *refusal = form_refusal(page.form);

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = managed_list(req->work, &query, &cursor, &list, &page.count);
	if (refusal)
		return refusal;
	cursor_close(req, &cursor, list, sizeof(*list), offsetof(struct managed, name_order),
		     offsetof(struct managed, person_id), &page.count);
	page.list = list;
	page.cursor = &cursor;
	page.places = administered_places(req->work, &page.place_count);
	accounts_page_html(respond_html(req, 200), req, &page);
	return NULL;
}

static const struct refusal *
export_accounts(struct request *req)
{
	struct managed_query query = { 0 };
	const char *csv;
	const struct refusal *refusal = form_refusal(form_read(req, &query));

	if (!refusal)
		refusal = accounts_csv(req->work, &query, &csv);
	if (refusal)
		return refusal;
	return respond_file(req, "text/csv; charset=utf-8", "accounts.csv", csv, strlen(csv));
}

const struct route accounts_web_routes[] = {
	{ GET, "/admin", show_start, SIGNED_IN, .flags = ROUTE_APART },
	{ GET, "/admin/accounts", show_accounts, MAY_ADMINISTER, .flags = ROUTE_APART,
	  .query = managed_query_fields },
	{ POST, "/admin/accounts/export", export_accounts, MAY_ADMINISTER,
	  .flags = ROUTE_APART | ROUTE_SECRET, .body = managed_query_fields },
	ROUTES_END,
};
