/* diary_letters.h - what people are told of what stands in their diary. */
#ifndef DIARY_LETTERS_H
#define DIARY_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind diary_letters[];

#endif
