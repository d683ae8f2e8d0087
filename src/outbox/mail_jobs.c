/* mail_jobs.c - a letter as mail: text, the same as simple HTML, and what belongs in a calendar.
 *
 * Everything in it follows from the letter and its delivery, so that a mail which is sent again is
 * the same mail to the last byte. */

#include <string.h>
#include <time.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/text.h"
#include "http/html.h"
#include "outbox/delivery.h"
#include "outbox/mime.h"
#include "outbox/outbox_html.h"

#define MAIL_MOST (1U << 20)

/* What each of the parts is made of. */
struct mail {
	struct work *work;
	const struct letter_words *words;
	const char *whose; /* said where it is not the reader's own letter, or NULL */
	const char *url;
	const char *id; /* also the boundary: no quoted-printable line begins like it */
};

static const char *
date_header(struct work *work, time_t moment)
{
	struct tm utc;
	char chars[40];

	gmtime_r(&moment, &utc);
	strftime(chars, sizeof(chars), "%a, %d %b %Y %H:%M:%S +0000", &utc);
	return arena_text(work->arena, chars);
}

static const char *
message_id(const struct mail *mail)
{
	const char *at = strchr(outbox_address(mail->work), '@');

	return text(mail->work, "<%s%s>", mail->id, at ? at : "@localhost");
}

static const char *
whose_letter(struct work *work, const struct delivery *delivery, const struct letter *letter)
{
	if (!letter->person_name || id_same(letter->person_id, delivery->person_id))
		return NULL;
	return text(work, _("This concerns %s, for whom you act."), letter->person_name);
}

static const char *
plain_text(const struct mail *mail)
{
	struct buf out;

	buf_init(&out, mail->work->arena, MAIL_MOST);
	if (mail->whose)
		buf_format(&out, "%s\n\n", mail->whose);
	for (size_t i = 0; mail->words->paragraphs[i]; i++)
		buf_format(&out, "%s\n\n", mail->words->paragraphs[i]);
	if (mail->url)
		buf_format(&out, "%s\n%s\n\n", mail->words->link_label, mail->url);
	buf_format(&out, "-- \n%s\n",
		   _("Quarter, the booking portal. This message was sent by itself; nobody reads "
		     "answers to it."));
	return out.chars;
}

static const char *
html_text_of(const struct mail *mail)
{
	struct buf out;
	struct html html = { .out = &out, .work = mail->work };

	buf_init(&out, mail->work->arena, MAIL_MOST);
	letter_mail_html(&html, mail->words, mail->whose, mail->url);
	return out.chars;
}

static void
part(struct buf *out, const char *boundary, const char *type, const char *content)
{
	buf_format(out, "--%s\r\nContent-Type: %s\r\n", boundary, type);
	buf_text(out, "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	mime_quoted(out, content);
}

static void
alternatives(struct buf *out, const struct mail *mail)
{
	const char *boundary = text(mail->work, "=_text_%s", mail->id);

	buf_format(out, "Content-Type: multipart/alternative; boundary=\"%s\"\r\n\r\n", boundary);
	part(out, boundary, "text/plain; charset=utf-8", plain_text(mail));
	part(out, boundary, "text/html; charset=utf-8", html_text_of(mail));
	buf_format(out, "--%s--\r\n", boundary);
}

static void
with_calendar(struct buf *out, const struct mail *mail)
{
	const char *boundary = text(mail->work, "=_all_%s", mail->id);
	const char *type = text(mail->work,
				"text/calendar; charset=utf-8; method=%s; name=\"quarter.ics\"\r\n"
				"Content-Disposition: attachment; filename=\"quarter.ics\"",
				mail->words->calendar_method);

	buf_format(out, "Content-Type: multipart/mixed; boundary=\"%s\"\r\n\r\n", boundary);
	buf_format(out, "--%s\r\n", boundary);
	alternatives(out, mail);
	part(out, boundary, type, mail->words->calendar);
	buf_format(out, "--%s--\r\n", boundary);
}

static void
headers(struct buf *out, const struct mail *mail, const char *to, const struct letter *letter)
{
	struct work *work = mail->work;

	mime_header(out, "From", conf.mail_from);
	mime_header(out, "To", to);
	mime_subject(out, mail->words->title);
	mime_header(out, "Date", date_header(work, letter->made_at));
	mime_header(out, "Message-ID", message_id(mail));
	mime_header(out, "Content-Language", language_tag());
	mime_header(out, "Auto-Submitted", "auto-generated");
	mime_header(out, "MIME-Version", "1.0");
}

struct message
mail_compose(struct work *work, const struct delivery *delivery, const char *to,
	     const struct letter *letter, const struct letter_words *words)
{
	const struct mail mail = {
		.work = work,
		.words = words,
		.whose = whose_letter(work, delivery, letter),
		.url = words->link ? whole_url(work, words->link) : NULL,
		.id = arena_text(work->arena, id_text(delivery->id).chars),
	};
	struct buf out;

	buf_init(&out, work->arena, MAIL_MOST);
	headers(&out, &mail, to, letter);
	if (words->calendar)
		with_calendar(&out, &mail);
	else
		alternatives(&out, &mail);
	return (struct message){ .to = to, .content = out.chars, .size = out.size };
}
