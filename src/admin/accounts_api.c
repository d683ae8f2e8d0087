/* accounts_api.c - accounts of others over JSON: found, locked, given roles. */

#include <jansson.h>

#include "account/administer.h"
#include "admin/admin_routes.h"
#include "base/quarter.h"
#include "base/text.h"
#include "http/form.h"
#include "http/respond.h"

/* ---- as JSON ---- */

static json_t *
text_or_null(const char *chars)
{
	return chars ? json_string(chars) : json_null();
}

/* The days that the role holds on, the last included. */
static json_t *
json_of_role(struct request *req, const struct held_role *held)
{
	struct work *work = req->work;
	json_t *role = json_of_row(req, held_role_columns, held);

	json_object_set_new(role, "from", json_string(iso_day(work, day_of(held->since))));
	json_object_set_new(role, "until",
			    text_or_null(held->until == INT64_MAX
						 ? NULL
						 : iso_day(work, day_of(held->until - 1))));
	return role;
}

static json_t *
json_of_managed(struct request *req, const struct managed *managed)
{
	json_t *account = json_of_row(req, managed_columns, managed);
	json_t *roles = json_array();

	for (size_t i = 0; i < managed->role_count; i++)
		json_array_append_new(roles, json_of_role(req, &managed->roles[i]));
	json_object_set_new(account, "person",
			    json_pack("{s:s, s:s}", "id", id_text(managed->person_id).chars, "name",
				      managed->name));
	json_object_set_new(account, "logins",
			    json_of_rows(req, login_columns, managed->logins, managed->login_count,
					 sizeof(*managed->logins)));
	json_object_set_new(account, "roles", roles);
	return account;
}

/* As it is after what was done to it. */
static const struct refusal *
respond_managed(struct request *req, struct id id)
{
	struct managed managed;
	struct standing standing;
	const struct refusal *refusal = managed_find(req->work, id, &managed);
	json_t *account;

	if (refusal)
		return refusal;
	standing = account_standing(req->work, id);
	account = json_of_managed(req, &managed);
	json_object_set_new(account, "sessions", json_integer(standing.sessions));
	json_object_set_new(account, "tokens", json_integer(standing.tokens));
	return respond_json(req, 200, account);
}

/* ---- finding ---- */

static const struct refusal *
find(struct request *req, struct managed *managed)
{
	return managed_find(req->work, path_id(req, "account"), managed);
}

static const struct refusal *
get_accounts(struct request *req)
{
	struct managed_query query = { 0 };
	struct cursor cursor;
	struct managed *list;
	size_t count;
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	json_t *items;

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = managed_list(req->work, &query, &cursor, &list, &count);
	if (refusal)
		return refusal;
	cursor_close(req, &cursor, list, sizeof(*list), offsetof(struct managed, name_order),
		     offsetof(struct managed, person_id), &count);
	items = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(items, json_of_managed(req, &list[i]));
	return respond_json(
		req, 200,
		json_pack("{s:o, s:o}", "items", items, "next", text_or_null(cursor.next)));
}

static const struct refusal *
get_account(struct request *req)
{
	return respond_managed(req, path_id(req, "account"));
}

/* ---- changing ---- */

static const struct refusal *
patch_account(struct request *req)
{
	struct managed_change change = { 0 };
	struct managed managed;
	const struct refusal *refusal = form_refusal(form_read(req, &change));

	if (!refusal)
		refusal = find(req, &managed);
	if (!refusal)
		refusal = managed_change(req->work, &managed, &change);
	return refusal ? refusal : respond_managed(req, managed.id);
}

typedef const struct refusal *act_on(struct work *work, const struct managed *managed,
				     const char *reason);

static const struct refusal *
act_for_a_reason(struct request *req, act_on *act)
{
	struct reason_draft draft = { 0 };
	struct managed managed;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &managed);
	if (!refusal)
		refusal = act(req->work, &managed, draft.reason);
	return refusal ? refusal : respond_managed(req, managed.id);
}

static const struct refusal *
post_lock(struct request *req)
{
	return act_for_a_reason(req, managed_lock);
}

static const struct refusal *
post_unlock(struct request *req)
{
	return act_for_a_reason(req, managed_unlock);
}

static const struct refusal *
post_close(struct request *req)
{
	return act_for_a_reason(req, managed_close);
}

static const struct refusal *
post_roles(struct request *req)
{
	struct role_draft draft = { 0 };
	struct managed managed;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &managed);
	if (!refusal)
		refusal = draft.revoke ? managed_take(req->work, &managed, &draft)
				       : managed_give(req->work, &managed, &draft);
	return refusal ? refusal : respond_managed(req, managed.id);
}

static const struct refusal *
delete_sessions(struct request *req)
{
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	if (!refusal)
		refusal = managed_end_sessions(req->work, &managed);
	return refusal ? refusal : respond_nothing(req);
}

#define ACCOUNT "/api/v1/admin/accounts/:account"

/* clang-format off */
const struct route accounts_api_routes[] = {
	{ .method = GET, .path = "/api/v1/admin/accounts", .handle = get_accounts, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART | ROUTE_LIST, .query = managed_query_fields, .answer = managed_columns,
	  .about = "Accounts of the part of the network that one administers, in the order of their names as they are read." },
	{ .method = GET, .path = ACCOUNT, .handle = get_account, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .answer = managed_columns, .about = "One account, its addresses masked." },
	{ .method = PATCH, .path = ACCOUNT, .handle = patch_account, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = managed_change_fields, .answer = managed_columns,
	  .about = "Mends a person's name or language." },
	{ .method = POST, .path = ACCOUNT "/lock", .handle = post_lock, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = reason_fields, .answer = managed_columns,
	  .about = "Locks an account and ends its sessions and tokens at once." },
	{ .method = POST, .path = ACCOUNT "/unlock", .handle = post_unlock, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = reason_fields, .answer = managed_columns, .about = "Opens an account again." },
	{ .method = POST, .path = ACCOUNT "/close", .handle = post_close, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = reason_fields, .answer = managed_columns,
	  .about = "Closes an account for good: its roles end, and its addresses are free." },
	{ .method = POST, .path = ACCOUNT "/roles", .handle = post_roles, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = role_fields, .answer = managed_columns,
	  .about = "Gives a role from a place downwards, between two days; or, with revoke, takes it back." },
	{ .method = DELETE, .path = ACCOUNT "/sessions", .handle = delete_sessions, .permission = MAY_ADMINISTER,
	  .flags = ROUTE_APART, .about = "Signs an account out everywhere." },
	ROUTES_END,
};
/* clang-format on */
