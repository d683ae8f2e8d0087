/* enrolment_api.c - a second factor of one's own over JSON. */

#include <jansson.h>

#include "account/account_routes.h"
#include "account/enrolment.h"
#include "account/session_web.h"
#include "account/token.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
get_enrolment(struct request *req)
{
	struct enrolment enrolment;

	enrolment_find(req->work, &enrolment);
	return respond_row(req, 200, enrolment_columns, &enrolment);
}

static const struct refusal *
needs_session(const struct request *req)
{
	return req->session->by_bearer ? &session_needed : NULL;
}

static const struct refusal *
post_offer(struct request *req)
{
	struct offer offer;
	const struct refusal *refusal = needs_session(req);

	if (!refusal)
		refusal = enrolment_offer(req->work, &offer);
	if (refusal)
		return refusal;
	return respond_json(
		req, 201,
		json_pack("{s:s, s:s}", "otpauth", offer.address, "secret", offer.secret));
}

static json_t *
json_of_codes(const char *const *codes)
{
	json_t *list = json_array();

	for (; *codes; codes++)
		json_array_append_new(list, json_string(*codes));
	return list;
}

static const struct refusal *
post_confirm(struct request *req)
{
	struct enrolment_draft draft = { 0 };
	struct new_session session;
	const char *codes[RECOVERY_CODES + 1];
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = needs_session(req);
	if (!refusal)
		refusal = enrolment_confirm(req->work, &draft, codes);
	if (refusal)
		return refusal;
	session_renew(req, &session);
	return respond_json(req, 200,
			    json_pack("{s:o, s:s}", "recovery_codes", json_of_codes(codes),
				      "csrf_token", session_csrf(req->work, session.token)));
}

static const struct refusal *
post_off(struct request *req)
{
	struct proof_draft draft = { 0 };
	struct origin origin = session_origin(req);
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = needs_session(req);
	if (!refusal)
		refusal = enrolment_end(req->work, &draft, &origin);
	return refusal ? refusal : respond_nothing(req);
}

const struct route enrolment_api_routes[] = {
	{ GET, "/api/v1/me/second-factor", get_enrolment, SIGNED_IN, .answer = enrolment_columns,
	  .about = "Whether an app is asked for when one signs in." },
	{ POST, "/api/v1/me/second-factor", post_offer, SIGNED_IN,
	  .flags = ROUTE_HASHES | ROUTE_SECRET, .about = "Offers a secret to an app." },
	{ POST, "/api/v1/me/second-factor/confirm", post_confirm, SIGNED_IN,
	  .flags = ROUTE_HASHES | ROUTE_SECRET, .body = enrolment_fields,
	  .about = "Takes the app on by a code of it; shows ten recovery codes, this once." },
	{ POST, "/api/v1/me/second-factor/off", post_off, SIGNED_IN,
	  .flags = ROUTE_HASHES | ROUTE_SECRET, .body = proof_fields,
	  .about = "Turns it off, by the password or a code." },
	ROUTES_END,
};
