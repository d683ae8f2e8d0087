/* venue_api.c - venues over JSON. */

#include "venue/venue_routes.h"

#include "base/arena.h"
#include "base/quarter.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"
#include "venue/venue.h"

static const struct refusal *
get_venues(struct request *req)
{
	struct venue_query query = { .day = DAY_NONE };
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	struct cursor cursor;
	struct venue *venues;
	size_t count;

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = venue_search(req->work, &query, &venues, &count);
	if (refusal)
		return refusal;
	venues = venue_page(req->work, venues, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, venues, struct venue, rank, &count);
	return respond_list(req, &cursor, venue_columns, venues, count, sizeof(*venues));
}

static const struct refusal *
get_venue(struct request *req)
{
	struct venue venue;
	const struct refusal *refusal = venue_find(req->work, path_id(req, "venue"), &venue);

	return refusal ? refusal : respond_row(req, 200, venue_columns, &venue);
}

/* The days of which the availability is asked; today if none are said. */
struct range {
	int64_t day, from, to;
};

static const struct field range_fields[] = {
	FIELD_DAY(struct range, day, .as = "date"),
	FIELD_DAY(struct range, from),
	FIELD_DAY(struct range, to),
	FIELD_END,
};

static REFUSAL(impossible_days, REFUSED_MALFORMED, "to",
	       N_("Say one date, or from and to: 31 days at most, the first one first."));

static const struct refusal *
read_range(struct request *req, int64_t *first, size_t *days)
{
	struct range range = { DAY_NONE, DAY_NONE, DAY_NONE };
	const struct refusal *refusal = form_refusal(query_read(req, &range));

	if (refusal)
		return refusal;
	if (range.from == DAY_NONE && range.to == DAY_NONE) {
		*first = range.day == DAY_NONE ? day_of(req->work->now) : range.day;
		*days = 1;
		return NULL;
	}
	if (range.day != DAY_NONE || range.from == DAY_NONE || range.to == DAY_NONE ||
	    range.to < range.from || range.to - range.from >= AVAILABILITY_DAYS_MOST)
		return &impossible_days;
	*first = range.from;
	*days = (size_t)(range.to - range.from + 1);
	return NULL;
}

static json_t *
spans(struct request *req, const struct time_span *list, size_t count)
{
	return json_of_rows(req, time_span_columns, list, count, sizeof(*list));
}

static const struct refusal *
get_availability(struct request *req)
{
	struct venue venue;
	struct availability availability;
	int64_t first;
	size_t days;
	const struct refusal *refusal = venue_find(req->work, path_id(req, "venue"), &venue);

	if (!refusal)
		refusal = read_range(req, &first, &days);
	if (refusal)
		return refusal;
	availability = venue_availability(req->work, &venue, first, days);
	return respond_json(req, 200,
			    json_pack("{s:o, s:o, s:b}", "free",
				      spans(req, availability.free, availability.free_count),
				      "busy",
				      spans(req, availability.busy, availability.busy_count),
				      "holidays_unpublished", availability.unpublished));
}

const struct route venue_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/venues",
		.handle = get_venues,
		.flags = ROUTE_LIST,
		.query = venue_query_fields,
		.answer = venue_columns,
		.about = "Rooms that can be booked; with a time, only those that are free then.",
	},
	{
		.method = GET,
		.path = "/api/v1/venues/:venue",
		.handle = get_venue,
		.answer = venue_columns,
		.about = "One room.",
	},
	{
		.method = GET,
		.path = "/api/v1/venues/:venue/availability",
		.handle = get_availability,
		.query = range_fields,
		.answer = time_span_columns,
		.about = "When a room is free and when it is held, never by whom.",
	},
	ROUTES_END,
};
