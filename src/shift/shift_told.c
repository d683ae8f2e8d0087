/* shift_told.c - a shift as JSON: for the diary, the audit log, and letters put into words later.
 */

#include <jansson.h>

#include "base/told.h"
#include "shift/shift_part.h"

#define TOLD_MOST 2000

static json_t *
in_languages(const char *zh, const char *en)
{
	return json_pack("{s:s, s:s}", "zh-CN", zh, "en", en);
}

const char *
shift_title(struct work *work, const struct shift *shift)
{
	return json_told(work, in_languages(shift->role_zh, shift->role_en), TOLD_MOST);
}

static void
add_before(json_t *told, const struct shift_before *before)
{
	json_object_set_new(told, "old_start", json_integer(before->start_quarter));
	json_object_set_new(told, "old_end", json_integer(before->end_quarter));
	json_object_set_new(told, "old_place", in_languages(before->place_zh, before->place_en));
}

const char *
shift_told(struct work *work, const struct shift *shift, const char *person_name,
	   const struct shift_news *news)
{
	json_t *told =
		json_pack("{s:s?, s:o, s:o, s:I, s:I, s:I, s:I, s:I, s:s?}", "for", person_name,
			  "role", in_languages(shift->role_zh, shift->role_en), "place",
			  in_languages(shift->place_zh, shift->place_en), "start",
			  (json_int_t)shift->start_quarter, "end", (json_int_t)shift->end_quarter,
			  "needed", (json_int_t)shift->needed, "minutes", (json_int_t)news->minutes,
			  "version", (json_int_t)shift->version, "reason", news->reason);

	if (told && news->before)
		add_before(told, news->before);
	return json_told(work, told, TOLD_MOST);
}
