/* answer.c - who asks, may they, is it theirs to send, was it done: then the handler. */

#include "http/answer.h"

#include <jansson.h>
#include <string.h>

#include "base/hash.h"
#include "base/language.h"
#include "base/log.h"
#include "base/text.h"
#include "db/unit.h"
#include "http/decode.h"
#include "http/guard.h"
#include "http/notice.h"
#include "http/page.h"
#include "http/problem.h"
#include "http/respond.h"
#include "http/router.h"
#include "http/session.h"

struct answering {
	struct request *req;
	const struct site *site;
	const struct refusal *unrouted; /* no route has the path, or none with the method */
	const struct refusal *refusal;
};

/* A handler has shown a page of 400 or more: what it wrote is taken back, and nothing is added. */
static const struct refusal shown_already = { .kind = REFUSED_BY_RULE, .code = "shown_already" };

static bool
is_write(const struct request *req)
{
	return req->method != GET && req->method != HEAD;
}

static const struct refusal *
check_permission(const struct request *req)
{
	enum permission needed = req->route->permission;

	if (req->session && req->session->held_back)
		return req->session->held_back;
	if (needed == ANYONE)
		return NULL;
	if (!req->session)
		return &not_signed_in;
	if (needed == SIGNED_IN || work_may_somewhere(req->work, needed))
		return NULL;
	return &refused_forbidden;
}

/* Only a route that knows the word tries without doing. */
static bool
is_dry_run(const struct request *req)
{
	for (const struct field *field = req->route->query; field && field->member; field++)
		if (strcmp(field_name(field), "dry_run") == 0)
			return query_flag(req, "dry_run");
	return false;
}

/* All that stands between a request and its handler. */
static const struct refusal *
admit(struct answering *answering)
{
	struct request *req = answering->req;
	const struct refusal *refusal = check_permission(req);

	if (!refusal)
		refusal = route_query(req);
	if (!refusal && is_write(req))
		refusal = decode_body(req);
	if (!refusal && is_write(req))
		refusal = guard_check(req);
	if (!refusal && is_write(req))
		refusal = route_body(req);
	if (!refusal && is_write(req))
		refusal = guard_command(req);
	if (!refusal && (req->route->flags & ROUTE_ATTEMPT) && !is_dry_run(req))
		refusal = answering->site->attempt(req);
	return refusal;
}

static const struct refusal *
run(struct work *work, void *with)
{
	struct answering *answering = with;
	struct request *req = answering->req;
	const struct refusal *refusal;

	respond_reset(req);
	req->form_secret = NULL;
	req->reader = NULL;
	req->session = NULL;
	work->may_write = is_write(req) || (req->route->flags & ROUTE_RECORDS);
	answering->site->identify(req);
	notice_take(req);
	refusal = answering->unrouted ? answering->unrouted : admit(answering);
	if (!refusal)
		refusal = req->route->handle(req);
	if (!refusal && req->response.status >= 400)
		refusal = &shown_already;
	return refusal;
}

static void
keep(struct work *work, void *with)
{
	const struct answering *answering = with;
	const struct response *response = &answering->req->response;
	struct bytes body = { response->body.chars, response->body.size };

	if (work->command.keep_answer)
		unit_keep(work, response->status, response->location, body);
}

static void
replay(struct work *work, const struct kept *kept, void *with)
{
	struct request *req = ((struct answering *)with)->req;

	(void)work;
	if (kept->status == 0)
		fault_as(FAULT_AWAY, "what was done kept no answer");
	respond_begin(req, (int)kept->status, kept->status == 303 ? NULL : "application/json");
	req->response.location = kept->location;
	if (kept->answer.data)
		buf_add(&req->response.body, kept->answer.data, kept->answer.size);
}

static void
show_refusal(void *with)
{
	struct answering *answering = with;

	respond_reset(answering->req);
	respond_refusal(answering->req, answering->refusal);
}

