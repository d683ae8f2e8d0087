/* sheet.h - all that somebody who means to go to a centre asks of it. */
#ifndef SHEET_H
#define SHEET_H

#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"
#include "centre/calendar.h"
#include "centre/centre.h"

struct coming;

struct sheet {
	struct centre centre;
	struct centre substitute; /* while it is being renovated; its id may name nothing */
	struct open_now now;
	struct open_day today;
	const struct opening *openings;    /* one for each of day_types */
	const struct open_day *exceptions; /* ahead */
	size_t exception_count;
	const struct centre_room *rooms;
	size_t room_count;
	const struct coming *coming; /* asked for by its page alone */
	size_t coming_count;
	int64_t unpublished_year; /* soon to come, its holidays not known; 0: none */
};

MUST_USE const struct refusal *sheet_find(struct work *work, struct id centre, struct sheet *sheet);

/* Something that is coming up at a centre, in the reader's words. */
struct coming {
	const char *path;
	const char *title, *when, *places;
};

/* Hands over the function that knows what is coming up: a centre itself knows no activities. */
void sheet_know_coming(struct coming *(*know)(struct work *work, struct id centre, size_t *count));

/* The next of it; none where nobody knows. */
const struct coming *sheet_coming(struct work *work, struct id centre, size_t *count);

/* "115,000". */
const char *amount(struct work *work, int64_t number);

#endif
