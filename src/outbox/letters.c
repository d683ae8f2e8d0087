/* letters.c - the letters of all features, and each of them in words. */

#include <string.h>

#include "base/text.h"
#include "outbox/outbox.h"

const struct column letter_columns[] = {
	COLUMN_ID(struct letter, id),
	COLUMN_ID(struct letter, person_id),
	COLUMN_TEXT(struct letter, person_name),
	COLUMN_TEXT(struct letter, letter),
	COLUMN_ID(struct letter, subject_id),
	COLUMN_TEXT(struct letter, arguments),
	COLUMN_TIME(struct letter, made_at),
	COLUMN_TIME(struct letter, read_at),
	COLUMN_END,
};

static const struct letter_kind *const *kinds;

void
letters_use(const struct letter_kind *const *tables)
{
	kinds = tables;
}

const struct letter_kind *
letter_kind_of(const char *letter)
{
	for (size_t i = 0; kinds && kinds[i]; i++)
		for (const struct letter_kind *kind = kinds[i]; kind->letter; kind++)
			if (strcmp(kind->letter, letter) == 0)
				return kind;
	return NULL;
}

static void
release_json(void *value)
{
	json_decref(value);
}

static json_t *
read_arguments(struct work *work, const struct letter *letter)
{
	json_t *arguments = json_loads(letter->arguments, JSON_REJECT_DUPLICATES, NULL);

	arena_defer(work->arena, release_json, arguments);
	if (!json_is_object(arguments))
		fault("the arguments of the letter %s are no object", letter->letter);
	return arguments;
}

struct letter_words
letter_in_words(struct work *work, const struct letter *letter, const char *secret,
		const char *recipient_name)
{
	const struct letter_kind *kind = letter_kind_of(letter->letter);
	struct letter_words words = { .title = NULL };
	struct letter_read read = {
		.subject_id = letter->subject_id,
		.person_id = letter->person_id,
		.arguments = read_arguments(work, letter),
		.secret = secret,
		.recipient_name = recipient_name,
	};

	if (!kind)
		fault("no feature writes the letter %s", letter->letter);
	kind->write(work, &read, &words);
	return words;
}
