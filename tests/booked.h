/* booked.h - bookings, as the tests of booking ask for them: of Sports Park's room for ten people.
 */
#ifndef BOOKED_H
#define BOOKED_H

#include "booking/booking.h"

/* Four who play chess, in the city's time: "2027-03-01 09:00". */
struct booking_draft draft(const char *start, const char *end);

/* Books, and says what came of it: of the usual room, of one by its key, or of this one. */
const struct refusal *book(struct work *work, const char *start, const char *end);
const struct refusal *book_at(struct work *work, const char *key, const char *start,
			      const char *end);
const struct refusal *book_room(struct work *work, const struct venue *venue,
				struct booking_draft asked);

/* A booking that was made; the test fails if it could not be. */
struct booking a_booking(struct work *work, struct booking_draft asked);
struct booking on_monday(struct work *work);

const struct finding *preview(struct work *work, struct booking_draft asked);

/* How many rules failed. */
size_t failed(const struct finding *findings);

#endif
