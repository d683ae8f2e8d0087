/* word.c - finds a word in its list. */

#include "base/word.h"

#include <string.h>

const struct word *
word_find(const struct word *const *words, const char *text)
{
	for (; *words; words++) {
		if (strcmp((*words)->word, text) == 0)
			return *words;
	}
	return NULL;
}
