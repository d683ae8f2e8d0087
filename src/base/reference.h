/* reference.h - what people read aloud: Q7K2-ABCD, seven characters and one that checks them.
 *
 * Drawn at random, and so many that two alike are rare, yet not impossible: whoever looks one
 * up is shown all that match.  The check is a sum over GF(32), each character weighted by a
 * power of a generator, so that one wrong character and two that changed places are noticed. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>

#include "base/work.h"

/* Eight characters, as the database keeps them. */
const char *reference_new(struct work *work);

/* "Q7K2-ABCD". */
const char *reference_shown(struct work *work, const char *reference);

/* Reads one as people type it: any case, with or without the dash, O for 0, I and L for 1.
 * NULL if it is none. */
const char *reference_parse(struct work *work, const char *typed);

#endif
