/* certificate_web.c - the public page of a certificate, and one's own. */

#include "certificate/certificate_web.h"

#include <string.h>

#include "base/hash.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "certificate/certificate_html.h"
#include "certificate/certificate_routes.h"
#include "http/qr.h"
#include "http/respond.h"

static REFUSAL(paper_not_ready, REFUSED_AWAY, NULL,
	       N_("The PDF is being made. Try again in a moment."));

struct markup
certificate_code(struct request *req, const struct certificate *certificate)
{
	return qr(req->work, certificate->url,
		  text(req->work, _("Code that leads to the check of certificate %s"),
		       reference_shown(req->work, certificate->reference)));
}

const char *
certificate_verdict(struct work *work, const struct certificate *certificate)
{
	const char *today = on_day(work, day_of(work->now));

	if (certificate->voided_at)
		return text(work, _("This certificate was declared void on %s and proves nothing."),
			    on_day(work, day_of(certificate->voided_at)));
	if (certificate->superseded_at)
		return text(work,
			    _("The hours that it certifies were corrected on %s, so it holds no "
			      "more. Ask its owner for a new one."),
			    on_day(work, day_of(certificate->superseded_at)));
	return text(work, _("This certificate holds, as of %s."), today);
}

const char *
certificate_badge(const struct certificate *certificate)
{
	if (certificate->valid)
		return "is-ok";
	return certificate->voided_at ? "is-danger" : "is-warn";
}

const char *
hex_said(struct work *work, struct bytes bytes)
{
	return hex_of(work, bytes);
}

/* ---- one, for anybody ---- */

static const struct refusal *
show_paper(struct request *req, const struct certificate *certificate)
{
	struct bytes pdf;

	if (!certificate_is_open(req->work, certificate))
		return &refused_missing;
	pdf = certificate_paper(req->work, certificate->id);
	if (pdf.size == 0)
		return &paper_not_ready;
	return respond_file(
		req, "application/pdf",
		text(req->work, "%s.pdf", reference_shown(req->work, certificate->reference)),
		pdf.data, pdf.size);
}

/* "0123456789abc.pdf" is the paper of "0123456789abc". */
static bool
asks_for_paper(struct work *work, const char *typed, struct id *code)
{
	size_t size = strlen(typed);
	bool paper = size > 4 && strcmp(typed + size - 4, ".pdf") == 0;

	if (!id_parse(paper ? arena_copy(work->arena, typed, size - 4) : typed, code))
		*code = (struct id){ 0 };
	return paper;
}

static const struct refusal *
show(struct request *req)
{
	struct certificate certificate;
	struct id code;
	bool paper = asks_for_paper(req->work, path_text(req, "certificate"), &code);
	const struct refusal *refusal = certificate_look_up(req->work, code, &certificate);

	if (!refusal && paper)
		return show_paper(req, &certificate);
	if (!refusal)
		certificate_page_html(respond_html(req, 200), req, &certificate);
	return refusal;
}

static const struct refusal *
show_keys(struct request *req)
{
	size_t count;
	const struct certificate_key *keys = certificate_keys(req->work, &count);

	certificate_keys_html(respond_html(req, 200), req, keys, count);
	return NULL;
}

/* ---- one's own ---- */

static const struct refusal *
show_list(struct request *req)
{
	struct certificate_page_list list = { .count = 0 };
	struct certificate *certificates;
	struct cursor cursor;
	const struct refusal *refusal = cursor_read(req, INT64_MAX, &cursor);

	if (refusal)
		return refusal;
	certificates = certificate_list(req->work, &cursor, &list.count);
	CURSOR_CLOSE(req, &cursor, certificates, struct certificate, entry_seq, &list.count);
	list.certificates = certificates;
	list.cursor = &cursor;
	certificate_list_html(respond_html(req, 200), req, &list);
	return NULL;
}

static const struct refusal *
make(struct request *req)
{
	struct certificate certificate;
	const struct refusal *refusal = certificate_make(req->work, &certificate);

	if (refusal)
		return refusal;
	return redirect(req, NULL, "/certificates/%s", id_text(certificate.id).chars);
}

/* ---- declaring void ---- */

struct void_draft {
	const char *reason;
};

static const struct field void_fields[] = {
	FIELD_TEXT(struct void_draft, reason, .required = true, .max = 200, .label = N_("Reason")),
	FIELD_END,
};

static const struct refusal *
find_to_void(struct request *req, struct certificate *certificate)
{
	const struct refusal *refusal =
		certificate_find(req->work, path_id(req, "certificate"), certificate);

	if (!refusal && !certificate_is_open(req->work, certificate))
		return &refused_missing;
	return refusal;
}

static const struct refusal *
ask_to_void(struct request *req)
{
	const struct void_draft nothing = { 0 };
	struct certificate certificate;
	const struct refusal *refusal = find_to_void(req, &certificate);

	if (!refusal)
		certificate_void_html(respond_html(req, 200), req,
				      form_show(req, void_fields, &nothing), &certificate);
	return refusal;
}

static const struct refusal *
declare_void(struct request *req)
{
	struct void_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct certificate certificate;
	const struct refusal *refusal = find_to_void(req, &certificate);

	if (!refusal && form_valid(form))
		refusal = certificate_void(req->work, &certificate, draft.reason);
	if (refusal)
		return refusal;
	if (form_valid(form))
		return redirect(req, N_("The certificate is void, and its page says so."),
				"/certificates/%s", id_text(certificate.id).chars);
	certificate_void_html(respond_html(req, form_status(form)), req, form, &certificate);
	return NULL;
}

/* clang-format off */
const struct route certificate_web_routes[] = {
	{ .method = GET, .path = "/certificates", .handle = show_list, .permission = SIGNED_IN },
	{ .method = POST, .path = "/certificates", .handle = make, .permission = SIGNED_IN },
	{ .method = GET, .path = "/certificates/key", .handle = show_keys, .permission = ANYONE },
	{ .method = GET, .path = "/certificates/:certificate", .handle = show, .permission = ANYONE, .flags = ROUTE_RECORDS },
	{ .method = GET, .path = "/certificates/:certificate/void", .handle = ask_to_void, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/certificates/:certificate/void", .handle = declare_void, .permission = MAY_RUN_SHIFTS, .body = void_fields },
	ROUTES_END,
};
/* clang-format on */
