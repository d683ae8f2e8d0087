/* own_session_api.c - where one is signed in, over JSON. */

#include "account/account_routes.h"
#include "account/own_session.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
get_sessions(struct request *req)
{
	size_t count;
	const struct own_session *sessions =
		own_sessions(req->work, req->session->token_hash, &count);

	return respond_list(req, NULL, own_session_columns, sessions, count, sizeof(*sessions));
}

static const struct refusal *
delete_session(struct request *req)
{
	const struct refusal *refusal = own_session_end(req->work, path_id(req, "session"));

	return refusal ? refusal : respond_nothing(req);
}

const struct route own_session_api_routes[] = {
	{ GET, "/api/v1/me/sessions", get_sessions, SIGNED_IN, .answer = own_session_columns,
	  .about = "Where one is signed in, and with what kind of device." },
	{ DELETE, "/api/v1/me/sessions/:session", delete_session, SIGNED_IN,
	  .about = "Ends one's own session, wherever that is." },
	ROUTES_END,
};
