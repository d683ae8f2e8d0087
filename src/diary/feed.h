/* feed.h - the diary of a household as a calendar that programs fetch.
 *
 * Its address is a secret of 256 bits: kept by its hash alone and shown once.  It tells titles,
 * times and places, and of other people no more than what they are to the account. */
#ifndef FEED_H
#define FEED_H

#include <time.h>

#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

/* Gives the account a new address, a path of ours; a former one ends. */
const char *feed_begin(struct work *work);

/* Ends it; ending what has ended is nothing. */
void feed_end(struct work *work);

/* Since when the account has one; 0: it has none. */
time_t feed_since(struct work *work);

/* The calendar at an address, in the language of its account: what is to come and what was in the
 * last 30 days, what was cancelled among it. */
MUST_USE const struct refusal *feed_calendar(struct work *work, const char *token,
					     const char **calendar);

/* Whose it is. */
struct feed {
	struct id account_id;
	const char *language;
	time_t made_at;
};
extern const struct column feed_columns[];

/* What stands in the diary of one person; several may share a thing. */
struct feed_item {
	struct id thing_id;
	const char *kind;
	const char *status;
	const char *title;
	const char *place_name;
	const char *centre_name;
	const struct word *relation; /* of the person to the account */
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t sequence;
	time_t changed_at;
};
extern const struct column feed_item_columns[];

#endif
