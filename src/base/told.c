/* told.c - what happened, as JSON text. */

#include "base/told.h"

#include "base/arena.h"

const char *
json_told(struct work *work, json_t *json, size_t most)
{
	char *chars = arena_array(work->arena, most, 1);
	size_t size = json ? json_dumpb(json, chars, most - 1, JSON_COMPACT) : 0;

	json_decref(json);
	if (size == 0 || size >= most)
		fault("what happened could not be told as JSON");
	return chars;
}
