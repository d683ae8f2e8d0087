/* diary_api.c - the diary of the household over JSON. */

#include "diary/diary_routes.h"

#include "base/quarter.h"
#include "diary/diary.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

#define DAYS_UNLESS_SAID 31
#define DAYS_MOST 366

/* Days, both of them included. */
struct diary_range {
	int64_t from, to;
};

static const struct field range_fields[] = {
	FIELD_DAY(struct diary_range, from),
	FIELD_DAY(struct diary_range, to),
	FIELD_END,
};

static REFUSAL(impossible_range, REFUSED_MALFORMED, "to",
	       N_("Say a first day and a last one that is not before it, 366 days at most."));

static const struct refusal *
read_range(struct request *req, struct diary_range *range)
{
	const struct refusal *refusal = form_refusal(query_read(req, range));

	if (refusal)
		return refusal;
	if (range->from == DAY_NONE)
		range->from = range->to == DAY_NONE ? day_of(req->work->now)
						    : range->to - DAYS_UNLESS_SAID + 1;
	if (range->to == DAY_NONE)
		range->to = range->from + DAYS_UNLESS_SAID - 1;
	if (range->to < range->from || range->to - range->from >= DAYS_MOST)
		return &impossible_range;
	return NULL;
}

static bool
is_after(const struct diary_item *item, const struct cursor *cursor)
{
	if (item->start_quarter != cursor->after)
		return item->start_quarter > cursor->after;
	return item->thing_id.value > cursor->after_id.value;
}

/* The page that a cursor asks for, of all there is in so many days. */
static struct diary_item *
page_of(struct diary_item *items, const struct cursor *cursor, size_t *count)
{
	size_t first = 0;

	while (first < *count && !is_after(&items[first], cursor))
		first++;
	*count -= first;
	if (*count > (size_t)cursor->rows)
		*count = (size_t)cursor->rows;
	return items + first;
}

static const struct refusal *
get_diary(struct request *req)
{
	struct diary_range range = { DAY_NONE, DAY_NONE };
	struct cursor cursor;
	struct diary_item *items;
	size_t count;
	const struct refusal *refusal = read_range(req, &range);

	if (!refusal)
		refusal = cursor_read(req, INT64_MIN, &cursor);
	if (refusal)
		return refusal;
	items = diary_between(req->work, quarter_of(day_time(range.from, 0)),
			      quarter_of(day_time(range.to + 1, 0)), &count);
	items = page_of(items, &cursor, &count);
	cursor_close(req, &cursor, items, sizeof(*items),
		     offsetof(struct diary_item, start_quarter),
		     offsetof(struct diary_item, thing_id), &count);
	return respond_list(req, &cursor, diary_item_columns, items, count, sizeof(*items));
}

const struct route diary_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/me/diary",
		.handle = get_diary,
		.permission = SIGNED_IN,
		.flags = ROUTE_LIST,
		.query = range_fields,
		.answer = diary_item_columns,
		.about = "Whatever takes the time of the person and of those the person acts for.",
	},
	ROUTES_END,
};
