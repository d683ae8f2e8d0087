/* wire.c - reads and writes one FastCGI request. */

#include "http/wire.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "http/decode.h"
#include "http/problem.h"

#define PARAMETERS_MOST 64
#define HEAD_MOST 16384
#define DRAIN_MOST (1U << 20)

/* Nothing inline, nothing from elsewhere, and no string that becomes markup by our own script. */
static const char security_headers[] =
	"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';"
	" img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
	" worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
	" require-trusted-types-for 'script'; trusted-types 'none'\r\n"
	"X-Content-Type-Options: nosniff\r\n"
	"Referrer-Policy: same-origin\r\n"
	"Permissions-Policy: geolocation=(self)\r\n"
	"Strict-Transport-Security: max-age=31536000\r\n"
	"Vary: Accept-Language, Cookie\r\n";

static const struct {
	const char *name;
	enum method method;
} methods[] = {
	{ "GET", GET },   { "POST", POST },     { "PATCH", PATCH },
	{ "HEAD", HEAD }, { "DELETE", DELETE },
};

static enum method
method_of(const char *name)
{
	for (size_t i = 0; i < COUNT(methods); i++)
		if (strcmp(methods[i].name, name) == 0)
			return methods[i].method;
	return METHOD_NONE;
}

const char *
method_name(enum method method)
{
	for (size_t i = 0; i < COUNT(methods); i++)
		if (methods[i].method == method)
			return methods[i].name;
	return "none";
}

static bool
too_many(FCGX_ParamArray parameters)
{
	size_t count = 0;

	while (parameters[count] && count <= PARAMETERS_MOST)
		count++;
	return count > PARAMETERS_MOST;
}

/* A parameter, copied out of libfcgi's memory; NULL if it is not there. */
static const char *
raw(FCGX_Request *fcgi, struct request *req, const char *name)
{
	const char *value = FCGX_GetParam(name, fcgi->envp);

	return value ? arena_text(req->work->arena, value) : NULL;
}

/* The same as text; one that cannot be text is unread, which refuses the request: it is not the
 * same as one that is not there. */
static const char *
parameter(FCGX_Request *fcgi, struct request *req, const char *name)
{
	const char *value = raw(fcgi, req, name);

	if (value && !text_is_clean(value, strlen(value), false)) {
		req->unread = true;
		return NULL;
	}
	return value;
}

/* What nginx made of cookies and headers to find a page that it keeps is what the page must be
 * made of: they come first, before what the browser sent. */
static const struct pair *
with_choices(FCGX_Request *fcgi, struct request *req, const struct pair *cookies)
{
	static const char *const names[][2] = { { "QUARTER_LANGUAGE", "quarter_lang" },
						{ "QUARTER_CARE", "quarter_care" },
						{ "QUARTER_THEME", "quarter_theme" } };
	size_t count = 0, sent = 0;
	struct pair *all;

	while (cookies[sent].name)
		sent++;
	all = arena_array(req->work->arena, COUNT(names) + sent + 1, sizeof(*all));
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = parameter(fcgi, req, names[i][0]);

		if (value)
			all[count++] = (struct pair){ names[i][1], value };
	}
	memcpy(all + count, cookies, sent * sizeof(*all));
	return all;
}

static void
read_headers(FCGX_Request *fcgi, struct request *req)
{
	req->content_type = parameter(fcgi, req, "CONTENT_TYPE");
	req->accept = parameter(fcgi, req, "HTTP_ACCEPT");
	req->accept_language = parameter(fcgi, req, "HTTP_ACCEPT_LANGUAGE");
	req->authorization = parameter(fcgi, req, "HTTP_AUTHORIZATION");
	req->idempotency_key = parameter(fcgi, req, "HTTP_IDEMPOTENCY_KEY");
	req->csrf_token = parameter(fcgi, req, "HTTP_X_CSRF_TOKEN");
	req->origin = parameter(fcgi, req, "HTTP_ORIGIN");
	req->fetch_site = parameter(fcgi, req, "HTTP_SEC_FETCH_SITE");
	req->if_none_match = parameter(fcgi, req, "HTTP_IF_NONE_MATCH");
	req->user_agent = raw(fcgi, req, "HTTP_USER_AGENT");
	req->remote_address = parameter(fcgi, req, "REMOTE_ADDR");
	req->cookies =
		with_choices(fcgi, req, decode_cookies(req->work, raw(fcgi, req, "HTTP_COOKIE")));
}

