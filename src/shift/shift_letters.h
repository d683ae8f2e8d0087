/* shift_letters.h - what people are told about shifts, for site/. */
#ifndef SHIFT_LETTERS_H
#define SHIFT_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind shift_letters[];

#endif
