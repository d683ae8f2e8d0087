/* respond.c - pages, redirects, JSON, files and cookies. */

#include "http/respond.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/text.h"
#include "http/html.h"
#include "http/notice.h"

#define BODY_MOST (4U << 20)
#define COOKIES_MOST 8192

void
respond_begin(struct request *req, int status, const char *type)
{
	struct response *response = &req->response;

	if (!response->body.chars)
		buf_init(&response->body, req->work->arena, BODY_MOST);
	else
		buf_clear(&response->body);
	response->status = status;
	response->type = type;
	response->location = response->disposition = response->etag = NULL;
	response->retry_after = 0;
}

void
respond_reset(struct request *req)
{
	const struct buf body = req->response.body;

	req->response = (struct response){ .body = body };
}

struct html *
respond_html(struct request *req, int status)
{
	struct html *html = arena_one(req->work->arena, struct html);

	respond_begin(req, status, "text/html; charset=utf-8");
	html->out = &req->response.body;
	html->work = req->work;
	return html;
}

const struct refusal *
redirect(struct request *req, const char *notice, const char *format, ...)
{
	va_list arguments;
	const char *location;

	va_start(arguments, format);
	location = arena_format(req->work->arena, format, arguments);
	va_end(arguments);
	respond_begin(req, 303, "text/plain; charset=utf-8");
	req->response.location = location;
	if (notice)
		notice_leave(req, notice, req->response.location);
	return NULL;
}

static void
release_json(void *value)
{
	json_decref(value);
}

const struct refusal *
respond_json(struct request *req, int status, json_t *value)
{
	size_t size = value ? json_dumpb(value, NULL, 0, JSON_COMPACT) : 0;
	char *chars;

	if (size == 0)
		fault("an answer could not be put into JSON");
	arena_defer(req->work->arena, release_json, value);
	chars = arena_array(req->work->arena, size + 1, 1);
	json_dumpb(value, chars, size, JSON_COMPACT);
	respond_begin(req, status, "application/json");
	buf_add(&req->response.body, chars, size);
	return NULL;
}

const struct refusal *
respond_nothing(struct request *req)
{
	respond_begin(req, 204, NULL);
	return NULL;
}

const struct refusal *
respond_file(struct request *req, const char *type, const char *name, const char *content,
	     size_t size)
{
	respond_begin(req, 200, type);
	if (name)
		req->response.disposition = text(req->work, "attachment; filename=\"%s\"", name);
	buf_add(&req->response.body, content, size);
	return NULL;
}

/* A cookie is one line; whatever could end the line or the value is no value of ours. */
static void
check_cookie(const char *value)
{
	for (const char *c = value; *c; c++)
		if (*c <= ' ' || *c == ';' || *c == ',' || *c == '"' || *c == '\\' || *c > '~')
			fault("a cookie of ours holds what no cookie may");
}

void
respond_cookie(struct request *req, const char *name, const char *value, int64_t seconds,
	       bool http_only)
{
	struct buf *cookies = &req->response.cookies;
	bool secure = strncmp(conf.base_url, "https:", strlen("https:")) == 0;

	if (!cookies->chars)
		buf_init(cookies, req->work->arena, COOKIES_MOST);
	if (value)
		check_cookie(value);
	buf_format(cookies, "Set-Cookie: %s=%s; Path=/; SameSite=Lax", name, value ? value : "");
	if (!value)
		buf_text(cookies, "; Max-Age=0");
	else if (seconds > 0)
		buf_format(cookies, "; Max-Age=%ld", (long)seconds);
	buf_format(cookies, "%s%s\r\n", http_only ? "; HttpOnly" : "", secure ? "; Secure" : "");
}
