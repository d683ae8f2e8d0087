/* reader.c - tells the frame of a page whom the reader can ring, and what they manage. */

#include "site/reader.h"

#include "site/reader_sql.h"

const struct column reader_columns[] = {
	COLUMN_TEXT(struct reader, phone),
	COLUMN_ID(struct reader, managed),
	COLUMN_END,
};

/* The node where the reader may run venues, the first if there are several. */
static struct id
node_managed(const struct work *work)
{
	for (size_t i = 0; i < work->grant_count; i++)
		if (work->grants[i].may & UINT64_C(1) << MAY_RUN_VENUES)
			return work->grants[i].node;
	return (struct id){ 0 };
}

void
reader_know(struct request *req, struct reader *reader)
{
	if (!sql_reader_find(req->work, req->work->person, node_managed(req->work), reader))
		*reader = (struct reader){ 0 };
}
