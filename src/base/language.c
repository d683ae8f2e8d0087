/* language.c - reads a catalogue that msgfmt made, and finds texts in it. */

#include "base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* The head of a .mo file, and the place of a text in it, as gettext's manual gives them. */
struct head {
	uint32_t magic, revision, count, originals, translations;
};
struct place {
	uint32_t size, offset;
};

#define MAGIC 0x950412deU
#define CONTEXT_MARK "\004" /* between a context and what it stands before */
#define KEY_ROOM 512

static struct {
	char *data;
	size_t size;
	struct head head;
} catalogue;

static bool english;

static struct place
place_at(uint32_t table, uint32_t index)
{
	struct place place;

	memcpy(&place, catalogue.data + table + index * sizeof(place), sizeof(place));
	return place;
}

/* Whether all texts of a table lie in the file, each ended by its zero. */
static bool
table_is_sound(uint32_t table)
{
	if (table > catalogue.size ||
	    catalogue.head.count > (catalogue.size - table) / sizeof(struct place))
		return false;
	for (uint32_t i = 0; i < catalogue.head.count; i++) {
		struct place place = place_at(table, i);

		if (place.offset >= catalogue.size || place.size >= catalogue.size - place.offset)
			return false;
		if (catalogue.data[place.offset + place.size] != '\0')
			return false;
	}
	return true;
}

static bool
catalogue_is_sound(void)
{
	if (catalogue.size < sizeof(catalogue.head))
		return false;
	memcpy(&catalogue.head, catalogue.data, sizeof(catalogue.head));
	return catalogue.head.magic == MAGIC && catalogue.head.revision >> 16 == 0 &&
	       table_is_sound(catalogue.head.originals) &&
	       table_is_sound(catalogue.head.translations);
}

static void
forget(void)
{
	free(catalogue.data);
	memset(&catalogue, 0, sizeof(catalogue));
}

static bool
read_all(FILE *in)
{
	struct stat about;

	if (fstat(fileno(in), &about) != 0 || about.st_size <= 0)
		return false;
	catalogue.size = (size_t)about.st_size;
	catalogue.data = malloc(catalogue.size);
	return catalogue.data && fread(catalogue.data, 1, catalogue.size, in) == catalogue.size;
}

bool
language_load(const char *folder)
{
	char path[4096];
	FILE *in;
	bool sound;

	forget();
	snprintf(path, sizeof(path), "%s/zh_CN.mo", folder);
	in = fopen(path, "re");
	if (!in)
		return false;
	sound = read_all(in) && catalogue_is_sound();
	fclose(in);
	if (!sound)
		forget();
	return sound;
}

void
language_use(const char *tag)
{
	english = tag && strcasecmp(tag, "en") == 0;
}

const char *
language_tag(void)
{
	return english ? "en" : "zh-CN";
}

int64_t
language_number(void)
{
	return english ? 2 : 1;
}

bool
language_known(const char *tag)
{
	return tag && (strcasecmp(tag, "en") == 0 || strcasecmp(tag, "zh-CN") == 0);
}

/* The catalogue's texts are sorted.  Of a text with a plural the key is its first form, and its
 * translation has one form alone, as Chinese has. */
static const char *
found(const char *key)
{
	uint32_t from = 0, until = catalogue.head.count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		struct place original = place_at(catalogue.head.originals, middle);
		int order = strcmp(key, catalogue.data + original.offset);

		if (order == 0)
			return catalogue.data +
			       place_at(catalogue.head.translations, middle).offset;
		if (order < 0)
			until = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

const char *
language_text(const char *msgid)
{
	const char *translation = english || !*msgid ? NULL : found(msgid);

	return translation ? translation : msgid;
}

const char *
language_plural(const char *one, const char *many, int64_t count)
{
	const char *translation = english ? NULL : found(one);

	if (translation)
		return translation;
	return count == 1 ? one : many;
}

const char *
language_context(const char *context, const char *msgid)
{
	char key[KEY_ROOM];
	const char *translation = NULL;
	int size = snprintf(key, sizeof(key), "%s" CONTEXT_MARK "%s", context, msgid);

	if (!english && size > 0 && (size_t)size < sizeof(key))
		translation = found(key);
	return translation ? translation : msgid;
}
