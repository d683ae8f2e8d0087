/* booking_web.c - the pages of bookings that were made. */

#include "booking/booking_web.h"

#include <string.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "booking/booking_html.h"
#include "booking/booking_routes.h"
#include "household/household.h"
#include "http/qr.h"
#include "http/respond.h"

const char *
status_badge(const struct word *status)
{
	if (status == &booking_confirmed)
		return "is-ok";
	return status == &booking_requested ? "is-info" : "";
}

const char *
clock_between(struct work *work, int64_t start_quarter, int64_t end_quarter)
{
	return text(work, "%s–%s", at_time(work, quarter_time(start_quarter)),
		    at_time(work, quarter_time(end_quarter)));
}

bool
is_own(struct request *req, const struct booking *booking)
{
	return !household_may_act(req->work, booking->person_id);
}

struct markup
booking_code(struct request *req, const struct booking *booking)
{
	const char *shown = reference_shown(req->work, booking->reference);
	const char *path = text(req->work, "/s/%s", shown);

	return qr(req->work, whole_url(req->work, path),
		  text(req->work, _("Code of the booking %s"), shown));
}

const char *
again_way(struct work *work, const struct booking *booking)
{
	return text(work, "/venues/%s", id_text(booking->venue_id).chars);
}

/* ---- the list ---- */

static const char *
earlier_way(struct work *work, int64_t today)
{
	const struct id lowest = { 1 };

	return text(work, "/bookings?cursor=b%ld.%s", today, id_text(lowest).chars);
}

static const struct refusal *
show_list(struct request *req)
{
	int64_t today = quarter_of(day_time(day_of(req->work->now), 0));
	const struct booking_query all = { DAY_NONE, DAY_NONE, NULL, { 0 } };
	struct booking_page_list list = { .coming = !query_text(req, "cursor") };
	struct cursor cursor;
	struct booking *bookings;
	const struct refusal *refusal = cursor_read(req, today, &cursor);

	if (!refusal)
		refusal = booking_list(req->work, &all, &cursor, &bookings, &list.count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, bookings, struct booking, start_quarter, &list.count);
	list.bookings = bookings;
	list.cursor = &cursor;
	list.earlier = earlier_way(req->work, today);
	booking_list_html(respond_html(req, 200), req, &list);
	return NULL;
}

/* ---- one booking ---- */

static const struct refusal *
find(struct request *req, struct booking *booking)
{
	return booking_find(req->work, path_id(req, "booking"), booking);
}

static const struct refusal *
show_booking(struct request *req)
{
	struct booking booking;
	const struct refusal *refusal = find(req, &booking);

	if (refusal)
		return refusal;
	booking_page_html(respond_html(req, 200), req, &booking);
	return NULL;
}

static const struct refusal *
show_calendar(struct request *req)
{
	struct booking booking;
	const char *calendar;
	const struct refusal *refusal = find(req, &booking);

	if (refusal)
		return refusal;
	calendar = booking_calendar(req->work, &booking, "PUBLISH");
	return respond_file(
		req, "text/calendar; charset=utf-8",
		text(req->work, "%s.ics", reference_shown(req->work, booking.reference)), calendar,
		strlen(calendar));
}

/* ---- giving it back ---- */

static const struct refusal *
ask_to_cancel(struct request *req)
{
	const struct reason_draft nothing = { 0 };
	struct booking booking;
	const struct refusal *refusal = find(req, &booking);

	if (!refusal && !booking_can_cancel(req->work, &booking))
		return redirect(req, NULL, "/bookings/%s", id_text(booking.id).chars);
	if (refusal)
		return refusal;
	booking_cancel_html(respond_html(req, 200), req, form_show(req, reason_fields, &nothing),
			    &booking);
	return NULL;
}

static const struct refusal *
cancel(struct request *req)
{
	struct reason_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct booking booking;
	const struct refusal *refusal = find(req, &booking);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = booking_cancel(req->work, &booking, draft.reason);
		if (refusal && refusal->kind == REFUSED_CONFLICT)
			return refusal;
	}
	if (form_valid(form) && form_accept(form, refusal))
		return redirect(req,
				N_("The booking is cancelled, and the time is free for others."),
				"/bookings/%s", id_text(booking.id).chars);
	booking_cancel_html(respond_html(req, form_status(form)), req, form, &booking);
	return NULL;
}

static const struct refusal *
undo(struct request *req)
{
	struct booking booking;
	const struct refusal *refusal = find(req, &booking);

	if (!refusal)
		refusal = booking_undo(req->work, &booking);
	if (refusal)
		return refusal;
	return redirect(req, N_("Taken back, as if it had never been booked."), "/bookings/%s",
			id_text(booking.id).chars);
}

/* clang-format off */
const struct route booking_web_routes[] = {
	{ .method = GET, .path = "/book", .handle = book_time, .permission = SIGNED_IN, .query = booking_fields },
	{ .method = GET, .path = "/book/people", .handle = book_people, .permission = SIGNED_IN, .query = booking_fields },
	{ .method = POST, .path = "/book", .handle = book_check, .permission = SIGNED_IN, .body = booking_fields },
	{ .method = POST, .path = "/bookings", .handle = book_make, .permission = SIGNED_IN, .flags = ROUTE_ATTEMPT, .body = booking_fields },
	{ .method = GET, .path = "/bookings", .handle = show_list, .permission = SIGNED_IN },
	{ .method = GET, .path = "/bookings/:booking", .handle = show_booking, .permission = SIGNED_IN },
	{ .method = GET, .path = "/bookings/:booking/calendar", .handle = show_calendar, .permission = SIGNED_IN },
	{ .method = GET, .path = "/bookings/:booking/cancel", .handle = ask_to_cancel, .permission = SIGNED_IN },
	{ .method = POST, .path = "/bookings/:booking/cancel", .handle = cancel, .permission = SIGNED_IN, .body = reason_fields },
	{ .method = POST, .path = "/bookings/:booking/undo", .handle = undo, .permission = SIGNED_IN },
	{ .method = GET, .path = "/centres/:centre/day", .handle = show_centre_day, .permission = MAY_RUN_VENUES, .query = centre_day_fields },
	ROUTES_END,
};
/* clang-format on */
