/* base32.h - Crockford's base32: digits that are not mistaken for one another when read aloud. */
#ifndef BASE32_H
#define BASE32_H

/* Thirty-two digits, in lower case. */
extern const char base32_digits[33];

/* The value of a digit in either case; -1 if it is none. */
int base32_value(char c);

#endif
