/* utf8.h - characters as UTF-8 writes them. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Reads a character and moves on; false if the bytes up to the end do not begin with one, written
 * in the shortest way. */
bool utf8_read(const char **chars, const char *end, uint32_t *c);

void utf8_add(struct buf *buf, uint32_t c);

#endif
