/* sign_up_api.c - signing up over JSON. */

#include <jansson.h>

#include "account/account_routes.h"
#include "account/session_web.h"
#include "account/sign_up.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
post_account(struct request *req)
{
	struct sign_up_draft draft = { 0 };
	const char *sent_to;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = sign_up(req->work, &draft, &sent_to);
	if (refusal)
		return refusal;
	return respond_json(req, 202, json_pack("{s:s}", "sent_to", sent_to));
}

static const struct refusal *
post_confirm(struct request *req)
{
	struct confirm_draft draft = { 0 };
	struct new_session session;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = sign_up_confirm(req->work, &draft, device_of(req->user_agent), &session);
	if (refusal)
		return refusal;
	session_hand_over(req, &session);
	return respond_session(req, 201, session.token, &session.holder);
}

const struct route sign_up_api_routes[] = {
	{ POST, "/api/v1/accounts", post_account, ANYONE, .flags = ROUTE_HASHES | ROUTE_SECRET,
	  .body = sign_up_fields, .about = "Asks for an account; a code is sent to each address." },
	{ POST, "/api/v1/accounts/confirm", post_confirm, ANYONE, .flags = ROUTE_SECRET,
	  .body = confirm_fields, .about = "Brings a code back, and signs in." },
	ROUTES_END,
};
