/* sign_in_api.c - signing in and out over JSON. */

#include "account/account_routes.h"
#include "account/session_web.h"
#include "account/sign_in.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
post_session(struct request *req)
{
	struct sign_in_draft draft = { 0 };
	struct new_session session;
	struct origin origin = session_origin(req);
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = sign_in_with(req->work, &draft, &origin, &session);
	if (refusal)
		return refusal;
	session_hand_over(req, &session);
	return respond_session(req, 200, session.token, &session.holder);
}

static const struct refusal *
get_session(struct request *req)
{
	bool by_bearer;
	struct holder holder;

	holder_find(req->work, req->work->actor, &holder);
	return respond_session(req, 200, session_token(req, &by_bearer), &holder);
}

/* A token is not ended by this: whoever gave it takes it back. */
static const struct refusal *
delete_session(struct request *req)
{
	bool by_bearer;
	const char *token = session_token(req, &by_bearer);

	if (!by_bearer) {
		session_end(req->work, token);
		session_cookie(req, NULL, 0);
	}
	return respond_nothing(req);
}

const struct route sign_in_api_routes[] = {
	{ POST, "/api/v1/session", post_session, ANYONE, .flags = ROUTE_HASHES | ROUTE_SECRET,
	  .body = sign_in_fields, .about = "Signs in, by a cookie." },
	{ GET, "/api/v1/session", get_session, SIGNED_IN,
	  .about = "Who is signed in, and what must be sent with each write." },
	{ DELETE, "/api/v1/session", delete_session, SIGNED_IN, .about = "Signs out." },
	ROUTES_END,
};
