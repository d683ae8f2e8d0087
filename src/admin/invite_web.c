/* invite_web.c - the page to invite somebody, and the link sent once more. */

#include "account/invite.h"
#include "admin/admin_routes.h"
#include "admin/invite_html.h"
#include "base/quarter.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
show(struct request *req, const struct form *form)
{
	size_t count;
	const struct choice *places = administered_places(req->work, &count);

	invite_page_html(respond_html(req, form_status(form)), req, form, places, count);
	return NULL;
}

static const struct refusal *
ask_whom(struct request *req)
{
	const struct invite_draft none = { .from = DAY_NONE, .until = DAY_NONE };

	return show(req, form_show(req, invite_fields, &none));
}

static const struct refusal *
invite(struct request *req)
{
	struct invite_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct account account;

	if (!form_valid(form) || !form_accept(form, managed_invite(req->work, &draft, &account)))
		return show(req, form);
	return redirect(req, N_("Invited: the link has been sent."), "/admin/accounts/%s",
			id_text(account.id).chars);
}

static const struct refusal *
send_reset(struct request *req)
{
	struct managed managed;
	const struct refusal *refusal = managed_find(req->work, path_id(req, "account"), &managed);

	if (!refusal)
		refusal = managed_send_reset(req->work, &managed);
	if (refusal)
		return refusal;
	return redirect(req, N_("A link to choose a password has been sent."), "/admin/accounts/%s",
			id_text(managed.id).chars);
}

const struct route invite_web_routes[] = {
	{ GET, "/admin/invite", ask_whom, MAY_ADMINISTER, .flags = ROUTE_APART },
	{ POST, "/admin/invite", invite, MAY_ADMINISTER, .flags = ROUTE_APART,
	  .body = invite_fields },
	{ POST, "/admin/accounts/:account/reset", send_reset, MAY_ADMINISTER,
	  .flags = ROUTE_APART },
	ROUTES_END,
};
