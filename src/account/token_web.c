/* token_web.c - the page of the programs that act for one. */

#include "account/account_routes.h"
#include "account/token.h"
#include "account/token_html.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/session.h"

#define DAYS_PROPOSED 90

/* secret: what was just made, or NULL. */
static const struct refusal *
show(struct request *req, const struct form *form, const char *secret)
{
	size_t count;
	const struct token *tokens = token_list(req->work, &count);

	tokens_page_html(respond_html(req, form_status(form)), req, form, tokens, count, secret);
	return NULL;
}

static const struct form *
empty_form(struct request *req)
{
	const struct token_draft draft = { .scope = &scope_read, .days = DAYS_PROPOSED };

	return form_show(req, token_fields, &draft);
}

static const struct refusal *
show_tokens(struct request *req)
{
	return show(req, empty_form(req), NULL);
}

/* The token is shown in this answer and in no other. */
static const struct refusal *
make_token(struct request *req)
{
	struct token_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct account account;
	struct token token;
	const char *secret;
	const struct refusal *refusal = req->session->by_bearer ? &session_needed : NULL;

	if (!refusal)
		refusal = account_find(req->work, req->work->actor, &account);
	if (refusal)
		return refusal;
	if (!form_valid(form))
		return show(req, form, NULL);
	token_make(req->work, &account, &draft, &token, &secret);
	return show(req, empty_form(req), secret);
}

static const struct refusal *
end_token(struct request *req)
{
	const struct refusal *refusal = token_end(req->work, path_id(req, "token"));

	if (refusal)
		return refusal;
	return redirect(req, N_("The token has ended."), "/me/tokens");
}

const struct route token_web_routes[] = {
	{ GET, "/me/tokens", show_tokens, SIGNED_IN, .flags = 0 },
	{ POST, "/me/tokens", make_token, SIGNED_IN, .flags = ROUTE_SECRET, .body = token_fields },
	{ POST, "/me/tokens/:token/end", end_token, SIGNED_IN, .flags = 0 },
	ROUTES_END,
};
