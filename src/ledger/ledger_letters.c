/* ledger_letters.c - tells a person when others have changed the sum of their hours. */

#include "ledger/ledger_letters.h"

#include <jansson.h>

#include "base/text.h"
#include "base/told.h"
#include "ledger/ledger_part.h"

#define TOLD_MOST 1500

const char *
ledger_told(struct work *work, const struct ledger_entry *entry)
{
	json_t *told = json_pack("{s:I, s:I, s:I, s:s?}", "seq", (json_int_t)entry->seq, "minutes",
				 (json_int_t)entry->minutes, "voided",
				 (json_int_t)entry->voided_seq, "reason", entry->reason);

	return json_told(work, told, TOLD_MOST);
}

const char *
minutes_said(struct work *work, int64_t minutes)
{
	return minutes < 0 ? text(work, "−%s", duration(work, -minutes)) : duration(work, minutes);
}

const char *
hours_said(struct work *work, int64_t minutes)
{
	return text(work, _("%g h"), (double)minutes / 60);
}

static const char *
told_minutes(struct work *work, const struct letter_read *read)
{
	return minutes_said(work, json_integer_value(json_object_get(read->arguments, "minutes")));
}

static void
add_why(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *reason = json_string_value(json_object_get(read->arguments, "reason"));

	words->paragraphs[1] = text(work, _("The reason: %s"), reason ? reason : "");
	words->link = "/volunteer/hours";
	words->link_label = _("See my hours");
}

static void
adjusted(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = text(work, _("Your hours were corrected: %s"), told_minutes(work, read));
	words->paragraphs[0] =
		_("A coordinator has corrected your hours of volunteering. Every entry stays, and "
		  "the correction stands beside it.");
	words->short_text =
		text(work, _("Quarter: your hours were corrected, %s."), told_minutes(work, read));
	add_why(work, read, words);
}

static void
voided(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = text(work, _("Hours of yours were voided: %s"), told_minutes(work, read));
	words->paragraphs[0] = _("A coordinator has voided an entry of your hours. It stays to be "
				 "seen, and counts no more.");
	words->short_text =
		text(work, _("Quarter: hours of yours were voided, %s."), told_minutes(work, read));
	add_why(work, read, words);
}

static void
spent(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = text(work, _("Hours spent: %s"), told_minutes(work, read));
	words->paragraphs[0] =
		_("Hours of yours were spent. Your stars stay as they are: they count what you "
		  "have served.");
	words->short_text =
		text(work, _("Quarter: hours of yours were spent, %s."), told_minutes(work, read));
	add_why(work, read, words);
}

const struct letter_kind ledger_letters[] = {
	{ "hours_adjusted", adjusted, .by_mail = true, .inbox = true },
	{ "hours_voided", voided, .by_mail = true, .inbox = true },
	{ "hours_spent", spent, .by_mail = true, .inbox = true },
	LETTERS_END,
};
