/* convert.c - from what was typed to what is meant. */

#include "http/convert.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"

#define IDS_MOST 50 /* of a list */
#define KEY_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-_,"

struct conversion {
	struct work *work;
	const struct field *field;
	struct value *value;
	char *member;
};

static void
refuse(struct value *value, const char *code, const char *message)
{
	value->code = code;
	value->message = message;
}

static void
store(const struct conversion *c, const void *value, size_t size)
{
	memcpy(c->member, value, size);
}

#define LIST_MOST 100

/* An array of texts without commas, joined by commas; NULL, and refused, if it is none. */
static const char *
list_of(const struct conversion *c)
{
	const char *all = NULL;
	size_t index;
	json_t *one;

	if (json_array_size(c->value->json) > LIST_MOST) {
		refuse(c->value, "too_long",
		       text(c->work, _("This may name at most %d."), LIST_MOST));
		return NULL;
	}
	json_array_foreach(c->value->json, index, one)
	{
		const char *chars = json_string_value(one);

		if (!chars || !*chars || strchr(chars, ',')) {
			refuse(c->value, "malformed", _("This must be a list of texts."));
			return NULL;
		}
		all = all ? text(c->work, "%s,%s", all, chars) : chars;
	}
	return all ? all : "";
}

/* The text of the value, whether typed or a JSON string; NULL, and refused, if it is neither. */
static const char *
text_of(const struct conversion *c)
{
	if (c->value->typed)
		return c->value->typed;
	if (c->field->list && json_is_array(c->value->json))
		return list_of(c);
	if (!c->field->list && json_is_string(c->value->json))
		return json_string_value(c->value->json);
	refuse(c->value, "malformed",
	       c->field->list ? _("This must be a list of texts.") : _("This must be text."));
	return NULL;
}

static const char *
trimmed(struct work *work, const char *typed)
{
	size_t size;

	while (isspace((unsigned char)*typed))
		typed++;
	size = strlen(typed);
	while (size > 0 && isspace((unsigned char)typed[size - 1]))
		size--;
	return arena_copy(work->arena, typed, size);
}

/* A text that is missing is NULL, and so is one of blanks. */
static void
convert_text(const struct conversion *c)
{
	const struct field *field = c->field;
	const char *chars = text_of(c);
	int64_t length;

	if (!chars)
		return;
	if (!text_is_clean(chars, strlen(chars), field->lines)) {
		refuse(c->value, "malformed", _("This holds characters that cannot be kept."));
		return;
	}
	chars = field->secret ? arena_text(c->work->arena, chars) : trimmed(c->work, chars);
	if (field->key && chars[strspn(chars, KEY_CHARACTERS)] != '\0')
		refuse(c->value, "malformed", _("Choose one of what is offered."));
	length = (int64_t)text_length(chars);
	if (length == 0 && field->required && !c->value->optional)
		refuse(c->value, "missing", _("This is missing. Please fill it in."));
	else if (field->max && length > field->max)
		refuse(c->value, "too_long",
		       text(c->work, _("This has %ld characters; at most %ld are possible."),
			    length, field->max));
	else if (field->min && length > 0 && length < field->min)
		refuse(c->value, "too_short",
		       text(c->work, _("This has %ld characters; at least %ld are needed."), length,
			    field->min));
	chars = length == 0 ? NULL : chars;
	store(c, &chars, sizeof(chars));
}

static bool
int_of(const struct conversion *c, int64_t *number)
{
	const char *typed = c->value->typed;
	char *end;

	if (!typed) {
		*number = json_integer_value(c->value->json);
		return json_is_integer(c->value->json);
	}
	typed = trimmed(c->work, typed);
	errno = 0;
	*number = strtoll(typed, &end, 10);
	return end != typed && *end == '\0' && errno == 0;
}

static void
convert_int(const struct conversion *c)
{
	const struct field *field = c->field;
	int64_t number;

	if (!int_of(c, &number))
		refuse(c->value, "malformed", _("This must be a whole number."));
	else if (number < field->min || (field->max && number > field->max))
		refuse(c->value, "out_of_range",
		       field->max ? text(c->work, _("This must be from %ld to %ld."), field->min,
					 field->max)
				  : text(c->work, _("This must be at least %ld."), field->min));
	else
		store(c, &number, sizeof(number));
}

static void
convert_id(const struct conversion *c)
{
	const char *chars = text_of(c);
	struct id id = { 0 };

	/* What is no id names nothing that is there: whoever looks for it says so. */
	if (chars && !id_parse(chars, &id))
		id.value = -1;
	store(c, &id, sizeof(id));
}

/* One of a list; what is no id names nothing that is there. */
static struct id
id_listed(const struct conversion *c, const char *chars)
{
	struct id id = { 0 };

	if (!chars)
		refuse(c->value, "malformed", _("This must be a list of texts."));
	else if (!id_parse(chars, &id))
		id.value = -1;
	return id;
}

