/* activity_letters.c - puts into words that what somebody takes part in was changed or cancelled.
 *
 * A letter tells of the activity as it was when the letter was written, in its arguments; only
 * the names of places are looked up, in the language of who reads. */

#include "activity/activity_letters.h"

#include <string.h>

#include "activity/activity.h"
#include "activity/activity_part.h"
#include "base/quarter.h"
#include "base/text.h"
#include "base/told.h"
#include "centre/centre.h"
#include "venue/venue.h"

#define TOLD_MOST 4000

static json_t *
titles(const struct activity *activity)
{
	return json_pack("{s:s, s:s}", "zh-CN", activity->title_zh, "en", activity->title_en);
}

const char *
activity_title_json(struct work *work, const struct activity *activity)
{
	return json_told(work, titles(activity), TOLD_MOST);
}

/* Where and when. */
static json_t *
facts(const struct activity *activity)
{
	bool room = id_given(activity->venue_id);

	return json_pack("{s:o, s:I, s:I, s:s, s:s?}", "title", titles(activity), "start",
			 (json_int_t)activity->start_quarter, "end",
			 (json_int_t)activity->end_quarter, "centre",
			 id_text(activity->centre_id).chars, "venue",
			 room ? id_text(activity->venue_id).chars : NULL);
}

const char *
activity_told(struct work *work, const struct activity *activity, const struct activity *was)
{
	json_t *told = facts(activity);

	if (was)
		json_object_set_new(told, "was", facts(was));
	if (activity->reason)
		json_object_set_new(told, "reason", json_string(activity->reason));
	return json_told(work, told, TOLD_MOST);
}

/* ---- in words ---- */

static const char *
text_in(const json_t *facts, const char *name)
{
	const char *chars = json_string_value(json_object_get(facts, name));

	return chars ? chars : "";
}

static const char *
title_in(const json_t *facts)
{
	return text_in(json_object_get(facts, "title"), language_tag());
}

static const char *
time_in(struct work *work, const json_t *facts)
{
	return between_times(work,
			     quarter_time(json_integer_value(json_object_get(facts, "start"))),
			     quarter_time(json_integer_value(json_object_get(facts, "end"))));
}

/* Names that cannot be found any more are left out, so that an old letter can still be read. */
static const char *
place_in(struct work *work, const json_t *facts)
{
	struct id id;
	struct venue venue;
	struct centre centre;

	if (id_parse(text_in(facts, "venue"), &id) && !venue_find(work, id, &venue))
		return text(work, pgettext("a place", "%s, %s"), venue.name, venue.centre_name);
	if (id_parse(text_in(facts, "centre"), &id) && !centre_find(work, id, &centre))
		return text(work, _("online, by %s"), centre.name);
	return "";
}

static const char *
place_and_time(struct work *work, const json_t *facts)
{
	return text(work, _("%s; %s"), time_in(work, facts), place_in(work, facts));
}

static void
add_link(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->link = text(work, "/activities/%s", id_text(read->subject_id).chars);
	words->link_label = _("See the activity");
}

static void
changed(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const json_t *now = read->arguments, *was = json_object_get(now, "was");

	words->title = text(work, _("Changed: %s"), title_in(now));
	words->paragraphs[0] =
		text(work, _("“%s”, for which you signed up, has changed."), title_in(was));
	words->paragraphs[1] = text(work, _("Before: %s"), place_and_time(work, was));
	words->paragraphs[2] = text(work, _("Now: %s"), place_and_time(work, now));
	words->paragraphs[3] = _("Your registration moves along. If you cannot come any more, give "
				 "it up, so that others can.");
	words->short_text = text(work, _("Quarter: “%s” has changed. Now: %s"), title_in(now),
				 place_and_time(work, now));
	add_link(work, read, words);
}

static void
cancelled(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const json_t *facts = read->arguments;
	const char *reason = text_in(facts, "reason");

	words->title = text(work, _("Cancelled: %s"), title_in(facts));
	words->paragraphs[0] = text(work, _("“%s”, %s, does not take place."), title_in(facts),
				    time_in(work, facts));
	words->paragraphs[1] = text(work, _("The reason: %s"), reason);
	words->paragraphs[2] = _("Your registration is released; there is nothing you need to do.");
	words->short_text = text(work, _("Quarter: “%s”, %s, does not take place. %s"),
				 title_in(facts), time_in(work, facts), reason);
	add_link(work, read, words);
}

const struct letter_kind activity_letters[] = {
	{ "activity_changed", changed, .by_mail = true, .inbox = true },
	{ "activity_cancelled", cancelled, .by_mail = true, .inbox = true },
	LETTERS_END,
};
