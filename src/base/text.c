/* text.c - text in the arena, what is clean, and what is the same to a reader. */

#include "base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "base/conf.h"
#include "base/utf8.h"

const char *
text(struct work *work, const char *format, ...)
{
	va_list values;
	const char *chars;

	va_start(values, format);
	chars = arena_format(work->arena, format, values);
	va_end(values);
	return chars;
}

const char *
whole_url(struct work *work, const char *path)
{
	size_t size = strlen(conf.base_url);

	while (size > 0 && conf.base_url[size - 1] == '/')
		size--;
	return text(work, "%.*s%s", (int)size, conf.base_url, path);
}

/* Controls of ASCII and of Latin 1, line and paragraph marks, and those that turn the direction
 * of writing, by which a text may look like another. */
static bool
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

bool
text_is_clean(const char *chars, size_t size, bool lines_allowed)
{
	const char *end = chars + size;

	while (chars < end) {
		uint32_t c;
		bool line_end = *chars == '\n' || *chars == '\r';

		if (!utf8_read(&chars, end, &c))
			return false;
		if (is_control(c) && !(line_end && lines_allowed))
			return false;
	}
	return true;
}

size_t
text_length(const char *text)
{
	size_t length = 0;

	for (; *text; text++)
		length += ((unsigned char)*text & 0xc0) != 0x80;
	return length;
}

/* The narrow, small form of a character. */
static uint32_t
folded(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xff01 - '!';
	if (c == 0x3000 || c == 0xa0 || c == '\t' || c == '\n' || c == '\r')
		c = ' ';
	return c < 0x80 ? (uint32_t)tolower((int)c) : c;
}

const char *
text_folded(struct work *work, const char *text)
{
	const char *end = text + strlen(text);
	struct buf out;
	bool blank = false; /* one was read, and is written if something follows */

	buf_init(&out, work->arena, 2 * strlen(text));
	while (text < end) {
		uint32_t c;

		if (!utf8_read(&text, end, &c))
			fault("a text that is not clean");
		c = folded(c);
		if (c != ' ') {
			if (blank && out.size > 0)
				buf_char(&out, ' ');
			utf8_add(&out, c);
		}
		blank = c == ' ';
	}
	return out.chars;
}

/* Of mail the first character and the domain; of a number the last four digits, and what stands
 * before the four that are left out, without the code of this country. */
const char *
text_masked(struct work *work, const char *address)
{
	const char *at = strchr(address, '@');
	size_t size = strlen(address);

	if (at)
		return text(work, "%.1s***%s", address, at);
	if (strncmp(address, "+86", 3) == 0) {
		address += 3;
		size -= 3;
	}
	if (size < 8)
		return "****";
	return text(work, "%.*s****%s", (int)(size - 8), address, address + size - 4);
}
