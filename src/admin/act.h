/* act.h - what the audit log calls acts, in words. */
#ifndef ACT_H
#define ACT_H

#include <stddef.h>

#include "base/word.h"

/* "booking_made": "Booked a room"; an act that has no words is its own name. */
const char *act_said(const char *act);

/* All that have words, in the order in which they are chosen from; NULL after the last. */
const struct word *act_at(size_t index);

#endif
