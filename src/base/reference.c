/* reference.c - references and the character that checks them. */

#include "base/reference.h"

#include <ctype.h>
#include <sodium.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/base32.h"
#include "base/text.h"

#define DIGITS 8

/* Times x, in the field of 32 elements modulo x^5 + x^2 + 1. */
static int
next_power(int element)
{
	element <<= 1;
	return element & 32 ? element ^ 37 : element;
}

/* The sum of the digits, each weighted by another power of x; 0 over a whole reference. */
static int
weighted_sum(const char *digits, size_t count)
{
	int sum = 0;

	for (size_t i = 0; i < count; i++)
		sum = next_power(sum) ^ base32_value(digits[i]);
	return sum;
}

static char
digit_of(uint32_t value)
{
	return (char)toupper((unsigned char)base32_digits[value]);
}

const char *
reference_new(struct work *work)
{
	char digits[DIGITS + 1] = "";

	for (size_t i = 0; i < DIGITS - 1; i++)
		digits[i] = digit_of(randombytes_uniform(32));
	digits[DIGITS - 1] = digit_of((uint32_t)next_power(weighted_sum(digits, DIGITS - 1)));
	return arena_text(work->arena, digits);
}

const char *
reference_shown(struct work *work, const char *reference)
{
	return text(work, "%.4s-%s", reference, reference + 4);
}

/* The digit that a person meant, in upper case; 0 if it is none. */
static char
meant(char typed)
{
	char c = (char)toupper((unsigned char)typed);

	if (c == 'O')
		return '0';
	if (c == 'I' || c == 'L')
		return '1';
	return base32_value(c) < 0 ? 0 : c;
}

const char *
reference_parse(struct work *work, const char *typed)
{
	char digits[DIGITS + 1] = "";
	size_t count = 0;

	for (; *typed; typed++) {
		if (*typed == '-' || *typed == ' ')
			continue;
		if (count == DIGITS || !meant(*typed))
			return NULL;
		digits[count++] = meant(*typed);
	}
	if (count != DIGITS || weighted_sum(digits, DIGITS) != 0)
		return NULL;
	return arena_text(work->arena, digits);
}
