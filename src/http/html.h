/* html.h - what the compiled templates write with: each value as its place needs it.
 *
 * The template compiler follows the HTML and picks the macro: HTML_TEXT between tags, HTML_QUOTED
 * in an attribute, HTML_URL for a whole address, HTML_URL_PART within one.  The type of the value
 * picks the function.  Only struct markup, which other templates and page.c make, goes out as it
 * is: trust travels in the type, and there is no way to ask for it. */
#ifndef HTML_H
#define HTML_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/id.h"
#include "base/language.h"
#include "base/word.h"
#include "base/work.h"

/* A page that is being written. */
struct html {
	struct buf *out;
	struct work *work;
};

/* HTML that is safe as it stands. */
struct markup {
	const char *html;
};

/* What the page itself says. */
void html_raw(struct html *out, const char *chars, size_t size);

void html_text(struct html *out, const char *text);
void html_int(struct html *out, int64_t number);
void html_id(struct html *out, struct id id);
void html_word(struct html *out, const struct word *word); /* its label, translated */
void html_markup(struct html *out, struct markup markup);
void html_word_value(struct html *out, const struct word *word); /* its word, in an attribute */
void html_url(struct html *out, const char *url);
void html_url_part(struct html *out, const char *part);

/* printf, then escaped. */
void html_format(struct html *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline void
html_plain_int(struct html *out, int number)
{
	html_int(out, number);
}

static inline void
html_size(struct html *out, size_t number)
{
	html_int(out, (int64_t)number);
}

/* clang-format off */
#define HTML_TEXT(out, x) _Generic((x), \
	const char *: html_text, char *: html_text, int64_t: html_int, int: html_plain_int, size_t: html_size, \
	struct id: html_id, const struct word *: html_word, struct markup: html_markup)((out), (x))
#define HTML_QUOTED(out, x) _Generic((x), \
	const char *: html_text, char *: html_text, int64_t: html_int, int: html_plain_int, size_t: html_size, \
	struct id: html_id, const struct word *: html_word_value)((out), (x))
#define HTML_URL(out, x) _Generic((x), const char *: html_url, char *: html_url)((out), (x))
#define HTML_URL_PART(out, x) _Generic((x), \
	const char *: html_url_part, char *: html_url_part, int64_t: html_int, int: html_plain_int, \
	struct id: html_id, const struct word *: html_word_value)((out), (x))
/* clang-format on */

#endif
