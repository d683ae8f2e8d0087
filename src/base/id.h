/* id.h - the name of a thing that the outside can name.
 *
 * An id is 63 random bits, chosen before the row is inserted; outside it is 13 characters of
 * Crockford's base32, written in lower case and read in any.  It is a struct and not an int64_t
 * so that the compiler tells it from a count, and so that every page and every JSON knows, by
 * the type alone, to write the text and never the number. */
#ifndef ID_H
#define ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct id {
	int64_t value; /* 0 names nothing */
};

/* Several, in the order in which they were named. */
struct ids {
	const struct id *ids;
	size_t count;
};

struct id_text {
	char chars[14];
};

/* A new id, random. */
struct id id_new(void);

/* The text of an id, to be used where it is made: "%s", id_text(id).chars. */
struct id_text id_text(struct id id);

/* Reads an id; false, and an id that names nothing, if it is none. */
bool id_parse(const char *text, struct id *id);

static inline bool
id_given(struct id id)
{
	return id.value != 0;
}

static inline bool
id_same(struct id a, struct id b)
{
	return a.value == b.value;
}

#endif
