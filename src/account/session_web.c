/* session_web.c - a session as the browser and the program get it. */

#include "account/session_web.h"

#include <jansson.h>
#include <string.h>

#include "account/account_routes.h"
#include "account/role.h"
#include "http/respond.h"
#include "http/session.h"

struct origin
session_origin(const struct request *req)
{
	return (struct origin){
		.address = req->remote_address,
		.mark = cookie_text(req, KNOWN_COOKIE),
		.device = device_of(req->user_agent),
	};
}

void
session_hand_over(struct request *req, const struct new_session *session)
{
	bool by_bearer;
	const char *former = session_token(req, &by_bearer);

	if (req->session && !by_bearer)
		session_end(req->work, former);
	session_cookie(req, session->token, session->cookie_seconds);
	if (session->mark)
		respond_cookie(req, KNOWN_COOKIE, session->mark, COOKIE_SECONDS, true);
}

/* As if the request had come with it. */
static void
carry_token(struct request *req, const char *token)
{
	size_t count = 0;
	struct pair *cookies;

	while (req->cookies[count].name)
		count++;
	cookies = arena_array(req->work->arena, count + 1, sizeof(*cookies));
	for (size_t i = 0; i < count; i++) {
		cookies[i] = req->cookies[i];
		if (strcmp(cookies[i].name, session_cookie_name()) == 0)
			cookies[i].value = token;
	}
	req->cookies = cookies;
}

/* A browser that is not to be known again is a shared one. */
void
session_renew(struct request *req, struct new_session *session)
{
	const struct beginning beginning = { .shared = !cookie_text(req, KNOWN_COOKIE),
					     .device = device_of(req->user_agent) };

	session_begin(req->work, req->work->actor, &beginning, session);
	session_cookie(req, session->token, session->cookie_seconds);
	carry_token(req, session->token);
}

static json_t *
json_of_roles(struct work *work, const char *list)
{
	json_t *roles = json_array();

	for (const struct word *const *word = role_words(work, list); *word; word++)
		json_array_append_new(roles, json_string((*word)->word));
	return roles;
}

const struct refusal *
respond_session(struct request *req, int status, const char *token, const struct holder *holder)
{
	return respond_json(req, status,
			    json_pack("{s:s, s:{s:s, s:s}, s:o}", "csrf_token",
				      session_csrf(req->work, token), "person", "id",
				      id_text(holder->person_id).chars, "name", holder->name,
				      "roles", json_of_roles(req->work, holder->roles)));
}
