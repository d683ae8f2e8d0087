/* bytes.h - a run of bytes that is no text: a hash, a sealed value. */
#ifndef BYTES_H
#define BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct bytes {
	const void *data; /* NULL: there is none */
	size_t size;
};

static inline bool
bytes_same(struct bytes a, struct bytes b)
{
	return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

#endif
