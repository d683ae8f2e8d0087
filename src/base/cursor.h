/* cursor.h - a list is read a page at a time, and both ways.
 *
 * A statement that fills a page goes on from a cursor, in the order of a column and then of the
 * id, and asks for one row more than is shown (`rows`): if that row is there, there is another
 * page.  A page is in the order, whichever way it was read.  cursor_close() takes the extra row
 * off and says where the pages before and after begin. */
#ifndef CURSOR_H
#define CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"

struct cursor {
	int64_t after;
	struct id after_id;
	bool backward;               /* to what comes before */
	int64_t rows;                /* to ask for: one more than a page */
	bool begun;                  /* not the first page */
	const char *next, *previous; /* for ?cursor=, or NULL; set by cursor_close() */
};

#endif
