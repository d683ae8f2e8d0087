/* base32.c - digits and their values. */

#include "base/base32.h"

#include <ctype.h>
#include <string.h>

const char base32_digits[33] = "0123456789abcdefghjkmnpqrstvwxyz";

int
base32_value(char c)
{
	const char *place = c ? strchr(base32_digits, tolower((unsigned char)c)) : NULL;

	return place ? (int)(place - base32_digits) : -1;
}
