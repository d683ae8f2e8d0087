/* id.c - ids and their text. */

#include "base/id.h"

#include <sodium.h>
#include <string.h>

#include "base/base32.h"

#define DIGITS 13 /* the first holds three bits, the others five */

struct id
id_new(void)
{
	struct id id;

	do {
		randombytes_buf(&id.value, sizeof(id.value));
		id.value &= INT64_MAX;
	} while (id.value == 0);
	return id;
}

struct id_text
id_text(struct id id)
{
	struct id_text text = { "" };
	int64_t rest = id.value;

	for (int i = DIGITS - 1; i >= 0; i--) {
		text.chars[i] = base32_digits[rest & 31];
		rest >>= 5;
	}
	return text;
}

bool
id_parse(const char *text, struct id *id)
{
	int64_t value = 0;

	id->value = 0;
	if (strlen(text) != DIGITS || base32_value(text[0]) > 7)
		return false;
	for (int i = 0; i < DIGITS; i++) {
		int digit = base32_value(text[i]);

		if (digit < 0)
			return false;
		value = value << 5 | digit;
	}
	id->value = value;
	return value != 0;
}
