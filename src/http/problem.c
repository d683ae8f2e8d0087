/* problem.c - refusals, told. */

#include "http/problem.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/quarter.h"
#include "base/rule.h"
#include "base/text.h"
#include "http/decode.h"
#include "http/error_html.h"
#include "http/page.h"
#include "http/respond.h"
#include "http/session.h"

#define AWAY_SECONDS 2
REFUSAL(missing_route, REFUSED_MISSING, NULL,
	N_("There is no such page, or it is not yours to see. Check the address, or start again "
	   "from the home page."));
REFUSAL(method_not_allowed, REFUSED_METHOD, NULL, N_("This address does not take that method."));
REFUSAL(too_large, REFUSED_TOO_LARGE, NULL, N_("This is too large. Send less at a time."));
REFUSAL(in_progress, REFUSED_CONFLICT, NULL,
	N_("The same request is still being worked on. Ask again in a moment."));
const struct refusal service_away = {
	.kind = REFUSED_AWAY,
	.code = "service_away",
	.message =
		N_("We are sorry: the service is interrupted. Please try again in a moment; what "
		   "was done already is not done twice."),
	.retry_after = AWAY_SECONDS,
};
REFUSAL(service_broken, REFUSED_BROKEN, NULL,
	N_("We are sorry: something went wrong on our side, and nothing was changed. If it happens "
	   "again, tell the service desk the number below."));

static const struct {
	int status;
	const char *title;
} titles[] = {
	[REFUSED_MALFORMED] = { 400, N_("This cannot be read") },
	[REFUSED_UNKNOWN] = { 401, N_("Not signed in") },
	[REFUSED_FORBIDDEN] = { 403, N_("This is not for you to do") },
	[REFUSED_MISSING] = { 404, N_("Not here") },
	[REFUSED_METHOD] = { 405, N_("Not in this way") },
	[REFUSED_CONFLICT] = { 409, N_("Somebody was faster") },
	[REFUSED_TOO_LARGE] = { 413, N_("Too large") },
	[REFUSED_TYPE] = { 415, N_("Of another type") },
	[REFUSED_BY_RULE] = { 422, N_("A rule is against it") },
	[REFUSED_TOO_OFTEN] = { 429, N_("Too often") },
	[REFUSED_AWAY] = { 503, N_("Interrupted for the moment") },
	[REFUSED_BROKEN] = { 500, N_("Something went wrong") },
};

int
refusal_status(const struct refusal *refusal)
{
	return titles[refusal->kind].status;
}

static json_t *
problems_as_json(const struct refusal *refusal)
{
	json_t *errors = json_array();

	for (const struct problem *problem = refusal->problems; problem && problem->message;
	     problem++)
		json_array_append_new(errors,
				      json_pack("{s:s, s:s, s:s}", "field", problem->field, "code",
						problem->code, "message", problem->message));
	if (!refusal->problems && refusal->field)
		json_array_append_new(errors, json_pack("{s:s, s:s, s:s}", "field", refusal->field,
							"code", refusal->code, "message",
							refusal_message(refusal)));
	return errors;
}

static json_t *
alternatives_as_json(struct request *req, const struct alternative *alternative)
{
	json_t *list = json_array();

	for (; id_given(alternative->venue_id); alternative++)
		json_array_append_new(
			list,
			json_pack("{s:s, s:s, s:s, s:s}", "venue",
				  id_text(alternative->venue_id).chars, "venue_name",
				  alternative->venue_name, "start",
				  rfc3339(req->work, quarter_time(alternative->start_quarter)),
				  "end",
				  rfc3339(req->work, quarter_time(alternative->end_quarter))));
	return list;
}

static json_t *
clashes_as_json(struct request *req, const struct clash *clash)
{
	json_t *list = json_array();

	for (; id_given(clash->thing_id); clash++)
		json_array_append_new(
			list,
			json_pack("{s:s, s:s, s:s, s:s, s:s, s:I}", "kind", clash->kind, "id",
				  id_text(clash->thing_id).chars, "title", clash->title, "start",
				  rfc3339(req->work, quarter_time(clash->start_quarter)), "end",
				  rfc3339(req->work, quarter_time(clash->end_quarter)),
				  "walk_minutes", (json_int_t)clash->walk_minutes));
	return list;
}

