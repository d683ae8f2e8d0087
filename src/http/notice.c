/* notice.c - a message over a redirect. */

#include "http/notice.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "http/decode.h"
#include "http/respond.h"

#define COOKIE "quarter_flash"
#define SECONDS 60

static const char *
path_only(struct work *work, const char *location)
{
	return arena_copy(work->arena, location, strcspn(location, "?#"));
}

static const char *
code_over(struct work *work, const char *path, const char *ends, const char *msgid)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_COOKIE);

	hash_add_text(hasher, "notice");
	hash_add_text(hasher, path);
	hash_add_text(hasher, ends);
	hash_add_text(hasher, msgid);
	return hex_of(work, hash_end(work, hasher));
}

void
notice_leave(struct request *req, const char *msgid, const char *location)
{
	struct work *work = req->work;
	const char *ends = text(work, "%" PRId64, (int64_t)work->now + SECONDS);
	const char *code = code_over(work, path_only(work, location), ends, msgid);

	respond_cookie(req, COOKIE, text(work, "%s.%s.%s", code, ends, url_encoded(work, msgid)),
		       SECONDS, true);
}

void
notice_take(struct request *req)
{
	struct work *work = req->work;
	const char *cookie = cookie_text(req, COOKIE);
	const char *first = cookie ? strchr(cookie, '.') : NULL;
	const char *second = first ? strchr(first + 1, '.') : NULL;
	const struct pair *message;
	const char *ends, *code;

	if (!second)
		return;
	ends = arena_copy(work->arena, first + 1, (size_t)(second - first - 1));
	if (decode_pairs(work, second + 1, strlen(second + 1), &message) || !message->name)
		return;
	code = code_over(work, req->path, ends, message->name);
	if (strlen(code) != (size_t)(first - cookie) ||
	    sodium_memcmp(code, cookie, strlen(code)) != 0 || strtoll(ends, NULL, 10) < work->now)
		return;
	req->notice = message->name;
	respond_cookie(req, COOKIE, NULL, 0, true);
}
