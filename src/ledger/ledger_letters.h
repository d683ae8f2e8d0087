/* ledger_letters.h - what is written to people about their hours. */
#ifndef LEDGER_LETTERS_H
#define LEDGER_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind ledger_letters[];

#endif
