/* registration_api.c - signing up over JSON: the same fields, rules and refusals. */

#include "activity/registration_routes.h"

#include "activity/registration.h"
#include "activity/waiting.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

/* A registration with its party, whose tickets are those of who is in. */
static const struct refusal *
respond_registration(struct request *req, int status, const struct registration *registration)
{
	json_t *json = json_of_row(req, registration_columns, registration);
	size_t count;
	const struct seat *seats = registration_seats(req->work, registration->id, &count);

	json_object_set_new(json, "party",
			    json_of_rows(req, seat_columns, seats, count, sizeof(*seats)));
	return respond_json(req, status, json);
}

static const struct refusal *
post_registration(struct request *req)
{
	struct activity activity;
	struct registration registration;
	struct registration_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = activity_find(req->work, path_id(req, "activity"), &activity);
	if (!refusal)
		refusal = registration_make(req->work, &activity, &draft, &registration);
	return refusal ? refusal : respond_registration(req, 201, &registration);
}

static const struct refusal *
find(struct request *req, struct registration *registration)
{
	return registration_find(req->work, path_id(req, "registration"), registration);
}

static const struct refusal *
get_registration(struct request *req)
{
	struct registration registration;
	const struct refusal *refusal = find(req, &registration);

	return refusal ? refusal : respond_registration(req, 200, &registration);
}

static const struct refusal *
post_cancel(struct request *req)
{
	struct registration registration;
	struct reason_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &registration);
	if (!refusal)
		refusal = registration_cancel(req->work, &registration, draft.reason);
	return refusal ? refusal : respond_registration(req, 200, &registration);
}

static const struct refusal *
post_undo(struct request *req)
{
	struct registration registration;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = find(req, &registration);
	if (!refusal)
		refusal = registration_undo(req->work, &registration);
	return refusal ? refusal : respond_registration(req, 200, &registration);
}

struct accept_draft {
	struct ids party;
};

static const struct field accept_fields[] = {
	FIELD_IDS(struct accept_draft, party),
	FIELD_END,
};

/* An offer is answered by the household, and by nobody who only keeps the door. */
static const struct refusal *
find_own(struct request *req, struct registration *registration)
{
	const struct refusal *refusal = find(req, registration);

	return refusal || registration->own ? refusal : &refused_forbidden;
}

static const struct refusal *
post_accept(struct request *req)
{
	struct registration registration;
	struct accept_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find_own(req, &registration);
	if (!refusal)
		refusal = offer_accept(req->work, &registration, &draft.party);
	return refusal ? refusal : respond_registration(req, 200, &registration);
}

static const struct refusal *
post_decline(struct request *req)
{
	struct registration registration;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = find_own(req, &registration);
	if (!refusal)
		refusal = offer_decline(req->work, &registration);
	return refusal ? refusal : respond_registration(req, 200, &registration);
}

const struct route registration_api_routes[] = {
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/registrations",
		.handle = post_registration,
		.permission = SIGNED_IN,
		.flags = ROUTE_ATTEMPT,
		.body = registration_fields,
		.answer = registration_columns,
		.about = "Signs up a person, or a party that is in together, or puts them on the "
			 "waiting list.",
	},
	{
		.method = GET,
		.path = "/api/v1/registrations/:registration",
		.handle = get_registration,
		.permission = SIGNED_IN,
		.answer = registration_columns,
		.about = "One registration, with its party and their tickets.",
	},
	{
		.method = POST,
		.path = "/api/v1/registrations/:registration/cancel",
		.handle = post_cancel,
		.permission = SIGNED_IN,
		.body = reason_fields,
		.answer = registration_columns,
		.about = "Gives places or a place in the queue up; a reason may be left out of "
			 "one's own.",
	},
	{
		.method = POST,
		.path = "/api/v1/registrations/:registration/undo",
		.handle = post_undo,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = registration_columns,
		.about = "Takes it back, within some minutes, as if it had never been made.",
	},
	{
		.method = POST,
		.path = "/api/v1/registrations/:registration/accept",
		.handle = post_accept,
		.permission = SIGNED_IN,
		.body = accept_fields,
		.answer = registration_columns,
		.about = "Takes the places on offer; where they are fewer than asked for, party "
			 "says for whom.",
	},
	{
		.method = POST,
		.path = "/api/v1/registrations/:registration/decline",
		.handle = post_decline,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = registration_columns,
		.about = "Leaves the places on offer to the next.",
	},
	ROUTES_END,
};
