/* identify_web.c - fills a request with who asks and how they read. */

#include "account/identify_web.h"

#include <string.h>
#include <time.h>

#include "account/account.h"
#include "account/account_routes.h"
#include "account/enrolment.h"
#include "account/identity.h"
#include "account/role.h"
#include "account/token.h"
#include "base/conf.h"
#include "base/hash.h"
#include "base/language.h"
#include "http/respond.h"
#include "http/session.h"

#define VISITORS_LOOK 2 /* seconds between two looks at the network */
#define SIGN_OF_LIFE 60 /* seconds between two marks of a session */

static void (*keep_current)(struct work *work, int64_t caches);

void
account_keep_current(void (*keep)(struct work *work, int64_t caches))
{
	keep_current = keep;
}

static void
become_current(struct work *work, int64_t caches, int64_t clock_offset)
{
	if (conf.test_clock)
		work->now += clock_offset;
	if (keep_current)
		keep_current(work, caches);
}

/* A moved clock must be seen at once; else a visitor's page may be two seconds behind. */
static void
look_at_network(struct work *work)
{
	static int64_t looked_at;
	int64_t now = work->now;
	struct network_state state;

	if (!conf.test_clock && now - looked_at < VISITORS_LOOK && now >= looked_at)
		return;
	looked_at = now;
	identity_network(work, &state);
	become_current(work, state.caches, state.clock_offset);
}

/* A unit of work may be run again: nothing is left of who asked, or when, the time before. */
static void
become_nobody(struct work *work)
{
	work->actor = work->person = (struct id){ 0 };
	work->grants = NULL;
	work->grant_count = 0;
	if (conf.test_clock)
		work->now = time(NULL);
}

static void
become_somebody(struct request *req, const struct identity *identity, struct session *session)
{
	struct work *work = req->work;

	session->person_name = identity->person_name;
	session->seen_at = identity->seen_at;
	session->unread = identity->unread;
	req->session = session;
	req->care = identity->care;
	req->theme = identity->theme;
	work->actor = identity->account_id;
	work->person = identity->person_id;
	work->grants = role_grants(work, identity->roles, &work->grant_count);
}

/* What somebody may ask who has yet to set up a second factor: that, and to leave. */
static bool
leads_to_second_factor(const char *path)
{
	static const char *const paths[] = { "/me/second-factor", "/api/v1/me/second-factor",
					     "/sign-out", "/preferences", "/api/v1/session" };

	for (size_t i = 0; i < COUNT(paths); i++) {
		size_t size = strlen(paths[i]);

		if (strncmp(path, paths[i], size) == 0 && strchr("/", path[size]))
			return true;
	}
	return false;
}

/* A token may reach less far than its account, and a session of staff nowhere without a second
 * factor. */
static void
hold_back(struct request *req, const struct identity *identity)
{
	bool writes = req->method != GET && req->method != HEAD, as_resident = false;
	struct session *session = req->session;

	if (identity->scope) {
		if (!token_reaches(identity->scope, writes, req->path, &as_resident))
			session->held_back = &beyond_token;
	} else if (enrolment_lacking(req->work, identity->roles, identity->second_factor) &&
		   !leads_to_second_factor(req->path)) {
		session->held_back = &second_factor_needed;
		session->way = "/me/second-factor";
	}
	if (as_resident)
		req->work->grant_count = 0;
}

/* Finds whose the token is; what is nobody's, or has ended, is taken back from the browser. */
static const char *
ask_token(struct request *req, const char *token, bool by_bearer)
{
	struct session *session = arena_one(req->work->arena, struct session);
	const struct bytes none = { 0 };
	struct identity identity;

	session->by_bearer = by_bearer;
	session->token_hash = token_hash(req->work, token);
	identity_find(req->work, by_bearer ? none : session->token_hash,
		      by_bearer ? session->token_hash : none, &identity);
	become_current(req->work, identity.caches, identity.clock_offset);
	if (id_given(identity.account_id)) {
		become_somebody(req, &identity, session);
		hold_back(req, &identity);
		return identity.language;
	}
	if (!by_bearer)
		session_cookie(req, NULL, 0);
	return NULL;
}

/* A word of a list, as a cookie says it; what is none of them is as if there were no cookie. */
static const char *
chosen(const struct request *req, const char *cookie, const struct word *const *words)
{
	const char *value = cookie_text(req, cookie);
	const struct word *word = value ? word_find(words, value) : NULL;

	return word && word != words[0] ? word->word : "";
}

/* The address, then the person, then the cookie, then the browser. */
static void
choose_language(struct request *req, const char *of_person)
{
	const char *asked = request_is_api(req) ? NULL : query_text(req, "lang");
	const char *kept = cookie_text(req, LANGUAGE_COOKIE);

	if (asked && language_known(asked)) {
		respond_cookie(req, LANGUAGE_COOKIE, asked, COOKIE_SECONDS, true);
		language_use(asked);
	} else if (of_person) {
		language_use(of_person);
	} else if (kept && language_known(kept)) {
		language_use(kept);
	} else {
		language_use(req->accept_language ? language_accepted(req->accept_language) : NULL);
	}
}

void
account_identify(struct request *req)
{
	bool by_bearer;
	const char *token = session_token(req, &by_bearer);
	const char *language = NULL;

	become_nobody(req->work);
	req->care = chosen(req, CARE_COOKIE, type_sizes);
	req->theme = chosen(req, THEME_COOKIE, themes);
	if (token)
		language = ask_token(req, token, by_bearer);
	else
		look_at_network(req->work);
	choose_language(req, language);
}

void
account_afterwards(struct request *req)
{
	const struct session *session = req->session;
	const struct bytes none = { 0 };

	if (!session || (req->route && req->route->flags & ROUTE_POLL) ||
	    req->work->now - session->seen_at <= SIGN_OF_LIFE)
		return;
	identity_seen(req->work, session->by_bearer ? none : session->token_hash,
		      session->by_bearer ? session->token_hash : none);
}
