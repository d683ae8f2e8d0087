/* enrolment_web.c - the pages of a second factor of one's own. */

#include "account/account_routes.h"
#include "account/enrolment.h"
#include "account/enrolment_html.h"
#include "account/session_web.h"
#include "account/token.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/session.h"

static const struct refusal *
show(struct request *req, const struct form *form)
{
	struct enrolment enrolment;

	enrolment_find(req->work, &enrolment);
	second_factor_page_html(respond_html(req, form_status(form)), req, form, &enrolment);
	return NULL;
}

static const struct refusal *
show_second_factor(struct request *req)
{
	const struct proof_draft draft = { 0 };

	return show(req, form_show(req, proof_fields, &draft));
}

static const struct refusal *
show_offer(struct request *req, const struct form *form, const struct offer *offer)
{
	enrolment_page_html(respond_html(req, form_status(form)), req, form, offer);
	return NULL;
}

static const struct refusal *
begin(struct request *req)
{
	const struct enrolment_draft draft = { 0 };
	struct offer offer;
	const struct refusal *refusal = req->session->by_bearer ? &session_needed : NULL;

	if (!refusal)
		refusal = enrolment_offer(req->work, &offer);
	return refusal ? refusal
		       : show_offer(req, form_show(req, enrolment_fields, &draft), &offer);
}

/* The codes are shown in this answer and in no other. */
static const struct refusal *
show_codes(struct request *req, const char *const *codes)
{
	struct new_session session;

	session_renew(req, &session);
	recovery_page_html(respond_html(req, 200), req, codes);
	return NULL;
}

static const struct refusal *
confirm(struct request *req)
{
	struct enrolment_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const char *codes[RECOVERY_CODES + 1];
	struct offer offer;
	const struct refusal *refusal = req->session->by_bearer ? &session_needed : NULL;

	if (!refusal)
		refusal = enrolment_offered(req->work, &offer);
	if (refusal)
		return refusal;
	if (form_valid(form) && form_accept(form, enrolment_confirm(req->work, &draft, codes)))
		return show_codes(req, codes);
	return show_offer(req, form, &offer);
}

static const struct refusal *
turn_off(struct request *req)
{
	struct proof_draft draft = { 0 };
	struct origin origin = session_origin(req);
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = req->session->by_bearer ? &session_needed : NULL;

	if (!refusal && form_valid(form))
		refusal = enrolment_end(req->work, &draft, &origin);
	if (refusal && refusal->kind != REFUSED_BY_RULE)
		return refusal;
	if (form_valid(form) && form_accept(form, refusal))
		return redirect(req, N_("The app is not asked for any more."), "/me/second-factor");
	return show(req, form);
}

const struct route enrolment_web_routes[] = {
	{ GET, "/me/second-factor", show_second_factor, SIGNED_IN, .flags = 0 },
	{ POST, "/me/second-factor", begin, SIGNED_IN, .flags = ROUTE_HASHES | ROUTE_SECRET },
	{ POST, "/me/second-factor/confirm", confirm, SIGNED_IN,
	  .flags = ROUTE_HASHES | ROUTE_SECRET, .body = enrolment_fields },
	{ POST, "/me/second-factor/off", turn_off, SIGNED_IN, .flags = ROUTE_HASHES | ROUTE_SECRET,
	  .body = proof_fields },
	ROUTES_END,
};
