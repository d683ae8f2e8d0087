/* buf.h - text that grows, in an arena; always terminated, and never over its limit.
 *
 * Only for building: once made, a text is a const char * and is not changed. */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>

#include "base/arena.h"

struct buf {
	struct arena *arena;
	char *chars; /* terminated; never NULL */
	size_t size;
	size_t room;
	size_t limit;
};

void buf_init(struct buf *buf, struct arena *arena, size_t limit);
void buf_add(struct buf *buf, const char *chars, size_t size);
void buf_text(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Takes back what was written, keeping the memory. */
void buf_clear(struct buf *buf);

#endif
