/* venue_web.h - what the pages of venues show, for venue.html alone. */
#ifndef VENUE_WEB_H
#define VENUE_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cursor.h"
#include "centre/centre.h"
#include "http/form.h"
#include "venue/venue.h"

/* A condition that was set, and the page without it. */
struct condition {
	const char *label;
	const char *without; /* an address */
	int64_t found; /* rooms that there would be without it; where there are none with it */
};

/* A time of the day to choose. */
struct clock_option {
	const char *value, *label;
};

/* The form of conditions, wherever it stands. */
struct filters {
	const struct form *form;
	const struct condition *conditions;
	size_t condition_count;
	const struct venue_option *kinds, *equipments;
	size_t kind_count, equipment_count;
	const struct centre *centres;
	size_t centre_count;
	const struct clock_option *clock;
	size_t clock_count;
	const char *equipment; /* keys that were chosen, between commas */
	bool has_place;        /* from where ways can be measured */
};

struct venue_list {
	const struct filters *filters;
	const struct venue *venues;
	size_t count, total;
	bool timed; /* all of them are free then */
	const struct cursor *cursor;
};

struct centre_day {
	const struct filters *filters;
	const struct centre *centre;
	const struct open_day *open;
	const struct open_day *strip; /* the days to go to, beginning with today */
	size_t strip_count;
	const struct venue_day *days;
	size_t count;
	const struct venue_table *table; /* NULL: as chips */
	const struct venue_day *first_free;
	const struct stretch *first_stretch;
	time_t opens_at; /* when it opens for booking, if that is still to come; else 0 */
};

/* What a state of a slot is called, and its class. */
const char *slot_word(enum slot_state state);
const char *slot_class(enum slot_state state);

/* "9:00–11:30". */
const char *hours_between(struct work *work, int64_t start_quarter, int64_t end_quarter);

/* The number of the day in its month. */
int64_t day_of_month(int64_t day);

/* Whether a key is among those chosen. */
bool chosen(const struct filters *filters, const char *key);

/* Where a room is shown, on the day on which it is free; and on the day that this page shows. */
const char *venue_way(struct work *work, const struct venue *venue);
const char *venue_day_way(const struct request *req, struct id venue);

/* Where booking begins, with a stretch to choose within. */
const char *book_way(struct work *work, struct id venue, int64_t start_quarter,
		     int64_t end_quarter);

/* "Projector, Hearing loop · step-free". */
const char *venue_summary(struct work *work, const struct venue *venue);

#endif
