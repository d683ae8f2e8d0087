/* name_key.c - reads names aloud, with ICU, and makes keys of what is read. */

#include "person/name_key.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/buf.h"
#include "base/text.h"
#include "outbox/due.h"
#include "person/name_key_sql.h"
#include "person/person.h"

#define KEY_MOST 64                         /* characters */
#define READ_MOST (PERSON_NAME_MAX * 8 + 1) /* a syllable for each character */

const char name_keys_due[] = "name_keys";

const struct column person_named_columns[] = {
	COLUMN_TEXT(struct person_named, name),
	COLUMN_END,
};

/* ---- how it is read ---- */

/* Opened once for a process: it reads its rules from a file of some megabytes. */
static UTransliterator *
reader(void)
{
	static UTransliterator *opened;
	UErrorCode error = U_ZERO_ERROR;
	UChar rules[64];

	if (opened)
		return opened;
	u_uastrcpy(rules, "Han-Latin/Names; Any-Latin; Latin-ASCII; Lower");
	opened = utrans_openU(rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	if (U_FAILURE(error))
		fault("names cannot be read aloud: %s", u_errorName(error));
	return opened;
}

const char *
name_read(struct work *work, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar units[READ_MOST];
	char *read = arena_array(work->arena, READ_MOST, 4);
	int32_t length, limit;

	u_strFromUTF8(units, READ_MOST, &length, name, -1, &error);
	limit = length;
	utrans_transUChars(reader(), units, &length, READ_MOST, 0, &limit, &error);
	u_strToUTF8(read, READ_MOST * 4, NULL, units, length, &error);
	return U_FAILURE(error) ? name : read;
}

int64_t
name_order(const char *read)
{
	int64_t order = 0;
	int letters = 0;

	for (; *read && letters < 10; read++) {
		if (*read < 'a' || *read > 'z')
			continue;
		order = order * 32 + (*read - 'a' + 1);
		letters++;
	}
	for (; letters < 10; letters++)
		order *= 32;
	return order;
}

/* ---- keys ---- */

/* What stands between the parts of a name: blanks, dashes, and the points of names like
 * 马·阿依古丽. */
static size_t
between(const char *c)
{
	static const char *const marks[] = { " ", "-", "'", "·", "•", "・", "．", "." };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (strncmp(c, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	}
	return 0;
}

/* How many bytes the character has that begins here; 0 at the end. */
static size_t
size_of(const char *c)
{
	size_t size = *c ? 1 : 0;

	while (size > 0 && (c[size] & 0xc0) == 0x80)
		size++;
	return size;
}

const char *
name_key_typed(struct work *work, const char *typed)
{
	struct buf key;
	const char *c = text_folded(work, typed);

	buf_init(&key, work->arena, strlen(c));
	while (*c) {
		size_t mark = between(c);

		if (mark == 0)
			buf_char(&key, *c++);
		c += mark;
	}
	return key.chars;
}

static void
keep(struct work *work, struct id person, const char *part)
{
	const char *key = name_key_typed(work, part);
	size_t characters = 0, size = 0;

	for (; key[size] && characters < KEY_MOST; characters++)
		size += size_of(key + size);
	if (size > 0)
		sql_name_key_insert(work, arena_copy(work->arena, key, size), person);
}

/* The beginning of what follows the next mark, or NULL. */
static const char *
next_part(const char *c)
{
	while (*c && !between(c))
		c++;
	while (*c && between(c))
		c += between(c);
	return *c ? c : NULL;
}

/* The whole, and what is left of it from each later part on. */
static void
keep_parts(struct work *work, struct id person, const char *whole)
{
	for (const char *part = whole; part; part = next_part(part))
		keep(work, person, part);
}

static void
keep_initials(struct work *work, struct id person, const char *read)
{
	struct buf initials;

	buf_init(&initials, work->arena, strlen(read));
	for (const char *part = read; part; part = next_part(part))
		buf_char(&initials, *part);
	keep(work, person, initials.chars);
}

void
name_keys_make(struct work *work, struct id person)
{
	struct person_named named;
	const char *read;

	if (!sql_person_named(work, person, &named))
		return;
	read = name_read(work, named.name);
	sql_name_keys_remove(work, person);
	keep_parts(work, person, named.name);
	if (size_of(named.name) > 1) /* a surname of one character is left out by many */
		keep(work, person, named.name + size_of(named.name));
	keep_parts(work, person, read);
	keep_initials(work, person, read);
	sql_name_order_set(work, person, name_order(read));
}

void
name_keys_later(struct work *work, struct id person)
{
	due_at(work, name_keys_due, person, work->now + 1);
}
