/* activity_letters.h - the letters of activities, for site/. */
#ifndef ACTIVITY_LETTERS_H
#define ACTIVITY_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind activity_letters[];

#endif
