/* diary_letters.c - puts reminders into words.
 *
 * A letter tells of a thing as it was when the letter was written: the facts are its arguments,
 * and only the names of places are looked up, in the language of who reads. */

#include "diary/diary_letters.h"

#include <string.h>

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary_part.h"
#include "diary/diary_sql.h"

const char diary_reminder[] = "reminder";

const struct column diary_place_columns[] = {
	COLUMN_TEXT(struct diary_place, name),
	COLUMN_TEXT(struct diary_place, centre_name),
	COLUMN_END,
};

static const char *
told_text(const struct letter_read *read, const char *name)
{
	const char *chars = json_string_value(json_object_get(read->arguments, name));

	return chars ? chars : "";
}

static time_t
told_time(const struct letter_read *read, const char *name)
{
	return quarter_time(json_integer_value(json_object_get(read->arguments, name)));
}

/* A place that cannot be found any more is left out, so that an old letter can still be read. */
static struct diary_place
place_of(struct work *work, const struct letter_read *read)
{
	struct diary_place place;
	struct id id;

	if (!id_parse(told_text(read, "place"), &id) || !sql_diary_place(work, id, &place))
		return (struct diary_place){ "", "" };
	return place;
}

/* Where a thing has no title, the place says what it is. */
static const char *
what_of(const struct letter_read *read, const struct diary_place *place)
{
	const json_t *title = json_object_get(read->arguments, "title");
	const char *words = json_string_value(json_object_get(title, language_tag()));

	return words ? words : place->name;
}

static const char *
where_of(struct work *work, const struct letter_read *read, const struct diary_place *place)
{
	if (!json_object_get(read->arguments, "title") ||
	    strcmp(place->name, place->centre_name) == 0)
		return place->centre_name;
	return text(work, pgettext("a centre and a place in it", "%s, %s"), place->centre_name,
		    place->name);
}

static void
reminder(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	struct diary_place place = place_of(work, read);
	const char *what = what_of(read, &place);
	const char *time = between_times(work, told_time(read, "start"), told_time(read, "end"));
	const char *where = where_of(work, read, &place);

	words->title = text(work, _("Coming up: %s, %s"), what, time);
	words->paragraphs[0] = text(work, _("%s: %s, at %s."), what, time, where);
	words->paragraphs[1] = text(work, _("It is for %s."), told_text(read, "for"));
	words->paragraphs[2] = _("If you cannot come, cancel it now, so that others can.");
	words->short_text = text(work, _("Quarter: %s, %s, at %s. If you cannot come, cancel it."),
				 what, time, where);
	words->link = diary_path(work, told_text(read, "kind"), read->subject_id);
	words->link_label = _("See what it is, or cancel it");
}

const struct letter_kind diary_letters[] = {
	{ diary_reminder, reminder, .by_mail = true, .inbox = true },
	LETTERS_END,
};
