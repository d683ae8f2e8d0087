/* certificate_words.c - what a certificate says: to strangers, under the signature, on paper. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "base/utf8.h"
#include "certificate/certificate_part.h"

#define NAME_MOST 400
#define WORDS_MOST 4000
#define FIRST_HAN 0x2e80

static void
add_star_each(struct buf *name, const char *chars, const char *end)
{
	uint32_t c;

	while (chars < end && utf8_read(&chars, end, &c))
		buf_text(name, "*");
}

/* "W. X." of "Wang Xiulan". */
static void
add_initials(struct buf *name, const char *chars, const char *end)
{
	bool first = true;
	uint32_t c;

	while (chars < end && utf8_read(&chars, end, &c)) {
		if (c == ' ') {
			first = true;
			continue;
		}
		if (first && name->size > 0)
			buf_text(name, " ");
		if (first)
			utf8_add(name, c);
		if (first)
			buf_text(name, ".");
		first = false;
	}
}

const char *
certificate_name(struct work *work, const char *name)
{
	const char *end = name + strlen(name), *rest = name;
	struct buf shown;
	uint32_t c;

	buf_init(&shown, work->arena, NAME_MOST);
	if (utf8_read(&rest, end, &c) && c >= FIRST_HAN) {
		utf8_add(&shown, c);
		add_star_each(&shown, rest, end);
	} else {
		add_initials(&shown, name, end);
	}
	return shown.chars;
}

static const char *
day_signed(struct work *work, int64_t day)
{
	return day == DAY_NONE ? "-" : iso_day(work, day);
}

/* The first line tells what is signed, so that no other text of ours can be taken for it; a name
 * has no line ends in it. */
const char *
certificate_signed_text(struct work *work, const struct certificate *certificate)
{
	return text(work,
		    "quarter-certificate-v1\ncode: %s\nnumber: %s\nname: %s\nminutes: %ld\n"
		    "shifts: %ld\nstars: %ld\nfrom: %s\nto: %s\nissued: %s\nledger entry: %ld\n",
		    id_text(certificate->id).chars, reference_shown(work, certificate->reference),
		    certificate_name(work, certificate->person_name), certificate->minutes,
		    certificate->shifts, certificate->stars,
		    day_signed(work, certificate->first_day),
		    day_signed(work, certificate->last_day), rfc3339(work, certificate->issued_at),
		    certificate->entry_seq);
}

/* ---- on paper: a style and a text in each line ---- */

static void
add_days(struct work *work, struct buf *words, const struct certificate *certificate)
{
	if (certificate->first_day == DAY_NONE)
		return;
	buf_format(words, "small\t%s\n",
		   text(work, _("from %s to %s"), on_day(work, certificate->first_day),
			on_day(work, certificate->last_day)));
}

static void
add_in_language(struct work *work, struct buf *words, const struct certificate *certificate,
		const char *language)
{
	language_use(language);
	buf_format(words, "title\t%s\n", _("Certificate of volunteering"));
	buf_format(words, "name\t%s\n", certificate->person_name);
	add_days(work, words, certificate);
	buf_format(words, "hours\t%s\n", duration(work, certificate->minutes));
	buf_format(
		words, "text\t%s\n",
		text(work,
		     ngettext("served in %ld shift", "served in %ld shifts", certificate->shifts),
		     certificate->shifts));
	buf_format(words, "small\t%s\n",
		   text(work, _("Given on %s"), on_day(work, day_of(certificate->issued_at))));
}

/* Both languages of the city stand on it, so that it is made once, for any reader. */
const char *
certificate_words(struct work *work, const struct certificate *certificate)
{
	const char *reader = language_tag();
	struct buf words;

	buf_init(&words, work->arena, WORDS_MOST);
	add_in_language(work, &words, certificate, "zh-CN");
	add_in_language(work, &words, certificate, "en");
	buf_format(&words, "qr\t%s\n", certificate->url);
	buf_format(&words, "number\t%s\n", reference_shown(work, certificate->reference));
	buf_format(&words, "note\t%s\n", certificate->url);
	language_use(reader);
	return words.chars;
}
