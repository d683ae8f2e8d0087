/* certificate_api.c - certificates over JSON. */

#include "certificate/certificate.h"
#include "certificate/certificate_routes.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
get_certificates(struct request *req)
{
	struct certificate *certificates;
	struct cursor cursor;
	size_t count;
	const struct refusal *refusal = cursor_read(req, INT64_MAX, &cursor);

	if (refusal)
		return refusal;
	certificates = certificate_list(req->work, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, certificates, struct certificate, entry_seq, &count);
	return respond_list(req, &cursor, certificate_columns, certificates, count,
			    sizeof(*certificates));
}

static const struct refusal *
post_certificate(struct request *req)
{
	struct certificate certificate;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = certificate_make(req->work, &certificate);
	return refusal ? refusal : respond_row(req, 201, certificate_columns, &certificate);
}

static const struct refusal *
get_certificate(struct request *req)
{
	struct certificate certificate;
	const struct refusal *refusal =
		certificate_look_up(req->work, path_id(req, "certificate"), &certificate);

	return refusal ? refusal : respond_row(req, 200, certificate_columns, &certificate);
}

struct void_draft {
	const char *reason;
};

static const struct field void_fields[] = {
	FIELD_TEXT(struct void_draft, reason, .required = true, .max = 200),
	FIELD_END,
};

static const struct refusal *
post_void(struct request *req)
{
	struct void_draft draft = { 0 };
	struct certificate certificate;
	const struct refusal *refusal =
		certificate_find(req->work, path_id(req, "certificate"), &certificate);

	if (!refusal && !certificate_is_open(req->work, &certificate))
		refusal = &refused_missing;
	if (!refusal)
		refusal = form_refusal(form_read(req, &draft));
	if (!refusal)
		refusal = certificate_void(req->work, &certificate, draft.reason);
	return refusal ? refusal : respond_row(req, 200, certificate_columns, &certificate);
}

const struct route certificate_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/me/certificates",
		.handle = get_certificates,
		.permission = SIGNED_IN,
		.flags = ROUTE_LIST,
		.answer = certificate_columns,
		.about = "The certificates of one's hours, the newest first.",
	},
	{
		.method = POST,
		.path = "/api/v1/me/certificates",
		.handle = post_certificate,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = certificate_columns,
		.about = "Certifies the hours that one has served; again with nothing changed, it "
			 "is "
			 "the same certificate.",
	},
	{
		.method = GET,
		.path = "/api/v1/certificates/:certificate",
		.handle = get_certificate,
		.permission = ANYONE,
		.flags = ROUTE_RECORDS,
		.answer = certificate_columns,
		.about = "Whether a certificate holds, by its code: for anybody, without the whole "
			 "name.",
	},
	{
		.method = POST,
		.path = "/api/v1/certificates/:certificate/void",
		.handle = post_void,
		.permission = MAY_RUN_SHIFTS,
		.body = void_fields,
		.answer = certificate_columns,
		.about = "Declares that a certificate never should have been given.",
	},
	ROUTES_END,
};
