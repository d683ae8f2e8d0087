/* venue_find_web.h - the conditions of the page that finds rooms: read, named, and loosened. */
#ifndef VENUE_FIND_WEB_H
#define VENUE_FIND_WEB_H

#include <stdbool.h>

#include "base/field.h"
#include "base/word.h"
#include "http/form.h"
#include "http/request.h"
#include "venue/venue.h"
#include "venue/venue_web.h"

extern const struct word view_chips, view_table;

struct find {
	struct form *form;
	struct venue_query query;
	const char *from, *until; /* "14:00" of the day; NULL: at any time */
	struct id area_id;        /* from where ways are measured; else from home */
	const struct word *view;
};
extern const struct field find_fields[];

/* Reads the query; what is wrong in it is noted in the form. */
MUST_USE const struct refusal *find_read(struct request *req, struct find *find);

/* What the form shows.  Where nothing was found, each condition tells what there would be
 * without it. */
const struct filters *find_filters(struct request *req, const struct find *find, bool nothing);

#endif