static size_t
read_typed_ids(const struct conversion *c, struct id *ids)
{
	const char *chars = c->value->typed;
	size_t count = 0;

	while (*chars && count < IDS_MOST) {
		size_t length = strcspn(chars, ",");

		ids[count++] = id_listed(c, arena_copy(c->work->arena, chars, length));
		chars += length + (chars[length] == ',');
	}
	return *chars ? IDS_MOST + 1 : count;
}

static size_t
read_json_ids(const struct conversion *c, struct id *ids)
{
	json_t *list = c->value->json;

	if (!json_is_array(list))
		refuse(c->value, "malformed", _("This must be a list of texts."));
	for (size_t i = 0; i < json_array_size(list) && i < IDS_MOST; i++)
		ids[i] = id_listed(c, json_string_value(json_array_get(list, i)));
	return json_array_size(list);
}

static void
convert_ids(const struct conversion *c)
{
	struct id *ids = arena_array(c->work->arena, IDS_MOST, sizeof(*ids));
	size_t count = c->value->typed ? read_typed_ids(c, ids) : read_json_ids(c, ids);
	struct ids list = { ids, count };

	if (count > IDS_MOST)
		refuse(c->value, "malformed",
		       text(c->work, _("This may name at most %d."), IDS_MOST));
	else
		store(c, &list, sizeof(list));
}

static void
convert_quarter(const struct conversion *c)
{
	const char *chars = text_of(c);
	time_t moment;
	int64_t quarter;

	if (!chars)
		return;
	if (!time_parse(chars, c->value->local, &moment)) {
		refuse(c->value, "malformed",
		       _("This is no date and time such as 2026-11-28T14:00:00+08:00."));
		return;
	}
	if (moment % QUARTER_SECONDS != 0) {
		refuse(c->value, "off_quarter", _("Choose a time on a quarter of an hour."));
		return;
	}
	quarter = quarter_of(moment);
	store(c, &quarter, sizeof(quarter));
}

static void
convert_day(const struct conversion *c)
{
	const char *chars = text_of(c);
	int64_t day = DAY_NONE;

	if (chars && !day_parse(trimmed(c->work, chars), &day))
		refuse(c->value, "malformed", _("This is no date such as 2026-11-28."));
	store(c, &day, sizeof(day));
}

static void
convert_word(const struct conversion *c)
{
	const char *chars = text_of(c);
	const struct word *word = chars ? word_find(c->field->words, chars) : NULL;

	if (chars && !word)
		refuse(c->value, "malformed", _("Choose one of what is offered."));
	store(c, &word, sizeof(word));
}

static void
convert_flag(const struct conversion *c)
{
	const char *typed = c->value->typed;
	bool flag = typed ? strcmp(typed, "true") == 0 || strcmp(typed, "on") == 0
			  : json_is_true(c->value->json);
	bool known = typed ? flag || strcmp(typed, "false") == 0 : json_is_boolean(c->value->json);

	if (!known)
		refuse(c->value, "malformed", _("This must be true or false."));
	store(c, &flag, sizeof(flag));
}

static bool
degree(const char **from, double most, double *value)
{
	char *end;

	if (!isdigit((unsigned char)**from) && **from != '-')
		return false;
	*value = strtod(*from, &end);
	*from = end;
	return *value >= -most && *value <= most;
}

static void
convert_point(const struct conversion *c)
{
	const char *chars = text_of(c);
	struct point point = { 0 };

	if (!chars)
		return;
	point.given = degree(&chars, 90, &point.latitude) && *chars++ == ',' &&
		      degree(&chars, 180, &point.longitude) && *chars == '\0';
	if (!point.given)
		refuse(c->value, "malformed",
		       _("This is no place such as 34.7532,113.7461: latitude and longitude."));
	store(c, &point, sizeof(point));
}

static void (*const converters[])(const struct conversion *) = {
	[FIELD_TYPE_INT] = convert_int,   [FIELD_TYPE_TEXT] = convert_text,
	[FIELD_TYPE_ID] = convert_id,     [FIELD_TYPE_QUARTER] = convert_quarter,
	[FIELD_TYPE_DAY] = convert_day,   [FIELD_TYPE_WORD] = convert_word,
	[FIELD_TYPE_FLAG] = convert_flag, [FIELD_TYPE_POINT] = convert_point,
	[FIELD_TYPE_IDS] = convert_ids,
};

void
convert(struct work *work, const struct field *field, struct value *value, void *draft)
{
	struct conversion c = { work, field, value, (char *)draft + field->offset };
	bool absent = !value->typed && (!value->json || json_is_null(value->json));

	/* An empty input of a form was left out, but a text may be empty on purpose. */
	if (value->typed && !*value->typed && field->type != FIELD_TYPE_TEXT)
		absent = true;
	if (!absent) {
		converters[field->type](&c);
		return;
	}
	if (field->type == FIELD_TYPE_DAY)
		store(&c, &(int64_t){ DAY_NONE }, sizeof(int64_t));
	if (field->required && !value->optional)
		refuse(value, "missing", _("This is missing. Please fill it in."));
}
