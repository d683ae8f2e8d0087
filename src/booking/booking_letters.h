/* booking_letters.h - what is written to people about their bookings. */
#ifndef BOOKING_LETTERS_H
#define BOOKING_LETTERS_H

#include "outbox/outbox.h"

extern const struct letter_kind booking_letters[];

#endif
