/* own_session_web.c - the page of where one is signed in. */

#include "account/account_routes.h"
#include "account/own_session.h"
#include "account/own_session_html.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
show_sessions(struct request *req)
{
	size_t count;
	const struct own_session *sessions =
		own_sessions(req->work, req->session->token_hash, &count);

	sessions_page_html(respond_html(req, 200), req, sessions, count);
	return NULL;
}

static const struct refusal *
end_session(struct request *req)
{
	const struct refusal *refusal = own_session_end(req->work, path_id(req, "session"));

	if (refusal)
		return refusal;
	return redirect(req, N_("That sign-in has ended."), "/me/sessions");
}

static const struct refusal *
end_others(struct request *req)
{
	own_sessions_end(req->work, req->session->token_hash);
	return redirect(req, N_("You are signed in here and nowhere else."), "/me/sessions");
}

const struct route own_session_web_routes[] = {
	{ GET, "/me/sessions", show_sessions, SIGNED_IN, .flags = 0 },
	{ POST, "/me/sessions/others/end", end_others, SIGNED_IN, .flags = 0 },
	{ POST, "/me/sessions/:session/end", end_session, SIGNED_IN, .flags = 0 },
	ROUTES_END,
};
