/* booking_part.h - what the files of booking share, and nobody else needs. */
#ifndef BOOKING_PART_H
#define BOOKING_PART_H

#include "booking/booking.h"
#include "centre/centre.h"

/* Sets what follows from the settings of the venues. */
void booking_complete(const struct work *work, struct booking *bookings, size_t count);

/* A booking as it was when a letter told of it, for the letter to be put into words later. */
const char *booking_told(struct work *work, const struct booking *booking, const char *reason);

extern const struct column held_booking_columns[];

/* An address as it is kept. */
struct sealed_address {
	struct bytes sealed;
};
extern const struct column sealed_address_columns[];

#endif
