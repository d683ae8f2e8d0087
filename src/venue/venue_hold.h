/* venue_hold.h - what is held of venues within some time, for the rules of venues alone. */
#ifndef VENUE_HOLD_H
#define VENUE_HOLD_H

#include <stddef.h>
#include <stdint.h>

#include "db/column.h"
#include "venue/venue.h"

/* What one booking, closure or the like holds of a venue, the gap included. */
struct hold {
	struct id venue_id;
	int64_t start_quarter, end_quarter;
	struct id booking_id; /* if it is the asker's own */
	int64_t own_end;      /* of a booking: without the gap */
};
extern const struct column hold_columns[];
extern const struct column venue_option_columns[];

/* Where a person lives. */
struct home {
	double latitude, longitude;
};
extern const struct column home_columns[];

/* Holds in the order of venue and time. */
struct holds {
	const struct hold *rows;
	size_t count;
};

/* The day of one venue, as those among the holds that are its own tell. */
struct venue_day venue_day_of(struct work *work, const struct venue *venue,
			      const struct open_day *open, struct holds holds);

int64_t day_first_quarter(int64_t day);

/* The longest gap: so far before and after a day must be looked. */
#define GAP_QUARTERS_MOST 96

#endif
