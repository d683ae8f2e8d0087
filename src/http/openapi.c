/* openapi.c - routes, fields and columns, as OpenAPI says them. */

#include "http/openapi.h"

#include <string.h>

#include "base/text.h"
#include "http/problem.h"

static json_t *
string_of(const char *format)
{
	return format ? json_pack("{s:s, s:s}", "type", "string", "format", format)
		      : json_pack("{s:s}", "type", "string");
}

static json_t *
words_of(const struct word *const *words)
{
	json_t *schema = string_of(NULL), *list = json_array();

	for (; words && *words; words++)
		json_array_append_new(list, json_string((*words)->word));
	json_object_set_new(schema, "enum", list);
	return schema;
}

static json_t *
id_schema(void)
{
	return json_pack("{s:s, s:s}", "type", "string", "pattern",
			 "^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{13}$");
}

/* ---- what is sent ---- */

static json_t *
number_schema(const struct field *field)
{
	json_t *schema =
		json_pack("{s:s, s:I}", "type", "integer", "minimum", (json_int_t)field->min);

	if (field->max)
		json_object_set_new(schema, "maximum", json_integer(field->max));
	return schema;
}

static json_t *
list_schema(void)
{
	return json_pack("{s:s, s:o}", "type", "array", "items", string_of(NULL));
}

static json_t *
text_schema(const struct field *field)
{
	json_t *schema = string_of(field->secret ? "password" : NULL);

	if (field->list)
		return list_schema();
	if (field->min)
		json_object_set_new(schema, "minLength", json_integer(field->min));
	if (field->max)
		json_object_set_new(schema, "maxLength", json_integer(field->max));
	return schema;
}

static json_t *
field_schema(const struct field *field)
{
	switch (field->type) {
	case FIELD_TYPE_INT:
		return number_schema(field);
	case FIELD_TYPE_ID:
		return id_schema();
	case FIELD_TYPE_IDS:
		return json_pack("{s:s, s:o}", "type", "array", "items", id_schema());
	case FIELD_TYPE_QUARTER:
		return string_of("date-time");
	case FIELD_TYPE_DAY:
		return string_of("date");
	case FIELD_TYPE_WORD:
		return words_of(field->words);
	case FIELD_TYPE_FLAG:
		return json_pack("{s:s}", "type", "boolean");
	case FIELD_TYPE_POINT:
		return string_of("latitude,longitude");
	default:
		return text_schema(field);
	}
}

/* An object whose members are still to be told. */
static json_t *
empty_object(void)
{
	return json_pack("{s:s, s:{}, s:[], s:b}", "type", "object", "properties", "required",
			 "additionalProperties", 0);
}

static void
add_member(json_t *object, const char *name, bool required, json_t *schema)
{
	json_object_set_new(json_object_get(object, "properties"), name, schema);
	if (required)
		json_array_append_new(json_object_get(object, "required"), json_string(name));
}

/* A text in several languages is an object of its own, which is made when the first is told. */
static void
add_text_of(json_t *body, const struct field *field, bool required)
{
	json_t *properties = json_object_get(body, "properties");

	if (!json_object_get(properties, field->of))
		add_member(body, field->of, required, empty_object());
	add_member(json_object_get(properties, field->of), field->language, required,
		   field_schema(field));
}

/* A PATCH may leave anything out. */
static json_t *
body_schema(const struct route *route)
{
	json_t *body = empty_object();

	for (const struct field *field = route->body; field->member; field++) {
		bool required = field->required && route->method != PATCH;

		if (field->of)
			add_text_of(body, field, required);
		else
			add_member(body, field_name(field), required, field_schema(field));
	}
	return body;
}

static void
add_parameter(json_t *list, const char *in, const char *name, bool required, json_t *schema)
{
	json_array_append_new(list, json_pack("{s:s, s:s, s:b, s:o}", "name", name, "in", in,
					      "required", required, "schema", schema));
}

static json_t *
parameters_of(struct work *work, const struct route *route)
{
	json_t *list = json_array();

	for (const char *at = strchr(route->path, ':'); at; at = strchr(at + 1, ':'))
		add_parameter(list, "path", arena_copy(work->arena, at + 1, strcspn(at + 1, "/")),
			      true, id_schema());
	for (const struct field *field = route->query; field && field->member; field++)
		add_parameter(list, "query", field_name(field), field->required,
			      field_schema(field));
	if (route->flags & ROUTE_LIST) {
		add_parameter(list, "query", "cursor", false, string_of(NULL));
		add_parameter(list, "query", "limit", false,
			      json_pack("{s:s, s:i, s:i}", "type", "integer", "minimum", 1,
					"maximum", 200));
	}
	if (route->method == POST && !(route->flags & ROUTE_SECRET))
		add_parameter(list, "header", "Idempotency-Key", false, string_of(NULL));
	return list;
}

/* ---- what is answered ---- */

