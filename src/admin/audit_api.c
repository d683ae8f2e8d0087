/* audit_api.c - the audit log over JSON. */

#include <jansson.h>

#include "admin/act.h"
#include "admin/admin_routes.h"
#include "audit/audit_log.h"
#include "base/quarter.h"
#include "http/form.h"
#include "http/respond.h"

/* What was before and after is JSON already; it may have been emptied. */
static json_t *
json_of_logged(struct request *req, const struct logged *logged)
{
	json_t *entry = json_of_row(req, logged_columns, logged);
	json_t *detail = logged->detail ? json_loads(logged->detail, 0, NULL) : NULL;

	json_object_set_new(entry, "said", json_string(act_said(logged->act)));
	json_object_set_new(entry, "detail", detail ? detail : json_null());
	return entry;
}

static const struct refusal *
get_audit(struct request *req)
{
	struct audit_query query = { .from = DAY_NONE, .to = DAY_NONE };
	struct cursor cursor;
	struct logged *list;
	size_t count;
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	json_t *items;

	if (!refusal)
		refusal = cursor_read(req, AUDIT_NEWEST, &cursor);
	if (!refusal)
		refusal = audit_list(req->work, &query, &cursor, &list, &count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, list, struct logged, position, &count);
	items = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(items, json_of_logged(req, &list[i]));
	return respond_json(req, 200,
			    json_pack("{s:o, s:o}", "items", items, "next",
				      cursor.next ? json_string(cursor.next) : json_null()));
}

const struct route audit_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/admin/audit",
		.handle = get_audit,
		.permission = MAY_READ_AUDIT,
		.flags = ROUTE_APART | ROUTE_LIST,
		.query = audit_query_fields,
		.answer = logged_columns,
		.about = "What was done in one's part of the network, the newest first; each entry "
			 "with the hash that chains it.",
	},
	ROUTES_END,
};
