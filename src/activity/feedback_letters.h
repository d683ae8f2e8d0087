/* feedback_letters.h - the letter to those who came, for site/. */
#ifndef FEEDBACK_LETTERS_H
#define FEEDBACK_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind feedback_letters[];

#endif
