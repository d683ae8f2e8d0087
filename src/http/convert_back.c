/* convert_back.c - from what is meant to what a form shows. */

#include <inttypes.h>
#include <string.h>

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "http/convert.h"

static const char *
local_time(struct work *work, int64_t quarter)
{
	struct local local = local_of(quarter_time(quarter));

	return text(work, "%04d-%02d-%02dT%02d:%02d", local.year, local.month, local.day,
		    local.hour, local.minute);
}

static const char *
ids_back(struct work *work, const char *member)
{
	struct ids list;
	const char *chars = "";

	memcpy(&list, member, sizeof(list));
	for (size_t i = 0; i < list.count; i++)
		chars = text(work, "%s%s%s", chars, i > 0 ? "," : "", id_text(list.ids[i]).chars);
	return chars;
}

static const char *
number_back(struct work *work, const struct field *field, const char *member)
{
	int64_t number;

	memcpy(&number, member, sizeof(number));
	if (field->type == FIELD_TYPE_DAY)
		return number == DAY_NONE ? "" : iso_day(work, number);
	if (number == 0)
		return "";
	if (field->type == FIELD_TYPE_ID)
		return text(work, "%s", id_text((struct id){ number }).chars);
	return field->type == FIELD_TYPE_QUARTER ? local_time(work, number)
						 : text(work, "%" PRId64, number);
}

const char *
convert_back(struct work *work, const struct field *field, const void *draft)
{
	const char *member = (const char *)draft + field->offset;
	const char *chars = NULL;
	const struct word *word;
	struct point point;

	switch (field->type) {
	case FIELD_TYPE_TEXT:
		memcpy(&chars, member, sizeof(chars));
		return chars ? chars : "";
	case FIELD_TYPE_WORD:
		memcpy(&word, member, sizeof(word));
		return word ? word->word : "";
	case FIELD_TYPE_FLAG:
		return *(const bool *)member ? "true" : "";
	case FIELD_TYPE_POINT:
		memcpy(&point, member, sizeof(point));
		return point.given ? text(work, "%.6f,%.6f", point.latitude, point.longitude) : "";
	case FIELD_TYPE_IDS:
		return ids_back(work, member);
	default:
		return number_back(work, field, member);
	}
}