/* What stands in stdin still is read away, so that the peer is not cut off before our answer. */
static bool
drain(FCGX_Request *fcgi)
{
	char waste[4096];
	size_t drained = 0;
	int size;

	while (drained < DRAIN_MOST && (size = FCGX_GetStr(waste, sizeof(waste), fcgi->in)) > 0)
		drained += (size_t)size;
	return drained == 0;
}

/* Reads exactly what CONTENT_LENGTH says, and nothing may follow. */
static const struct refusal *
read_body(FCGX_Request *fcgi, struct request *req)
{
	const char *said = parameter(fcgi, req, "CONTENT_LENGTH");
	char *end = NULL;
	unsigned long size = said && *said ? strtoul(said, &end, 10) : 0;
	char *body;
	int got;

	if (size > BODY_MOST || (end && *end)) {
		drain(fcgi);
		return size > BODY_MOST ? &too_large : &malformed;
	}
	body = arena_array(req->work->arena, size + 1, 1);
	got = size > 0 ? FCGX_GetStr(body, (int)size, fcgi->in) : 0;
	if (!drain(fcgi) || got != (int)size || FCGX_GetError(fcgi->in) != 0)
		return &malformed;
	req->body = (struct bytes){ body, size };
	return NULL;
}

const struct refusal *
wire_read(FCGX_Request *fcgi, struct request *req)
{
	const char *method, *query;
	const struct refusal *refusal;

	req->id = "-";
	req->path = "/";
	req->care = req->theme = "";
	req->cookies = req->query = arena_one(req->work->arena, struct pair);
	if (too_many(fcgi->envp)) {
		drain(fcgi);
		return &malformed;
	}
	read_headers(fcgi, req);
	method = parameter(fcgi, req, "REQUEST_METHOD");
	req->path = parameter(fcgi, req, "SCRIPT_NAME");
	query = parameter(fcgi, req, "QUERY_STRING");
	req->id = parameter(fcgi, req, "REQUEST_ID");
	if (!req->id)
		req->id = text(req->work, "%s", id_text(id_new()).chars);
	refusal = read_body(fcgi, req);
	if (req->unread || !method || !req->path || req->path[0] != '/') {
		req->path = "/";
		return &malformed;
	}
	req->method = method_of(method);
	if (refusal)
		return refusal;
	if (req->method == METHOD_NONE)
		return &method_not_allowed;
	return query ? decode_pairs(req->work, query, strlen(query), &req->query) : NULL;
}

/* A header is one line: a control character in a value is a fault of ours, not an attack let by. */
static void
header(struct buf *head, const char *name, const char *value)
{
	if (!value)
		return;
	for (const char *c = value; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			fault("a header holds a control character: %s", name);
	buf_format(head, "%s: %s\r\n", name, value);
}

static void
write_head(struct buf *head, const struct request *req)
{
	const struct response *response = &req->response;

	buf_format(head, "Status: %d\r\n", response->status);
	header(head, "Content-Type", response->type);
	header(head, "Location", response->location);
	header(head, "Content-Disposition", response->disposition);
	header(head, "ETag", response->etag);
	header(head, "Cache-Control",
	       response->cache_control ? response->cache_control : "no-store");
	header(head, "Content-Language", language_tag());
	header(head, "X-Request-Id", req->id);
	if (response->retry_after)
		buf_format(head, "Retry-After: %d\r\n", response->retry_after);
	if (response->cookies.chars)
		buf_text(head, response->cookies.chars);
	buf_text(head, security_headers);
	if (response->status != 304 && response->status != 204)
		buf_format(head, "Content-Length: %zu\r\n", response->body.size);
	buf_text(head, "\r\n");
}

void
wire_write(FCGX_Request *fcgi, struct request *req)
{
	struct buf head;

	buf_init(&head, req->work->arena, HEAD_MOST);
	write_head(&head, req);
	FCGX_PutStr(head.chars, (int)head.size, fcgi->out);
	if (req->method != HEAD && req->response.body.size > 0)
		FCGX_PutStr(req->response.body.chars, (int)req->response.body.size, fcgi->out);
}
