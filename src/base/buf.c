/* buf.c - text that grows by doubling. */

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/work.h"

#define ROOM_FIRST 256

void
buf_init(struct buf *buf, struct arena *arena, size_t limit)
{
	*buf = (struct buf){ .arena = arena, .room = ROOM_FIRST, .limit = limit };
	buf->chars = arena_array(arena, buf->room, 1);
}

/* Makes room for so many more characters and the terminator. */
static void
grow(struct buf *buf, size_t more)
{
	size_t room = buf->room;
	char *chars;

	if (more > buf->limit || buf->size > buf->limit - more)
		fault_as(FAULT_FULL, "a text has reached its limit of %zu bytes", buf->limit);
	if (buf->size + more < room)
		return;
	while (room <= buf->size + more)
		room *= 2;
	chars = arena_array(buf->arena, room, 1);
	memcpy(chars, buf->chars, buf->size + 1);
	buf->chars = chars;
	buf->room = room;
}

void
buf_add(struct buf *buf, const char *chars, size_t size)
{
	if (size == 0)
		return;
	grow(buf, size);
	memcpy(buf->chars + buf->size, chars, size);
	buf->size += size;
	buf->chars[buf->size] = '\0';
}

void
buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void
buf_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void
buf_format(struct buf *buf, const char *format, ...)
{
	va_list values, again;
	int size;

	va_start(values, format);
	va_copy(again, values);
	size = vsnprintf(buf->chars + buf->size, buf->room - buf->size, format, values);
	if (size < 0)
		fault("a text cannot be formatted");
	if ((size_t)size >= buf->room - buf->size || buf->size + (size_t)size > buf->limit) {
		buf->chars[buf->size] = '\0';
		grow(buf, (size_t)size);
		vsnprintf(buf->chars + buf->size, (size_t)size + 1, format, again);
	}
	buf->size += (size_t)size;
	va_end(again);
	va_end(values);
}

void
buf_clear(struct buf *buf)
{
	buf->size = 0;
	buf->chars[0] = '\0';
}
