/* sign_in_web.c - the pages to sign in and out. */

#include <string.h>

#include "account/account_routes.h"
#include "account/session_web.h"
#include "account/sign_in.h"
#include "account/sign_in_html.h"
#include "http/form.h"
#include "http/page.h"
#include "http/respond.h"
#include "http/session.h"

/* What leads here: from a page that wants to know who asks, or from the list of the
 * demonstration. */
struct sign_in_query {
	const char *login, *next;
};

static const struct field query_fields[] = {
	FIELD_TEXT(struct sign_in_query, login, .max = LOGIN_MAX),
	FIELD_TEXT(struct sign_in_query, next, .max = 8192),
	FIELD_END,
};

static bool
asks_second_factor(const struct form *form)
{
	const struct refusal *refusal = form_refused(form);

	return refusal && refused_as(refusal, &totp_needed);
}

static const struct refusal *
show_sign_in(struct request *req)
{
	struct sign_in_query query = { 0 };
	struct sign_in_draft draft = { 0 };

	(void)query_read(req, &query);
	if (signed_in(req))
		return redirect(req, NULL, "%s", local_path(query.next));
	draft.login = query.login;
	draft.next = query.next;
	sign_in_page_html(respond_html(req, 200), req, form_show(req, sign_in_page_fields, &draft),
			  false);
	return NULL;
}

static const struct refusal *
enter(struct request *req)
{
	struct sign_in_draft draft = { 0 };
	struct new_session session;
	struct origin origin = session_origin(req);
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = NULL;

	if (form_valid(form))
		refusal = sign_in_with(req->work, &draft, &origin, &session);
	if (refusal && refusal->kind == REFUSED_AWAY)
		return refusal;
	if (!form_valid(form) || !form_accept(form, refusal)) {
		sign_in_page_html(respond_html(req, form_status(form)), req, form,
				  asks_second_factor(form));
		return NULL;
	}
	session_hand_over(req, &session);
	return redirect(req, NULL, "%s", local_path(draft.next));
}

static const struct refusal *
leave(struct request *req)
{
	bool by_bearer;
	const char *token = session_token(req, &by_bearer);

	session_end(req->work, token);
	session_cookie(req, NULL, 0);
	return redirect(req, N_("You are signed out."), "/");
}

const struct route sign_in_web_routes[] = {
	{ GET, "/sign-in", show_sign_in, ANYONE, .query = query_fields },
	{ POST, "/sign-in", enter, ANYONE, .flags = ROUTE_HASHES | ROUTE_SECRET | ROUTE_FORM_COOKIE,
	  .body = sign_in_page_fields },
	{ POST, "/sign-out", leave, SIGNED_IN, .flags = 0 },
	ROUTES_END,
};
