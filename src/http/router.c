/* router.c - matches segment by segment: some hundred routes need no more. */

#include "http/router.h"

#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "http/decode.h"
#include "http/problem.h"

#define SEGMENTS_MOST 8

/* Matches one segment; "/bookings/:booking" has ":booking" match anything but nothing. */
static bool
match_segment(const char *pattern, size_t pattern_size, const char *path, size_t size)
{
	if (pattern_size > 0 && pattern[0] == ':')
		return size > 0;
	return pattern_size == size && memcmp(pattern, path, size) == 0;
}

static bool
match(const char *pattern, const char *path)
{
	while (*pattern == '/' && *path == '/') {
		size_t pattern_size = strcspn(++pattern, "/");
		size_t size = strcspn(++path, "/");

		if (!match_segment(pattern, pattern_size, path, size))
			return false;
		pattern += pattern_size;
		path += size;
	}
	return *pattern == '\0' && *path == '\0';
}

static void
keep_values(struct request *req)
{
	const char *pattern = req->route->path, *path = req->path;
	struct pair *values = arena_array(req->work->arena, SEGMENTS_MOST + 1, sizeof(*values));
	size_t count = 0;

	req->path_values = values;
	while (*pattern == '/' && count < SEGMENTS_MOST) {
		size_t pattern_size = strcspn(++pattern, "/");
		size_t size = strcspn(++path, "/");

		if (pattern[0] == ':') {
			values[count].name =
				arena_copy(req->work->arena, pattern + 1, pattern_size - 1);
			values[count++].value = arena_copy(req->work->arena, path, size);
		}
		pattern += pattern_size;
		path += size;
	}
}

/* A literal path beats one with a value in it: /bookings/new before /bookings/:booking. */
static bool
better(const struct route *route, const struct route *than)
{
	return !than || strchr(route->path, ':') == NULL ||
	       (strchr(than->path, ':') &&
		strchr(route->path, ':') - route->path > strchr(than->path, ':') - than->path);
}

const struct refusal *
route_find(struct request *req, const struct route *const *tables)
{
	enum method method = req->method == HEAD ? GET : req->method;
	bool path_known = false;

	for (; *tables; tables++) {
		for (const struct route *route = *tables; route->path; route++) {
			if (!match(route->path, req->path))
				continue;
			path_known = true;
			if (route->method == method && better(route, req->route))
				req->route = route;
		}
	}
	if (!req->route)
		return path_known ? &method_not_allowed : &missing_route;
	if (req->method == HEAD && (req->route->flags & ROUTE_RECORDS))
		return &method_not_allowed;
	keep_values(req);
	return NULL;
}

static bool
is_known(const struct route *route, const char *name)
{
	if ((route->flags & ROUTE_LIST) &&
	    (strcmp(name, "cursor") == 0 || strcmp(name, "limit") == 0))
		return true;
	for (const struct field *field = route->query; field && field->member; field++)
		if (strcmp(field_name(field), name) == 0)
			return true;
	return strcmp(name, "lang") == 0;
}

const struct refusal *
route_query(struct request *req)
{
	const char *twice = pairs_twice(req->query);

	if (twice)
		return refuse_about(req->work, &malformed, twice);
	if (!request_is_api(req))
		return NULL;
	for (const struct pair *pair = req->query; pair->name; pair++)
		if (!is_known(req->route, pair->name))
			return refuse_about(req->work, &malformed, pair->name);
	return NULL;
}

const struct refusal *
route_body(struct request *req)
{
	const char *name = NULL;

	if (req->route->body)
		return NULL;
	for (const struct pair *pair = req->pairs; pair && pair->name && !name; pair++)
		if (strcmp(pair->name, "guard") != 0)
			name = pair->name;
	if (req->json && json_object_size(req->json) > 0)
		name = json_object_iter_key(json_object_iter(req->json));
	return name ? refuse_about(req->work, &malformed, name) : NULL;
}
