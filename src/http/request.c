/* request.c - what a handler asks of a request. */

#include "http/request.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "http/decode.h"

#define ROWS_OF_A_PAGE 20
#define ROWS_MOST 200
#define ORDER_MOST (INT64_C(1) << 52) /* beyond any column that a list is ordered by */

REFUSAL(not_signed_in, REFUSED_UNKNOWN, NULL, N_("Please sign in first."));

bool
request_is_api(const struct request *req)
{
	return strncmp(req->path, "/api/", strlen("/api/")) == 0;
}

const char *
path_text(const struct request *req, const char *name)
{
	return pairs_find(req->path_values, name);
}

struct id
path_id(const struct request *req, const char *name)
{
	const char *chars = path_text(req, name);
	struct id id = { 0 };

	if (chars)
		id_parse(chars, &id);
	return id;
}

const char *
query_text(const struct request *req, const char *name)
{
	return pairs_find(req->query, name);
}

const char *
cookie_text(const struct request *req, const char *name)
{
	return pairs_find(req->cookies, name);
}

bool
query_flag(const struct request *req, const char *name)
{
	const char *value = query_text(req, name);

	return value && strcmp(value, "true") == 0;
}

/* Control characters and a second slash would make it another's address. */
const char *
local_path(const char *path)
{
	if (!path || path[0] != '/' || !isalnum((unsigned char)path[1]) ||
	    strlen(path) > WAY_BACK_MOST)
		return "/";
	for (const char *c = path; *c; c++)
		if (iscntrl((unsigned char)*c) || *c == '\\')
			return "/";
	return path;
}

/* ---- cursors: "f" or "b" for the way, the value and the id, as ?cursor= carries them ---- */

static const struct refusal *
refuse_parameter(struct request *req, const char *name)
{
	return refuse_about(req->work, &malformed, name);
}

static bool
parse_cursor(const char *typed, struct cursor *cursor)
{
	char *end;

	if (typed[0] != 'f' && typed[0] != 'b')
		return false;
	cursor->backward = typed[0] == 'b';
	cursor->after = strtoll(typed + 1, &end, 10);
	cursor->begun = true;
	if (cursor->after > ORDER_MOST || cursor->after < -ORDER_MOST)
		return false;
	return end != typed + 1 && *end == '.' && id_parse(end + 1, &cursor->after_id);
}

static bool
parse_limit(const char *typed, int64_t *limit)
{
	char *end;

	*limit = strtoll(typed, &end, 10);
	return end != typed && *end == '\0' && *limit >= 1 && *limit <= ROWS_MOST;
}

const struct refusal *
cursor_read(struct request *req, int64_t start, struct cursor *cursor)
{
	const char *typed = query_text(req, "cursor");
	const char *limit = query_text(req, "limit");
	int64_t rows = ROWS_OF_A_PAGE;

	*cursor = (struct cursor){ .after = start };
	if (typed && !parse_cursor(typed, cursor))
		return refuse_parameter(req, "cursor");
	if (limit && !parse_limit(limit, &rows))
		return refuse_parameter(req, "limit");
	cursor->rows = rows + 1;
	return NULL;
}

static const char *
cursor_at(struct request *req, char way, const char *row, size_t order_offset, size_t id_offset)
{
	int64_t order;
	struct id id;

	memcpy(&order, row + order_offset, sizeof(order));
	memcpy(&id, row + id_offset, sizeof(id));
	return text(req->work, "%c%" PRId64 ".%s", way, order, id_text(id).chars);
}

void
cursor_close(struct request *req, struct cursor *cursor, void *rows, size_t row_size,
	     size_t order_offset, size_t id_offset, size_t *count)
{
	bool more = *count == (size_t)cursor->rows;
	bool earlier = cursor->backward ? more : cursor->begun;
	bool later = cursor->backward || more;
	char *first = rows;

	/* The row too many stands where the reading ended. */
	if (more)
		(*count)--;
	if (more && cursor->backward)
		memmove(first, first + row_size, *count * row_size);
	if (*count == 0)
		return;
	if (earlier)
		cursor->previous = cursor_at(req, 'b', first, order_offset, id_offset);
	if (later)
		cursor->next = cursor_at(req, 'f', first + (*count - 1) * row_size, order_offset,
					 id_offset);
}
