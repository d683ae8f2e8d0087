/* word.h - one of a few: a word in the database and in JSON, a label for people.
 *
 * A word is a named constant and is compared by its address, like a refusal. */
#ifndef WORD_H
#define WORD_H

#include <stddef.h>

struct word {
	const char *word;
	const char *label; /* msgid */
};

#define WORD(name, text, said) const struct word name = { (text), (said) }

/* The word of a list, which ends with NULL; NULL if it is none of them. */
const struct word *word_find(const struct word *const *words, const char *text);

#endif
