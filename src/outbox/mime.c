/* mime.c - encoded words and quoted-printable. */

#include "outbox/mime.h"

#include <sodium.h>
#include <stdbool.h>
#include <string.h>

#define LINE_MOST 75  /* one less than allowed: room for the = of a soft line end */
#define WORD_BYTES 45 /* 60 characters in base64, 72 with what stands around them */

static bool
is_plain(const char *value)
{
	size_t size = strlen(value);

	for (size_t i = 0; i < size; i++)
		if (value[i] < ' ' || value[i] > '~')
			return false;
	return size <= LINE_MOST - strlen("Subject: ") && !strstr(value, "=?");
}

/* At most WORD_BYTES, and no character cut in two. */
static size_t
word_size(const char *value)
{
	size_t size = strlen(value);

	if (size <= WORD_BYTES)
		return size;
	size = WORD_BYTES;
	while (size > 1 && ((unsigned char)value[size] & 0xc0) == 0x80)
		size--;
	return size;
}

static void
encoded_word(struct buf *out, const char *value, size_t size)
{
	char base64[sodium_base64_ENCODED_LEN(WORD_BYTES, sodium_base64_VARIANT_ORIGINAL)];

	sodium_bin2base64(base64, sizeof(base64), (const unsigned char *)value, size,
			  sodium_base64_VARIANT_ORIGINAL);
	buf_format(out, "=?UTF-8?B?%s?=", base64);
}

void
mime_header(struct buf *out, const char *name, const char *value)
{
	buf_format(out, "%s: ", name);
	for (; *value; value++)
		buf_char(out, *value < ' ' || *value > '~' ? '?' : *value);
	buf_text(out, "\r\n");
}

void
mime_subject(struct buf *out, const char *value)
{
	if (is_plain(value)) {
		mime_header(out, "Subject", value);
		return;
	}
	buf_text(out, "Subject:");
	for (size_t size; *value; value += size) {
		size = word_size(value);
		buf_char(out, ' ');
		encoded_word(out, value, size);
		buf_text(out, "\r\n");
	}
}

/* The blank at the end of a line would be lost on the way. */
static bool
is_literal(const char *at)
{
	if (*at == ' ' || *at == '\t')
		return at[1] != '\0' && at[1] != '\r' && at[1] != '\n';
	return *at > ' ' && *at <= '~' && *at != '=';
}

static size_t
quote(struct buf *out, const char *at, size_t column)
{
	bool literal = is_literal(at);
	size_t width = literal ? 1 : 3;

	if (column + width > LINE_MOST) {
		buf_text(out, "=\r\n");
		column = 0;
	}
	if (literal)
		buf_char(out, *at);
	else
		buf_format(out, "=%02X", (unsigned char)*at);
	return column + width;
}

void
mime_quoted(struct buf *out, const char *text)
{
	size_t column = 0;

	for (; *text; text++) {
		if (*text == '\r' && text[1] == '\n')
			continue;
		if (*text == '\n') {
			buf_text(out, "\r\n");
			column = 0;
		} else {
			column = quote(out, text, column);
		}
	}
	if (column > 0)
		buf_text(out, "\r\n");
}
