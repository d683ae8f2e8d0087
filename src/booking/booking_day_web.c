/* booking_day_web.c - the day of a centre, for those who run it: who holds what. */

#include "booking/booking_web.h"

#include "base/quarter.h"
#include "base/text.h"
#include "booking/booking_html.h"
#include "http/page.h"
#include "http/respond.h"

struct day_query {
	int64_t day;
};

const struct field centre_day_fields[] = {
	FIELD_DAY(struct day_query, day, .as = "date"),
	FIELD_END,
};

static void
add_up(struct manager_day *page)
{
	for (size_t i = 0; i < page->count; i++) {
		if (page->bookings[i].status == &booking_requested)
			page->waiting++;
		else
			page->people += page->bookings[i].people;
	}
}

const struct refusal *
show_centre_day(struct request *req)
{
	struct work *work = req->work;
	struct day_query query = { DAY_NONE };
	struct centre centre;
	struct open_day open;
	struct held_booking *bookings;
	struct manager_day page = { .centre = &centre, .open = &open };
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	int64_t day = query.day == DAY_NONE ? day_of(work->now) : query.day;

	if (!refusal)
		refusal = centre_find(work, path_id(req, "centre"), &centre);
	if (!refusal)
		refusal = booking_day_of_centre(work, centre.id, day, &bookings, &page.count);
	if (refusal)
		return refusal;
	open = calendar_day(work, centre.id, day);
	page.bookings = bookings;
	page.before = page_with(req, "date", iso_day(work, day - 1));
	page.after = page_with(req, "date", iso_day(work, day + 1));
	add_up(&page);
	manager_day_html(respond_html(req, 200), req, &page);
	return NULL;
}
