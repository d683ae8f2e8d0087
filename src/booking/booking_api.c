/* booking_api.c - booking over JSON: the same fields, rules and refusals. */

#include "booking/booking_routes.h"

#include "base/quarter.h"
#include "booking/booking.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

/* Where a list begins: with the first day asked for, else with today. */
static int64_t
list_start(const struct work *work, const struct booking_query *query)
{
	int64_t day = query->from;

	if (day == DAY_NONE && query->to != DAY_NONE)
		return 0;
	return quarter_of(day_time(day == DAY_NONE ? day_of(work->now) : day, 0));
}

static const struct refusal *
get_bookings(struct request *req)
{
	struct booking_query query = { DAY_NONE, DAY_NONE, NULL, { 0 } };
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	struct cursor cursor;
	struct booking *bookings;
	size_t count;

	if (!refusal)
		refusal = cursor_read(req, list_start(req->work, &query), &cursor);
	if (!refusal)
		refusal = booking_list(req->work, &query, &cursor, &bookings, &count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, bookings, struct booking, start_quarter, &count);
	return respond_list(req, &cursor, booking_columns, bookings, count, sizeof(*bookings));
}

static const struct refusal *
find(struct request *req, struct booking *booking)
{
	return booking_find(req->work, path_id(req, "booking"), booking);
}

static const struct refusal *
get_booking(struct request *req)
{
	struct booking booking;
	const struct refusal *refusal = find(req, &booking);

	return refusal ? refusal : respond_row(req, 200, booking_columns, &booking);
}

static const struct refusal *
preview(struct request *req, const struct venue *venue, const struct booking_draft *draft)
{
	const struct finding *findings;
	const struct refusal *refusal = booking_preview(req->work, venue, draft, &findings);

	return refusal ? refusal : respond_findings(req, findings);
}

static const struct refusal *
find_venue(struct request *req, struct id id, struct venue *venue)
{
	const struct refusal *refusal = venue_find(req->work, id, venue);

	return refusal ? refuse_about(req->work, refusal, "venue") : NULL;
}

struct options {
	bool dry_run;
};

static const struct field option_fields[] = {
	FIELD_FLAG(struct options, dry_run),
	FIELD_END,
};

static const struct refusal *
post_booking(struct request *req)
{
	struct venue venue;
	struct booking booking;
	struct booking_draft draft = { 0 };
	struct options options = { 0 };
	const struct refusal *refusal = form_refusal(query_read(req, &options));

	if (!refusal)
		refusal = form_refusal(form_read(req, &draft));
	if (!refusal)
		refusal = find_venue(req, draft.venue_id, &venue);
	if (!refusal && options.dry_run)
		return preview(req, &venue, &draft);
	if (!refusal)
		refusal = booking_make(req->work, &venue, &draft, &booking);
	return refusal ? refusal : respond_row(req, 201, booking_columns, &booking);
}

static const struct refusal *
post_cancel(struct request *req)
{
	struct booking booking;
	struct reason_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &booking);
	if (!refusal)
		refusal = booking_cancel(req->work, &booking, draft.reason);
	return refusal ? refusal : respond_row(req, 200, booking_columns, &booking);
}

static const struct refusal *
post_undo(struct request *req)
{
	struct booking booking;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = find(req, &booking);
	if (!refusal)
		refusal = booking_undo(req->work, &booking);
	return refusal ? refusal : respond_row(req, 200, booking_columns, &booking);
}

const struct route booking_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/bookings",
		.handle = get_bookings,
		.permission = SIGNED_IN,
		.flags = ROUTE_LIST,
		.query = booking_query_fields,
		.answer = booking_columns,
		.about = "Bookings of the person and of those the person acts for, from today on "
			 "unless days are said; or, for who runs it, all of a centre.",
	},
	{
		.method = POST,
		.path = "/api/v1/bookings",
		.handle = post_booking,
		.permission = SIGNED_IN,
		.flags = ROUTE_ATTEMPT,
		.query = option_fields,
		.body = booking_fields,
		.answer = booking_columns,
		.about = "Books a room; as a dry run, says what each rule says and writes nothing.",
	},
	{
		.method = GET,
		.path = "/api/v1/bookings/:booking",
		.handle = get_booking,
		.permission = SIGNED_IN,
		.answer = booking_columns,
		.about = "One booking.",
	},
	{
		.method = POST,
		.path = "/api/v1/bookings/:booking/cancel",
		.handle = post_cancel,
		.permission = SIGNED_IN,
		.body = reason_fields,
		.answer = booking_columns,
		.about = "Cancels a booking that has not begun; a reason may be left out of one's "
			 "own.",
	},
	{
		.method = POST,
		.path = "/api/v1/bookings/:booking/undo",
		.handle = post_undo,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = booking_columns,
		.about = "Takes a booking back, within some minutes, as if it had never been made.",
	},
	ROUTES_END,
};
