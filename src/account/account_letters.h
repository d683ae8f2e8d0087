/* account_letters.h - what is written to people about their accounts. */
#ifndef ACCOUNT_LETTERS_H
#define ACCOUNT_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind account_letters[];

#endif
