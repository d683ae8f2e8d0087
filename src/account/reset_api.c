/* reset_api.c - a new password over JSON. */

#include <jansson.h>

#include "account/account_routes.h"
#include "account/reset.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
post_reset(struct request *req)
{
	struct reset_draft draft = { 0 };
	const char *sent_to;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = reset_ask(req->work, &draft, &sent_to);
	if (refusal)
		return refusal;
	return respond_json(req, 202, json_pack("{s:s}", "sent_to", sent_to));
}

/* Who has a new password signs in with it: a second factor is asked for there. */
static const struct refusal *
post_confirm(struct request *req)
{
	struct new_password_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = reset_confirm(req->work, &draft);
	return refusal ? refusal : respond_nothing(req);
}

/* Asking hashes nothing, but is limited as what does, and told by the pool that may see it. */
const struct route reset_api_routes[] = {
	{ POST, "/api/v1/password-resets", post_reset, ANYONE, .flags = ROUTE_HASHES | ROUTE_SECRET,
	  .body = reset_fields,
	  .about = "Asks for a new password; a link or a code is sent to the address." },
	{ POST, "/api/v1/password-resets/confirm", post_confirm, ANYONE,
	  .flags = ROUTE_HASHES | ROUTE_SECRET, .body = new_password_fields,
	  .about = "Brings the code back, or the secret of the link, with a new password." },
	ROUTES_END,
};
