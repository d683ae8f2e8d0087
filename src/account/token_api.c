/* token_api.c - the tokens of an account over JSON. */

#include <jansson.h>

#include "account/account_routes.h"
#include "account/token.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
get_tokens(struct request *req)
{
	size_t count;
	const struct token *tokens = token_list(req->work, &count);

	return respond_list(req, NULL, token_columns, tokens, count, sizeof(*tokens));
}

static const struct refusal *
post_token(struct request *req)
{
	struct token_draft draft = { 0 };
	struct account account;
	struct token token;
	const char *secret;
	json_t *made;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal && req->session->by_bearer)
		refusal = &session_needed;
	if (!refusal)
		refusal = account_find(req->work, req->work->actor, &account);
	if (refusal)
		return refusal;
	token_make(req->work, &account, &draft, &token, &secret);
	made = json_of_row(req, token_columns, &token);
	json_object_set_new(made, "token", json_string(secret));
	return respond_json(req, 201, made);
}

static const struct refusal *
delete_token(struct request *req)
{
	const struct refusal *refusal = token_end(req->work, path_id(req, "token"));

	return refusal ? refusal : respond_nothing(req);
}

const struct route token_api_routes[] = {
	{ GET, "/api/v1/me/tokens", get_tokens, SIGNED_IN, .answer = token_columns,
	  .about = "The tokens of programs that act for one." },
	{ POST, "/api/v1/me/tokens", post_token, SIGNED_IN, .flags = ROUTE_SECRET,
	  .body = token_fields, .answer = token_columns,
	  .about = "Makes a token and shows it, this once." },
	{ DELETE, "/api/v1/me/tokens/:token", delete_token, SIGNED_IN,
	  .about = "Ends a token of one's own." },
	ROUTES_END,
};
