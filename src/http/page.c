/* page.c - the answers to what the frame of a page asks. */

#include "http/page.h"

#include <string.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/text.h"
#include "http/decode.h"
#include "http/session.h"

static void (*know_reader)(struct request *req, struct reader *reader);

void
page_know_reader(void (*know)(struct request *req, struct reader *reader))
{
	know_reader = know;
}

static const struct reader *
reader_of(struct request *req)
{
	if (!req->reader) {
		req->reader = arena_one(req->work->arena, struct reader);
		if (know_reader)
			know_reader(req, req->reader);
	}
	return req->reader;
}

bool
page_care_is(const struct request *req, const char *size)
{
	return strcmp(req->care, size) == 0;
}

bool
page_theme_is(const struct request *req, const char *theme)
{
	return strcmp(req->theme, theme) == 0;
}

const char *
truth(bool yes)
{
	return yes ? "true" : "false";
}

bool
page_here(const struct request *req, const char *path)
{
	size_t length = strlen(path);

	if (strcmp(req->path, path) == 0)
		return true;
	return length > 1 && strncmp(req->path, path, length) == 0 && req->path[length] == '/';
}

/* nginx lets no address be longer than 8 KiB, and each byte may become three. */
#define ADDRESS_MOST (3 * 8192 * 2)

static void
add_parameter(struct work *work, struct buf *out, const char *name, const char *value)
{
	buf_char(out, strchr(out->chars, '?') ? '&' : '?');
	buf_text(out, url_encoded(work, name));
	buf_char(out, '=');
	buf_text(out, url_encoded(work, value));
}

const char *
page_with(const struct request *req, const char *name, const char *value)
{
	struct buf address;

	buf_init(&address, req->work->arena, ADDRESS_MOST);
	buf_text(&address, url_path(req->work, req->path));
	for (const struct pair *pair = req->query; pair && pair->name; pair++) {
		if (strcmp(pair->name, name) != 0)
			add_parameter(req->work, &address, pair->name, pair->value);
	}
	if (value)
		add_parameter(req->work, &address, name, value);
	return address.chars;
}

const char *
page_address(const struct request *req)
{
	return page_with(req, "lang", NULL);
}

const char *
page_other_address(const struct request *req)
{
	return page_with(req, "lang", page_other_language());
}

const char *
page_other_language(void)
{
	return strcmp(language_tag(), "en") == 0 ? "zh-CN" : "en";
}

const char *
page_other_name(void)
{
	return strcmp(language_tag(), "en") == 0 ? "中文" : "English";
}

/* A number of the city, +86 371 5555 0101, is read in its own way; others as they are. */
const char *
phone_said(struct work *work, const char *phone)
{
	if (!phone || strncmp(phone, "+86371", 6) != 0 || strlen(phone) != 14)
		return phone;
	return text(work, "0371-%.4s %s", phone + 6, phone + 10);
}

int64_t
page_unread(const struct request *req)
{
	return req->session->unread;
}

const char *
page_phone(struct request *req)
{
	return phone_said(req->work, reader_of(req)->phone);
}

const char *
page_call(struct request *req)
{
	const char *phone = reader_of(req)->phone;

	return text(req->work, "tel:%s", phone ? phone : "12345");
}

bool
signed_in(const struct request *req)
{
	return req->session != NULL;
}

bool
page_administers(const struct request *req)
{
	return work_may_somewhere(req->work, MAY_ADMINISTER) ||
	       work_may_somewhere(req->work, MAY_READ_AUDIT);
}

struct id
page_managed(struct request *req)
{
	return reader_of(req)->managed;
}

bool
page_demonstration(void)
{
	return conf.demo != 0;
}
