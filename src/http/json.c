/* json.c - rows and lists as JSON, as their columns say. */

#include <jansson.h>
#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "http/respond.h"

static json_t *
text_or_null(const char *chars)
{
	return chars ? json_string(chars) : json_null();
}

static json_t *
list_as_json(const char *chars)
{
	json_t *list = json_array();

	for (const char *end; chars && *chars; chars = *end ? end + 1 : end) {
		end = strchrnul(chars, ',');
		json_array_append_new(list, json_stringn(chars, (size_t)(end - chars)));
	}
	return list;
}

static json_t *
number_as_json(struct work *work, const struct column *column, const char *member)
{
	int64_t number;

	memcpy(&number, member, sizeof(number));
	switch (column->type) {
	case COLUMN_TYPE_ID:
		return number ? json_string(id_text((struct id){ number }).chars) : json_null();
	case COLUMN_TYPE_QUARTER:
		return json_string(rfc3339(work, quarter_time(number)));
	case COLUMN_TYPE_TIME:
		return number ? json_string(rfc3339(work, (time_t)number)) : json_null();
	case COLUMN_TYPE_DAY:
		return number == DAY_NONE ? json_null() : json_string(iso_day(work, number));
	default:
		return column->given && number == 0 ? json_null() : json_integer(number);
	}
}

static json_t *
member_as_json(struct work *work, const struct column *column, const char *member)
{
	const struct word *word;
	const char *chars;
	double real;

	switch (column->type) {
	case COLUMN_TYPE_TEXT:
	case COLUMN_TYPE_REFERENCE:
		memcpy(&chars, member, sizeof(chars));
		if (column->list)
			return list_as_json(chars);
		if (column->type == COLUMN_TYPE_REFERENCE && chars)
			chars = reference_shown(work, chars);
		return text_or_null(chars);
	case COLUMN_TYPE_WORD:
		memcpy(&word, member, sizeof(word));
		return text_or_null(word ? word->word : NULL);
	case COLUMN_TYPE_FLAG:
		return json_boolean(*(const bool *)member);
	case COLUMN_TYPE_REAL:
		memcpy(&real, member, sizeof(real));
		return json_real(real);
	default:
		return number_as_json(work, column, member);
	}
}

json_t *
json_of_row(struct request *req, const struct column *columns, const void *row)
{
	json_t *object = json_object();

	for (const struct column *column = columns; column->member; column++) {
		const char *member = (const char *)row + column->offset;

		if (!column->hidden && column->type != COLUMN_TYPE_BYTES)
			json_object_set_new(object, column->as ? column->as : column->member,
					    member_as_json(req->work, column, member));
	}
	return object;
}

json_t *
json_of_rows(struct request *req, const struct column *columns, const void *rows, size_t count,
	     size_t size)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list,
				      json_of_row(req, columns, (const char *)rows + i * size));
	return list;
}

const struct refusal *
respond_row(struct request *req, int status, const struct column *columns, const void *row)
{
	return respond_json(req, status, json_of_row(req, columns, row));
}

const struct refusal *
respond_list(struct request *req, const struct cursor *cursor, const struct column *columns,
	     const void *rows, size_t count, size_t size)
{
	json_t *list = json_object();

	json_object_set_new(list, "items", json_of_rows(req, columns, rows, count, size));
	json_object_set_new(list, "next", text_or_null(cursor ? cursor->next : NULL));
	return respond_json(req, 200, list);
}

json_t *
json_of_finding(const struct finding *finding)
{
	return json_pack("{s:s, s:b, s:s}", "code", finding->rule->code, "passed", finding->passed,
			 "why", finding->why);
}

const struct refusal *
respond_findings(struct request *req, const struct finding *findings)
{
	json_t *rules = json_array();
	bool allowed = true;

	for (const struct finding *finding = findings; finding->rule; finding++) {
		allowed = allowed && finding->passed;
		json_array_append_new(rules, json_of_finding(finding));
	}
	return respond_json(req, 200, json_pack("{s:b, s:o}", "allowed", allowed, "rules", rules));
}