static json_t *
column_schema(const struct column *column)
{
	switch (column->type) {
	case COLUMN_TYPE_ID:
		return id_schema();
	case COLUMN_TYPE_QUARTER:
	case COLUMN_TYPE_TIME:
		return string_of("date-time");
	case COLUMN_TYPE_DAY:
		return string_of("date");
	case COLUMN_TYPE_WORD:
		return words_of(column->words);
	case COLUMN_TYPE_FLAG:
		return json_pack("{s:s}", "type", "boolean");
	case COLUMN_TYPE_REAL:
		return json_pack("{s:s}", "type", "number");
	case COLUMN_TYPE_INT:
		return column->given ? json_pack("{s:[ss]}", "type", "integer", "null")
				     : json_pack("{s:s}", "type", "integer");
	default:
		if (column->list)
			return list_schema();
		return json_pack("{s:[ss]}", "type", "string", "null");
	}
}

static json_t *
row_schema(const struct column *columns)
{
	json_t *properties = json_object();

	for (const struct column *column = columns; column && column->member; column++)
		if (!column->hidden && column->type != COLUMN_TYPE_BYTES)
			json_object_set_new(properties, column->as ? column->as : column->member,
					    column_schema(column));
	return json_pack("{s:s, s:o}", "type", "object", "properties", properties);
}

static json_t *
answer_schema(const struct route *route)
{
	json_t *row = row_schema(route->answer);

	if (!(route->flags & ROUTE_LIST))
		return row;
	return json_pack("{s:s, s:{s:{s:s, s:o}, s:{s:[ss]}}}", "type", "object", "properties",
			 "items", "type", "array", "items", row, "next", "type", "string", "null");
}

static json_t *
content(const char *type, json_t *schema)
{
	return json_pack("{s:{s:o}}", type, "schema", schema);
}

static json_t *
operation_of(struct work *work, const struct route *route)
{
	json_t *problem = json_pack("{s:s}", "$ref", "#/components/schemas/Problem");
	json_t *operation = json_pack(
		"{s:s, s:o, s:{s:{s:s, s:o}, s:{s:s, s:o}}}", "summary",
		route->about ? route->about : route->path, "parameters", parameters_of(work, route),
		"responses", "2XX", "description", "done", "content",
		content("application/json", answer_schema(route)), "default", "description",
		"refused", "content", content("application/problem+json", problem));

	if (route->body)
		json_object_set_new(operation, "requestBody",
				    json_pack("{s:o}", "content",
					      content("application/json", body_schema(route))));
	if (route->permission == ANYONE)
		json_object_set_new(operation, "security", json_array());
	return operation;
}

/* "/bookings/:booking" as "/bookings/{booking}", below the server's own path. */
static const char *
path_of(struct work *work, const char *path)
{
	struct buf out;

	buf_init(&out, work->arena, 1024);
	for (path += strlen("/api/v1"); *path; path++) {
		if (*path == ':') {
			size_t size = strcspn(path + 1, "/");

			buf_format(&out, "{%.*s}", (int)size, path + 1);
			path += size;
		} else {
			buf_char(&out, *path);
		}
	}
	return out.chars;
}

static void
add_route(struct work *work, json_t *paths, const struct route *route)
{
	static const char *const names[] = {
		[GET] = "get", [POST] = "post", [PATCH] = "patch", [DELETE] = "delete"
	};
	const char *path = path_of(work, route->path);
	json_t *item = json_object_get(paths, path);

	if (!item) {
		item = json_object();
		json_object_set_new(paths, path, item);
	}
	json_object_set_new(item, names[route->method], operation_of(work, route));
}

static json_t *
components(void)
{
	return json_pack("{s:{s:{s:s, s:{s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}}},"
			 " s:{s:{s:s, s:s}, s:{s:s, s:s, s:s}}}",
			 "schemas", "Problem", "type", "object", "properties", "title", "type",
			 "string", "status", "type", "integer", "detail", "type", "string", "code",
			 "type", "string", "errors", "type", "array", "securitySchemes", "bearer",
			 "type", "http", "scheme", "bearer", "cookie", "type", "apiKey", "in",
			 "cookie", "name", "quarter");
}

json_t *
openapi_describe(struct work *work, const struct route *const *tables)
{
	json_t *paths = json_object();

	for (; *tables; tables++)
		for (const struct route *route = *tables; route->path; route++)
			if (strncmp(route->path, "/api/v1/", strlen("/api/v1/")) == 0)
				add_route(work, paths, route);
	return json_pack("{s:s, s:{s:s, s:s}, s:[{s:s}], s:[{s:[]}, {s:[]}], s:o, s:o}", "openapi",
			 "3.1.0", "info", "title", "Quarter", "version", PACKAGE_VERSION, "servers",
			 "url", "/api/v1", "security", "bearer", "cookie", "paths", paths,
			 "components", components());
}