/* Of the rules, those that failed. */
static json_t *
failed_as_json(const struct finding *finding)
{
	json_t *rules = json_array();

	for (; finding->rule; finding++)
		if (!finding->passed)
			json_array_append_new(rules, json_of_finding(finding));
	return rules;
}

/* Why: the sentences of the rules that failed, joined. */
static const char *
why_of(struct work *work, const struct refusal *refusal)
{
	struct buf why;

	buf_init(&why, work->arena, 4096);
	for (const struct finding *finding = refusal->findings; finding && finding->rule; finding++)
		if (!finding->passed)
			buf_format(&why, "%s%s", why.size ? " " : "", finding->why);
	return why.size ? why.chars : refusal_message(refusal);
}

static void
respond_problem(struct request *req, const struct refusal *refusal)
{
	json_t *problem = json_pack("{s:s, s:s, s:i, s:s, s:s, s:o}", "type", "about:blank",
				    "title", _(titles[refusal->kind].title), "status",
				    refusal_status(refusal), "detail", refusal_message(refusal),
				    "code", refusal->code, "errors", problems_as_json(refusal));

	if (refusal->kind == REFUSED_BY_RULE)
		json_object_set_new(problem, "why", json_string(why_of(req->work, refusal)));
	if (refusal->findings)
		json_object_set_new(problem, "rules", failed_as_json(refusal->findings));
	if (refusal->alternatives)
		json_object_set_new(problem, "alternatives",
				    alternatives_as_json(req, refusal->alternatives));
	if (refusal->clashes)
		json_object_set_new(problem, "clashes", clashes_as_json(req, refusal->clashes));
	if (refusal->kind == REFUSED_BROKEN)
		json_object_set_new(problem, "request", json_string(req->id));
	respond_json(req, refusal_status(refusal), problem);
	req->response.type = "application/problem+json";
}

static void
respond_page(struct request *req, const struct refusal *refusal)
{
	struct html *out = respond_html(req, refusal_status(refusal));

	if (refusal->kind == REFUSED_BROKEN)
		broken_page_html(out, req, _(titles[refusal->kind].title),
				 refusal_message(refusal));
	else
		refusal_page_html(out, req, _(titles[refusal->kind].title), refusal_status(refusal),
				  refusal);
}

/* Who is not signed in goes to sign in, and comes back. */
static void
send_to_sign_in(struct request *req)
{
	const char *back = req->method == GET ? page_address(req) : "/";

	if (strlen(back) > WAY_BACK_MOST)
		back = "/";
	redirect(req, NULL, "/sign-in?next=%s", url_encoded(req->work, back));
}

void
respond_refusal(struct request *req, const struct refusal *refusal)
{
	if (refusal == &not_signed_in && !request_is_api(req)) {
		send_to_sign_in(req);
		return;
	}
	if (req->session && req->session->way && refusal == req->session->held_back &&
	    !request_is_api(req)) {
		redirect(req, NULL, "%s", req->session->way);
		return;
	}
	if (request_is_api(req))
		respond_problem(req, refusal);
	else
		respond_page(req, refusal);
	req->response.retry_after = refusal->retry_after;
}

void
respond_fault(struct request *req, const struct refusal *refusal)
{
	/* The frame asks nobody about the reader. */
	req->reader = arena_one(req->work->arena, struct reader);
	req->session = NULL;
	respond_refusal(req, refusal);
}

void
respond_line(struct request *req, const struct refusal *refusal)
{
	static char line[256];
	struct response *response = &req->response;

	*response = (struct response){ .status = refusal_status(refusal),
				       .type = "text/plain; charset=utf-8",
				       .retry_after = AWAY_SECONDS };
	response->body.size =
		(size_t)snprintf(line, sizeof(line), "%s\n", _(titles[refusal->kind].title));
	response->body.chars = line;
}
