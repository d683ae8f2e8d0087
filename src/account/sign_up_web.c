/* sign_up_web.c - the pages to sign up: who one is, then the code that was sent. */

#include "account/account_routes.h"
#include "account/session_web.h"
#include "account/sign_up.h"
#include "account/sign_up_html.h"
#include "http/form.h"
#include "http/page.h"
#include "http/respond.h"

struct sign_up_query {
	const char *next;
};

static const struct field query_fields[] = {
	FIELD_TEXT(struct sign_up_query, next, .max = 8192),
	FIELD_END,
};

static const struct refusal *
show_sign_up(struct request *req)
{
	struct sign_up_query query = { 0 };
	struct sign_up_draft draft = { 0 };

	(void)query_read(req, &query);
	if (signed_in(req))
		return redirect(req, NULL, "%s", local_path(query.next));
	draft.next = query.next;
	sign_up_page_html(respond_html(req, 200), req, form_show(req, sign_up_page_fields, &draft));
	return NULL;
}

/* The address goes on in the page and not in its own address, which stands in logs. */
static const struct refusal *
show_confirm(struct request *req, const struct confirm_draft *draft, const char *sent_to)
{
	confirm_page_html(respond_html(req, 200), req, form_show(req, confirm_page_fields, draft),
			  sent_to);
	return NULL;
}

static const struct refusal *
ask_for_code(struct request *req)
{
	struct sign_up_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = NULL;
	const char *sent_to = NULL;

	if (form_valid(form))
		refusal = sign_up(req->work, &draft, &sent_to);
	if (refusal && refusal->kind == REFUSED_AWAY)
		return refusal;
	if (form_valid(form) && form_accept(form, refusal))
		return show_confirm(
			req, &(struct confirm_draft){ .login = draft.login, .next = draft.next },
			sent_to);
	sign_up_page_html(respond_html(req, form_status(form)), req, form);
	return NULL;
}

static const struct refusal *
type_code(struct request *req)
{
	return show_confirm(req, &(struct confirm_draft){ 0 }, NULL);
}

static const struct refusal *
confirm(struct request *req)
{
	struct confirm_draft draft = { 0 };
	struct new_session session;
	struct form *form = form_read(req, &draft);

	if (!form_valid(form) ||
	    !form_accept(form, sign_up_confirm(req->work, &draft, device_of(req->user_agent),
					       &session))) {
		confirm_page_html(respond_html(req, form_status(form)), req, form, NULL);
		return NULL;
	}
	session_hand_over(req, &session);
	return redirect(req, N_("Welcome. Your account is ready."), "%s", local_path(draft.next));
}

const struct route sign_up_web_routes[] = {
	{ GET, "/sign-up", show_sign_up, ANYONE, .query = query_fields },
	{ POST, "/sign-up", ask_for_code, ANYONE,
	  .flags = ROUTE_HASHES | ROUTE_SECRET | ROUTE_FORM_COOKIE, .body = sign_up_page_fields },
	{ GET, "/sign-up/confirm", type_code, ANYONE, .flags = 0 },
	{ POST, "/sign-up/confirm", confirm, ANYONE, .flags = ROUTE_SECRET | ROUTE_FORM_COOKIE,
	  .body = confirm_page_fields },
	ROUTES_END,
};
