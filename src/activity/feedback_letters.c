/* feedback_letters.c - puts into words that somebody is asked how it was. */

#include "activity/feedback_letters.h"

#include "activity/feedback.h"
#include "base/text.h"

static void
asked(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const json_t *titles = json_object_get(read->arguments, "title");
	const char *title = json_string_value(json_object_get(titles, language_tag()));
	time_t closes = json_integer_value(json_object_get(read->arguments, "closes"));

	title = title ? title : "";
	words->title = text(work, _("How was it? %s"), title);
	words->paragraphs[0] = text(work, _("Thank you for coming to “%s”."), title);
	words->paragraphs[1] = text(work,
				    _("Three questions, one minute, no names; they stay open "
				      "until %s."),
				    when(work, closes));
	words->link = text(work, "/activities/%s/feedback", id_text(read->subject_id).chars);
	words->link_label = _("Answer");
	words->short_text = text(work,
				 _("Quarter: thank you for coming to “%s”. Three questions: "
				   "%s"),
				 title, whole_url(work, words->link));
}

const struct letter_kind feedback_letters[] = {
	{ feedback_asked, asked, .by_mail = true, .inbox = true },
	LETTERS_END,
};
