/* html.c - writes values as their place needs them. */

#include "http/html.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#define ADDRESS_SAFE "-._~!$'()*+,;=:@/?#[]%"
#define PART_SAFE "-._~"

void
html_raw(struct html *out, const char *chars, size_t size)
{
	buf_add(out->out, chars, size);
}

static const char *
escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
html_text(struct html *out, const char *text)
{
	while (text && *text) {
		size_t plain = strcspn(text, "&<>\"'");

		buf_add(out->out, text, plain);
		text += plain;
		if (*text)
			buf_text(out->out, escape_of(*text++));
	}
}

void
html_int(struct html *out, int64_t number)
{
	buf_format(out->out, "%" PRId64, number);
}

void
html_id(struct html *out, struct id id)
{
	buf_text(out->out, id_text(id).chars);
}

void
html_word(struct html *out, const struct word *word)
{
	html_text(out, word ? _(word->label) : NULL);
}

void
html_word_value(struct html *out, const struct word *word)
{
	html_text(out, word ? word->word : NULL);
}

void
html_markup(struct html *out, struct markup markup)
{
	buf_text(out->out, markup.html);
}

/* Writes what is neither a letter, a digit nor safe in percent; bytes beyond ASCII too. */
static void
write_encoded(struct html *out, const char *text, const char *safe)
{
	for (; text && *text; text++) {
		unsigned char c = (unsigned char)*text;
		const char *escaped = escape_of(*text);

		if (!(c < 0x80 && isalnum(c)) && !strchr(safe, c))
			buf_format(out->out, "%%%02X", c);
		else if (escaped)
			buf_text(out->out, escaped);
		else
			buf_char(out->out, *text);
	}
}

/* An address begins with a path of ours or a scheme that is known; any other becomes "#". */
void
html_url(struct html *out, const char *url)
{
	static const char *const starts[] = { "?",       "#",    "https://", "http://",
					      "mailto:", "tel:", "geo:",     NULL };
	bool known = url && url[0] == '/' && url[1] != '/' && url[1] != '\\';

	for (size_t i = 0; url && !known && starts[i]; i++)
		known = strncmp(url, starts[i], strlen(starts[i])) == 0;
	write_encoded(out, known ? url : "#", ADDRESS_SAFE "&");
}

void
html_url_part(struct html *out, const char *part)
{
	write_encoded(out, part, PART_SAFE);
}

void
html_format(struct html *out, const char *format, ...)
{
	va_list arguments;
	const char *made;

	va_start(arguments, format);
	made = arena_format(out->out->arena, format, arguments);
	va_end(arguments);
	html_text(out, made);
}
