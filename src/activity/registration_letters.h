/* registration_letters.h - the letters to those who sign up and wait, for site/. */
#ifndef REGISTRATION_LETTERS_H
#define REGISTRATION_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind registration_letters[];

#endif
