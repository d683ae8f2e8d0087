/* arena.h - the memory of a unit of work: cleared, never short, never freed singly.
 *
 * An arena grows by blocks up to its limit; past the limit the unit of work ends by a fault
 * and is answered 503.  What the arena does not own is registered with arena_defer() and let
 * go when the arena is reset.  Under AddressSanitizer the memory of a reset arena is poisoned. */
#ifndef ARENA_H
#define ARENA_H

#include <stdarg.h>
#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct arena;

/* An arena of its own, which keeps its first block when it is reset; limit in bytes. */
struct arena *arena_new(size_t limit);
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

/* Cleared memory for any type. */
void *arena_array(struct arena *arena, size_t count, size_t size);
#define arena_one(arena, type) ((type *)arena_array((arena), 1, sizeof(type)))

/* A copy, terminated. */
char *arena_copy(struct arena *arena, const char *chars, size_t size);
char *arena_text(struct arena *arena, const char *text);

/* vprintf into the arena. */
char *arena_format(struct arena *arena, const char *format, va_list values)
	__attribute__((format(printf, 2, 0)));

/* Has release(thing) called when the arena is reset, the last registered first. */
void arena_defer(struct arena *arena, void (*release)(void *), void *thing);

/* Bytes in use since the last reset. */
size_t arena_used(const struct arena *arena);

#endif
