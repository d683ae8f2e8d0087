/* account_admin_web.c - the page of an account, for those who administer it, and what they do. */

#include "admin/account_admin_html.h"
#include "admin/admin_routes.h"
#include "admin/admin_web.h"
#include "audit/audit_log.h"
#include "base/quarter.h"
#include "base/text.h"
#include "http/respond.h"

#define LOG_MOST 10 /* entries on the page of an account */

static const struct refusal *
find(struct request *req, struct managed *managed)
{
	return managed_find(req->work, path_id(req, "account"), managed);
}

static const struct refusal *
back_to(struct request *req, const struct managed *managed, const char *notice)
{
	return redirect(req, notice, "/admin/accounts/%s", id_text(managed->id).chars);
}

static const struct refusal *
show_account(struct request *req)
{
	struct managed managed;
	struct account_page page = { .managed = &managed };
	const struct refusal *refusal = find(req, &managed);

	if (refusal)
		return refusal;
	page.standing = account_standing(req->work, managed.id);
	page.log = audit_of_account(req->work, managed.id, LOG_MOST, &page.logged);
	page.in_reach = !managed_within_reach(req->work, &managed);
	account_admin_page_html(respond_html(req, 200), req, &page);
	return NULL;
}

/* ---- what asks for a reason ---- */

static const struct grave_act locking = {
	"lock",
	N_("Lock this account?"),
	N_("It is signed out everywhere at once, its tokens end, and nobody signs in to it until "
	   "it "
	   "is unlocked. What it booked stays."),
	N_("Lock the account"),
};

static const struct grave_act unlocking = {
	"unlock",
	N_("Unlock this account?"),
	N_("Its owner can sign in again, with the password as it was."),
	N_("Unlock the account"),
};

static const struct grave_act closing = {
	"close",
	N_("Close this account?"),
	N_("For good: its roles end, and its addresses are free for another account. What was done "
	   "with it stays in the records."),
	N_("Close the account"),
};

static const struct refusal *
ask_why(struct request *req, const struct grave_act *act)
{
	const struct reason_draft none = { 0 };
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	if (refusal)
		return refusal;
	grave_act_html(respond_html(req, 200), req, form_show(req, reason_fields, &none), &managed,
		       act);
	return NULL;
}

typedef const struct refusal *act_on(struct work *work, const struct managed *managed,
				     const char *reason);

static const struct refusal *
act_for_a_reason(struct request *req, const struct grave_act *act, act_on *do_it,
		 const char *notice)
{
	struct reason_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	if (refusal)
		return refusal;
	if (form_valid(form) && form_accept(form, do_it(req->work, &managed, draft.reason)))
		return back_to(req, &managed, notice);
	grave_act_html(respond_html(req, form_status(form)), req, form, &managed, act);
	return NULL;
}

static const struct refusal *
ask_to_lock(struct request *req)
{
	return ask_why(req, &locking);
}

static const struct refusal *
lock(struct request *req)
{
	return act_for_a_reason(req, &locking, managed_lock, N_("The account is locked."));
}

static const struct refusal *
ask_to_unlock(struct request *req)
{
	return ask_why(req, &unlocking);
}

static const struct refusal *
unlock(struct request *req)
{
	return act_for_a_reason(req, &unlocking, managed_unlock, N_("The account is open again."));
}

static const struct refusal *
ask_to_close(struct request *req)
{
	return ask_why(req, &closing);
}

static const struct refusal *
close_account(struct request *req)
{
	return act_for_a_reason(req, &closing, managed_close, N_("The account is closed."));
}

static const struct refusal *
end_sessions(struct request *req)
{
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	if (!refusal)
		refusal = managed_end_sessions(req->work, &managed);
	return refusal ? refusal : back_to(req, &managed, N_("It is signed out everywhere."));
}

/* ---- roles ---- */

static const struct refusal *
show_roles(struct request *req, const struct form *form, const struct managed *managed)
{
	size_t count;
	const struct choice *places = administered_places(req->work, &count);

	role_form_html(respond_html(req, form_status(form)), req, form, managed, places, count);
	return NULL;
}

static const struct refusal *
ask_for_role(struct request *req)
{
	const struct role_draft none = { .from = DAY_NONE, .until = DAY_NONE };
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	return refusal ? refusal : show_roles(req, form_show(req, role_fields, &none), &managed);
}

static const struct refusal *
give_role(struct request *req)
{
	struct role_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct managed managed;
	const struct refusal *refusal = find(req, &managed);

	if (refusal)
		return refusal;
	if (form_valid(form) && draft.revoke) {
		refusal = managed_take(req->work, &managed, &draft);
		return refusal ? refusal
			       : back_to(req, &managed, N_("The role is taken back, at once."));
	}
	if (form_valid(form) && form_accept(form, managed_give(req->work, &managed, &draft)))
		return back_to(req, &managed, N_("The role is given."));
	return show_roles(req, form, &managed);
}

#define ACCOUNT "/admin/accounts/:account"

/* clang-format off */
const struct route account_admin_web_routes[] = {
	{ .method = GET, .path = ACCOUNT, .handle = show_account, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = GET, .path = ACCOUNT "/lock", .handle = ask_to_lock, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = POST, .path = ACCOUNT "/lock", .handle = lock, .permission = MAY_ADMINISTER, .flags = ROUTE_APART, .body = reason_fields },
	{ .method = GET, .path = ACCOUNT "/unlock", .handle = ask_to_unlock, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = POST, .path = ACCOUNT "/unlock", .handle = unlock, .permission = MAY_ADMINISTER, .flags = ROUTE_APART, .body = reason_fields },
	{ .method = GET, .path = ACCOUNT "/close", .handle = ask_to_close, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = POST, .path = ACCOUNT "/close", .handle = close_account, .permission = MAY_ADMINISTER, .flags = ROUTE_APART, .body = reason_fields },
	{ .method = POST, .path = ACCOUNT "/sessions", .handle = end_sessions, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = GET, .path = ACCOUNT "/roles", .handle = ask_for_role, .permission = MAY_ADMINISTER, .flags = ROUTE_APART },
	{ .method = POST, .path = ACCOUNT "/roles", .handle = give_role, .permission = MAY_ADMINISTER, .flags = ROUTE_APART, .body = role_fields },
	ROUTES_END,
};
/* clang-format on */
