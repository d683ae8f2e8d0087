/* reset_web.c - the pages of a forgotten password: whose, then a new one. */

#include "account/account_routes.h"
#include "account/reset.h"
#include "account/reset_html.h"
#include "http/form.h"
#include "http/page.h"
#include "http/respond.h"

/* What leads here: from the page to sign in, or from a letter. */
struct reset_query {
	const char *login, *code;
};

static const struct field query_fields[] = {
	FIELD_TEXT(struct reset_query, login, .max = 254),
	FIELD_TEXT(struct reset_query, code, .max = 60),
	FIELD_END,
};

static const struct refusal *
show_forgotten(struct request *req)
{
	struct reset_query query = { 0 };
	const struct reset_draft *draft;

	(void)query_read(req, &query);
	draft = &(struct reset_draft){ .login = query.login };
	forgotten_page_html(respond_html(req, 200), req, form_show(req, reset_fields, draft));
	return NULL;
}

/* The address goes on in the page and not in its own address, which stands in logs. */
static const struct refusal *
show_confirm(struct request *req, const struct new_password_draft *draft, const char *sent_to)
{
	new_password_page_html(respond_html(req, 200), req,
			       form_show(req, new_password_fields, draft),
			       reset_is_linked(draft->code), sent_to);
	return NULL;
}

static const struct refusal *
ask(struct request *req)
{
	struct reset_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const char *sent_to = NULL;

	if (form_valid(form) && form_accept(form, reset_ask(req->work, &draft, &sent_to)))
		return show_confirm(req, &(struct new_password_draft){ .login = draft.login },
				    sent_to);
	forgotten_page_html(respond_html(req, form_status(form)), req, form);
	return NULL;
}

/* Opening a link changes nothing: programs that look at mail open it too. */
static const struct refusal *
show_new_password(struct request *req)
{
	struct reset_query query = { 0 };

	(void)query_read(req, &query);
	return show_confirm(req, &(struct new_password_draft){ .code = query.code }, NULL);
}

static const struct refusal *
confirm(struct request *req)
{
	struct new_password_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = NULL;

	if (form_valid(form))
		refusal = reset_confirm(req->work, &draft);
	if (refusal && refusal->kind == REFUSED_AWAY)
		return refusal;
	if (form_valid(form) && form_accept(form, refusal))
		return redirect(req, N_("Your new password is kept. Sign in with it."), "/sign-in");
	new_password_page_html(respond_html(req, form_status(form)), req, form,
			       reset_is_linked(draft.code), NULL);
	return NULL;
}

const struct route reset_web_routes[] = {
	{ GET, "/forgotten", show_forgotten, ANYONE, .query = query_fields },
	{ POST, "/forgotten", ask, ANYONE, .flags = ROUTE_HASHES | ROUTE_SECRET | ROUTE_FORM_COOKIE,
	  .body = reset_fields },
	{ GET, "/forgotten/confirm", show_new_password, ANYONE, .query = query_fields },
	{ POST, "/forgotten/confirm", confirm, ANYONE,
	  .flags = ROUTE_HASHES | ROUTE_SECRET | ROUTE_FORM_COOKIE, .body = new_password_fields },
	ROUTES_END,
};