static void
show_fault(void *with)
{
	struct answering *answering = with;

	respond_reset(answering->req);
	respond_fault(answering->req, answering->refusal);
}

static void
tell_plainly(struct answering *answering, const struct refusal *refusal)
{
	answering->refusal = refusal;
	if (work_try(show_fault, answering) != FAULT_NONE)
		respond_line(answering->req, refusal);
}

/* The page of a refusal asks the database for its frame; where that fails a plainer one is shown,
 * and where there is no room even for that, a line. */
static void
tell(struct answering *answering, const struct refusal *refusal)
{
	answering->refusal = refusal;
	if (work_try(show_refusal, answering) == FAULT_NONE)
		return;
	log_event(LOG_WARNING, "plain", "a refusal could not be shown: %s", fault_message());
	tell_plainly(answering, &service_away);
}

static void
answer_unit(struct answering *answering)
{
	struct request *req = answering->req;
	const struct unit unit = { run, keep, replay, answering };
	const struct refusal *refusal;

	switch (unit_run(req->work, &unit, &refusal)) {
	case UNIT_DONE:
	case UNIT_REPLAYED:
		break;
	case UNIT_REFUSED:
		if (refusal != &shown_already)
			tell(answering, refusal);
		break;
	case UNIT_BUSY:
		tell(answering, &in_progress);
		break;
	case UNIT_AWAY:
		tell_plainly(answering, &service_away);
		break;
	case UNIT_BROKEN:
		tell_plainly(answering, &service_broken);
		break;
	}
}

static void
answer_bare(void *with)
{
	struct request *req = ((struct answering *)with)->req;
	const struct refusal *refusal = route_query(req);

	if (!refusal)
		refusal = req->route->handle(req);
	if (refusal)
		respond_fault(req, refusal);
}

/* Before it is known who asks, the browser's wish and the cookie tell the language. */
static void
guess_language(const struct request *req)
{
	const char *cookie = cookie_text(req, "quarter_lang");
	const char *accepted = language_accepted(req->accept_language);

	if (cookie && language_known(cookie))
		language_use(cookie);
	else
		language_use(accepted ? accepted : "zh-CN");
}

/* A page that a browser has already is not sent again. */
static void
validate(struct request *req)
{
	struct response *response = &req->response;
	const char *hash, *tag;

	if (response->status != 200 || !response->cache_control)
		return;
	hash = hex_of(req->work, hash_of_text(req->work, response->body.chars));
	tag = text(req->work, "\"%.32s\"", hash);
	response->etag = tag;
	if (req->if_none_match && strcmp(req->if_none_match, tag) == 0) {
		buf_clear(&response->body);
		response->status = 304;
	}
}

void
answer_unread(struct request *req, const struct refusal *refusal)
{
	struct answering answering = { .req = req };

	guess_language(req);
	tell_plainly(&answering, refusal);
}

/* What is public may be kept by anybody for a second, where it was shown to a visitor. */
static void
allow_keeping(struct request *req)
{
	if ((req->route->flags & ROUTE_PUBLIC) && !req->session && !req->notice &&
	    req->response.cookies.size == 0 && req->response.status == 200)
		req->response.cache_control = "public, max-age=1";
}

void
answer(struct request *req, const struct site *site, bool hashes)
{
	static const struct route nowhere = { .method = GET, .path = "none" };
	struct answering answering = { .req = req, .site = site };

	guess_language(req);
	answering.unrouted = route_find(req, site->routes);
	if (answering.unrouted)
		req->route = &nowhere;
	req->work->name = req->route->path;
	if ((req->route->flags & (ROUTE_HASHES | ROUTE_APART)) && !hashes)
		tell_plainly(&answering, &service_away);
	else if (!(req->route->flags & ROUTE_BARE))
		answer_unit(&answering);
	else if (work_try(answer_bare, &answering) != FAULT_NONE)
		tell_plainly(&answering, &service_away);
	allow_keeping(req);
	validate(req);
}
