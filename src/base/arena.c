/* arena.c - blocks, handed out from front to back. */

#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/work.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define FORBID(bytes, size) ASAN_POISON_MEMORY_REGION((bytes), (size))
#define PERMIT(bytes, size) ASAN_UNPOISON_MEMORY_REGION((bytes), (size))
#define MARGIN 16 /* stays forbidden behind each piece */
#else
#define FORBID(bytes, size) ((void)(bytes), (void)(size))
#define PERMIT(bytes, size) ((void)(bytes), (void)(size))
#define MARGIN 0
#endif

#define BLOCK_SIZE ((size_t)64 * 1024)
#define ALIGNMENT 16

struct block {
	struct block *next;
	size_t room, used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*release)(void *);
	void *thing;
};

struct arena {
	struct block *first, *last;
	struct deferred *deferred; /* the last registered first */
	size_t used, limit;
};

static struct block *
block_new(size_t room)
{
	struct block *block = malloc(sizeof(*block) + room);

	if (!block)
		fault_as(FAULT_FULL, "no memory for a block of %zu bytes", room);
	block->next = NULL;
	block->room = room;
	block->used = 0;
	FORBID(block->bytes, room);
	return block;
}

static void
block_free(struct block *block)
{
	PERMIT(block->bytes, block->room);
	free(block);
}

struct arena *
arena_new(size_t limit)
{
	struct arena *arena = malloc(sizeof(*arena));

	if (!arena)
		fault_as(FAULT_FULL, "no memory for an arena");
	*arena = (struct arena){ .limit = limit };
	arena->first = arena->last = block_new(BLOCK_SIZE);
	return arena;
}

static void
release_deferred(struct arena *arena)
{
	while (arena->deferred) {
		struct deferred *deferred = arena->deferred;

		arena->deferred = deferred->next;
		deferred->release(deferred->thing);
	}
}

void
arena_reset(struct arena *arena)
{
	release_deferred(arena);
	while (arena->first->next) {
		struct block *block = arena->first->next;

		arena->first->next = block->next;
		block_free(block);
	}
	FORBID(arena->first->bytes, arena->first->room);
	arena->first->used = 0;
	arena->last = arena->first;
	arena->used = 0;
}

void
arena_free(struct arena *arena)
{
	arena_reset(arena);
	block_free(arena->first);
	free(arena);
}

static void *
take(struct arena *arena, size_t size)
{
	size_t whole = (size + MARGIN + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	void *bytes;

	if (size > arena->limit || whole > arena->limit - arena->used)
		fault_as(FAULT_FULL, "the arena has reached its limit of %zu bytes", arena->limit);
	if (whole > arena->last->room - arena->last->used) {
		arena->last->next = block_new(whole > BLOCK_SIZE ? whole : BLOCK_SIZE);
		arena->last = arena->last->next;
	}
	bytes = arena->last->bytes + arena->last->used;
	arena->last->used += whole;
	arena->used += whole;
	PERMIT(bytes, size);
	return bytes;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		fault_as(FAULT_FULL, "an array of %zu times %zu bytes", count, size);
	return memset(take(arena, bytes), 0, bytes);
}

char *
arena_copy(struct arena *arena, const char *chars, size_t size)
{
	char *copy = take(arena, size + 1);

	if (size > 0)
		memcpy(copy, chars, size);
	copy[size] = '\0';
	return copy;
}

char *
arena_text(struct arena *arena, const char *text)
{
	return arena_copy(arena, text, strlen(text));
}

#define SHORT_TEXT 256 /* bytes that are tried first */

char *
arena_format(struct arena *arena, const char *format, va_list values)
{
	char short_text[SHORT_TEXT], *chars;
	va_list again;
	int size;

	va_copy(again, values);
	size = vsnprintf(short_text, sizeof(short_text), format, values);
	if (size < 0)
		fault("a text cannot be formatted");
	chars = arena_array(arena, (size_t)size + 1, 1);
	if (size < SHORT_TEXT)
		memcpy(chars, short_text, (size_t)size);
	else
		vsnprintf(chars, (size_t)size + 1, format, again);
	va_end(again);
	return chars;
}

void
arena_defer(struct arena *arena, void (*release)(void *), void *thing)
{
	struct deferred *deferred = arena_one(arena, struct deferred);

	*deferred = (struct deferred){ arena->deferred, release, thing };
	arena->deferred = deferred;
}

size_t
arena_used(const struct arena *arena)
{
	return arena->used;
}
