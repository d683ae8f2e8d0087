/* decode.c - reads what came over the wire, and refuses what it cannot be sure of. */

#include "http/decode.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

#define COOKIES_MOST 32
#define NESTED_MOST 16

REFUSAL(malformed, REFUSED_MALFORMED, NULL,
	N_("This request cannot be read. Check the address, or start again from the page before."));
static REFUSAL(wrong_type, REFUSED_TYPE, NULL,
	       N_("The body is of another type than this address takes."));

static int
hex_digit(char c)
{
	const char *digits = "0123456789abcdef";
	const char *found = c ? strchr(digits, tolower((unsigned char)c)) : NULL;

	return found ? (int)(found - digits) : -1;
}

/* Decodes a stretch of a query; NULL if it is malformed. */
static const char *
decode(struct work *work, const char *from, size_t size)
{
	char *out = arena_array(work->arena, size + 1, 1);
	size_t length = 0;

	for (size_t i = 0; i < size; i++) {
		char c = from[i] == '+' ? ' ' : from[i];

		if (c == '%') {
			int high = i + 2 < size ? hex_digit(from[i + 1]) : -1;
			int low = i + 2 < size ? hex_digit(from[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high * 16 + low);
			i += 2;
		}
		out[length++] = c;
	}
	return text_is_clean(out, length, true) ? out : NULL;
}

const struct refusal *
decode_pairs(struct work *work, const char *text, size_t size, const struct pair **pairs)
{
	struct pair *list = arena_array(work->arena, PAIRS_MOST + 1, sizeof(*list));
	size_t count = 0;

	*pairs = arena_one(work->arena, struct pair); /* none, if any cannot be read */
	for (size_t at = 0; at < size;) {
		const char *end = memchr(text + at, '&', size - at);
		size_t length = end ? (size_t)(end - text) - at : size - at;
		const char *equals = memchr(text + at, '=', length);
		size_t name = equals ? (size_t)(equals - text) - at : length;

		if (length > 0) {
			if (count == PAIRS_MOST)
				return &malformed;
			list[count].name = decode(work, text + at, name);
			list[count].value =
				equals ? decode(work, equals + 1, length - name - 1) : "";
			if (!list[count].name || !list[count].value)
				return &malformed;
			count++;
		}
		at += length + 1;
	}
	*pairs = list;
	return NULL;
}

const struct pair *
decode_cookies(struct work *work, const char *header)
{
	struct pair *list = arena_array(work->arena, COOKIES_MOST + 1, sizeof(*list));
	size_t count = 0;

	while (header && *header && count < COOKIES_MOST) {
		size_t length = strcspn(header, ";");
		const char *equals = memchr(header, '=', length);

		if (equals && text_is_clean(header, length, false)) {
			size_t name = (size_t)(equals - header);

			list[count].name = arena_copy(work->arena, header, name);
			list[count].value = arena_copy(work->arena, equals + 1, length - name - 1);
			count++;
		}
		header += length;
		header += strspn(header, "; ");
	}
	return list;
}

static const char *
encoded(struct work *work, const char *value, const char *plain)
{
	struct buf out;

	buf_init(&out, work->arena, strlen(value) * 3 + 1);
	for (; *value; value++) {
		unsigned char c = (unsigned char)*value;

		if (isalnum(c) || strchr(plain, c))
			buf_char(&out, *value);
		else
			buf_format(&out, "%%%02X", c);
	}
	return out.chars;
}

const char *
url_encoded(struct work *work, const char *value)
{
	return encoded(work, value, "-._~");
}

const char *
url_path(struct work *work, const char *path)
{
	return encoded(work, path, "-._~/");
}

const char *
pairs_twice(const struct pair *pairs)
{
	for (const struct pair *one = pairs; one && one->name; one++)
		for (const struct pair *other = one + 1; other->name; other++)
			if (strcmp(one->name, other->name) == 0)
				return one->name;
	return NULL;
}

const char *
pairs_find(const struct pair *pairs, const char *name)
{
	for (; pairs && pairs->name; pairs++)
		if (strcmp(pairs->name, name) == 0)
			return pairs->value;
	return NULL;
}

/* ---- bodies ---- */

static void
release_json(void *value)
{
	json_decref(value);
}

/* How deep a text nests, seen without reading it: the reader would recurse as deep. */
static bool
nests_too_deep(const char *chars, size_t size)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < size; i++) {
		if (quoted && chars[i] == '\\')
			i++;
		else if (chars[i] == '"')
			quoted = !quoted;
		else if (!quoted && strchr("[{", chars[i]) && ++depth > NESTED_MOST)
			return true;
		else if (!quoted && strchr("]}", chars[i]) && depth > 0)
			depth--;
	}
	return false;
}

/* jansson tells a name that stands twice as: duplicate object key near '"name"'. */
static const struct refusal *
json_refusal(struct work *work, const json_error_t *error)
{
	const char *from = strchr(error->text, '"');
	const char *to = from ? strchr(from + 1, '"') : NULL;
	struct problem *problem;
	struct refusal *refusal;

	if (json_error_code(error) != json_error_duplicate_key || !to)
		return &malformed;
	problem = arena_array(work->arena, 2, sizeof(*problem));
	problem->field = arena_copy(work->arena, from + 1, (size_t)(to - from - 1));
	problem->code = "twice";
	problem->message = _("This is given twice.");
	refusal = arena_one(work->arena, struct refusal);
	*refusal = malformed;
	refusal->problems = problem;
	return refusal;
}

static const struct refusal *
decode_json(struct request *req)
{
	json_error_t error;

	if (nests_too_deep(req->body.data, req->body.size))
		return &malformed;
	req->json = json_loadb(req->body.data, req->body.size, JSON_REJECT_DUPLICATES, &error);
	if (!req->json)
		return json_refusal(req->work, &error);
	arena_defer(req->work->arena, release_json, req->json);
	return json_is_object(req->json) ? NULL : &malformed;
}

/* Whether the content type is this, whatever parameters follow. */
static bool
is_type(const struct request *req, const char *type)
{
	size_t length = strlen(type);

	return req->content_type && strncasecmp(req->content_type, type, length) == 0 &&
	       (req->content_type[length] == '\0' || strchr("; ", req->content_type[length]));
}

const struct refusal *
decode_body(struct request *req)
{
	if (req->json || req->pairs)
		return NULL;
	if (req->body.size == 0) {
		req->pairs = arena_one(req->work->arena, struct pair);
		return NULL;
	}
	if (request_is_api(req))
		return is_type(req, "application/json") ? decode_json(req) : &wrong_type;
	if (!is_type(req, "application/x-www-form-urlencoded"))
		return &wrong_type;
	return decode_pairs(req->work, req->body.data, req->body.size, &req->pairs);
}
