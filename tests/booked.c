/* booked.c - bookings, as the tests of booking ask for them. */

#include "booked.h"

#include "booking/booking.h"
#include "fixture.h"

struct booking_draft
draft(const char *start, const char *end)
{
	return (struct booking_draft){
		.start_quarter = at(start),
		.end_quarter = at(end),
		.people = 4,
		.purpose = "Chess",
	};
}

const struct refusal *
book_at(struct work *work, const char *key, const char *start, const char *end)
{
	struct booking_draft asked = draft(start, end);
	struct venue venue = venue_at(work, key);
	struct booking booking;

	asked.keep_both = true;
	return booking_make(work, &venue, &asked, &booking);
}

const struct refusal *
book_room(struct work *work, const struct venue *venue, struct booking_draft asked)
{
	struct booking booking;

	return booking_make(work, venue, &asked, &booking);
}

const struct refusal *
book(struct work *work, const char *start, const char *end)
{
	struct venue venue = a_venue(work);

	return book_room(work, &venue, draft(start, end));
}

struct booking
a_booking(struct work *work, struct booking_draft asked)
{
	struct venue venue = a_venue(work);
	struct booking booking;

	assert_allowed(booking_make(work, &venue, &asked, &booking));
	return booking;
}

struct booking
on_monday(struct work *work)
{
	return a_booking(work, draft("2027-03-01 09:00", "2027-03-01 10:00"));
}

const struct finding *
preview(struct work *work, struct booking_draft asked)
{
	struct venue venue = a_venue(work);
	const struct finding *findings;

	assert_allowed(booking_preview(work, &venue, &asked, &findings));
	return findings;
}

size_t
failed(const struct finding *findings)
{
	size_t count = 0;

	for (; findings->rule; findings++)
		count += !findings->passed;
	return count;
}
