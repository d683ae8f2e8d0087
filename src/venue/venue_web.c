/* venue_web.c - the pages of venues: what is free when, and the day of a room or a centre. */

#include "venue/venue_web.h"

#include <string.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/area.h"
#include "http/html.h"
#include "http/page.h"
#include "http/request.h"
#include "http/respond.h"
#include "venue/venue_find_html.h"
#include "venue/venue_find_web.h"
#include "venue/venue_html.h"
#include "venue/venue_routes.h"

/* One week, and today is its first day. */
#define STRIP_DAYS 7

const char *
slot_word(enum slot_state state)
{
	static const char *const words[] = {
		[SLOT_FREE] = N_("free"),   [SLOT_TAKEN] = N_("taken"), [SLOT_MINE] = N_("yours"),
		[SLOT_SHUT] = N_("closed"), [SLOT_PAST] = N_("past"),
	};

	return _(words[state]);
}

const char *
slot_class(enum slot_state state)
{
	static const char *const classes[] = {
		[SLOT_FREE] = "is-free", [SLOT_TAKEN] = "is-full", [SLOT_MINE] = "is-mine",
		[SLOT_SHUT] = "is-shut", [SLOT_PAST] = "is-past",
	};

	return classes[state];
}

const char *
hours_between(struct work *work, int64_t start_quarter, int64_t end_quarter)
{
	return text(work, "%s–%s", at_time(work, quarter_time(start_quarter)),
		    at_time(work, quarter_time(end_quarter)));
}

int64_t
day_of_month(int64_t day)
{
	return day_date(day).day;
}

const char *
venue_summary(struct work *work, const struct venue *venue)
{
	const char *people = text(work, _("up to %ld people"), venue->seats);
	const char *access = venue->step_free ? _("step-free") : _("with stairs");

	if (!venue->equipment)
		return text(work, "%s · %s", people, access);
	return text(work, "%s · %s · %s", people, venue->equipment, access);
}

const char *
venue_way(struct work *work, const struct venue *venue)
{
	const char *path = text(work, "/venues/%s", id_text(venue->id).chars);

	if (venue->free_start == 0)
		return path;
	return text(work, "%s?date=%s", path,
		    iso_day(work, day_of(quarter_time(venue->free_start))));
}

const char *
venue_day_way(const struct request *req, struct id venue)
{
	int64_t day;
	const char *date = query_text(req, "date");
	const char *path = text(req->work, "/venues/%s", id_text(venue).chars);

	return date && day_parse(date, &day) ? text(req->work, "%s?date=%s", path, date) : path;
}

const char *
book_way(struct work *work, struct id venue, int64_t start_quarter, int64_t end_quarter)
{
	return text(work, "/book?venue=%s&start=%s&end=%s", id_text(venue).chars,
		    quarter_stamp(work, start_quarter), quarter_stamp(work, end_quarter));
}

/* ---- the list ---- */

static const struct refusal *
show_list(struct request *req, struct find *find)
{
	struct venue_list list = { .timed = find->query.day != DAY_NONE };
	struct cursor cursor;
	struct venue *venues = NULL;
	const struct refusal *refusal = cursor_read(req, 0, &cursor);

	if (refusal)
		return refusal;
	if (form_valid(find->form) &&
	    form_accept(find->form, venue_search(req->work, &find->query, &venues, &list.total))) {
		list.count = list.total;
		venues = venue_page(req->work, venues, &cursor, &list.count);
		CURSOR_CLOSE(req, &cursor, venues, struct venue, rank, &list.count);
	}
	list.venues = venues;
	list.cursor = &cursor;
	list.filters = find_filters(req, find, list.total == 0);
	venue_list_html(respond_html(req, form_status(find->form)), req, &list);
	return NULL;
}

/* ---- a day ---- */

/* The week that begins today, or, for another time, the days around it. */
static void
set_strip(struct work *work, struct centre_day *page, int64_t day)
{
	int64_t today = day_of(work->now);
	int64_t first = day >= today && day < today + STRIP_DAYS ? today : day - STRIP_DAYS / 2;
	struct open_day *strip = calendar_days(work, page->centre->id, first, STRIP_DAYS);

	page->strip = strip;
	page->strip_count = STRIP_DAYS;
	page->open = &strip[day - first];
}

static void
set_days(struct work *work, struct centre_day *page, const struct venue *venues, size_t count)
{
	const struct venue none = { 0 };
	time_t opens = venue_opens_at(work, count > 0 ? venues->id : none.id, page->open->day);

	page->count = count;
	page->days = venue_days(work, venues, count, page->open);
	page->opens_at = opens > work->now ? opens : 0;
	if (page->opens_at == 0)
		page->first_free = venue_first_free(page->days, count, &page->first_stretch);
}

/* Only rooms of the centre that fit the other conditions, at whatever time. */
static const struct refusal *
rooms_of(struct request *req, const struct find *find, struct venue **venues, size_t *count)
{
	struct venue_query query = find->query;

	query.day = DAY_NONE;
	query.start_quarter = query.end_quarter = 0;
	query.near.given = false;
	return venue_search(req->work, &query, venues, count);
}

static const struct refusal *
show_day(struct request *req, struct find *find)
{
	struct centre centre;
	struct venue_table table;
	struct venue *venues;
	size_t count;
	struct centre_day page = { .centre = &centre };
	int64_t day = find->query.day == DAY_NONE ? day_of(req->work->now) : find->query.day;
	const struct refusal *refusal = centre_find(req->work, find->query.centre_id, &centre);

	if (!refusal)
		refusal = rooms_of(req, find, &venues, &count);
	if (refusal)
		return refusal;
	set_strip(req->work, &page, day);
	set_days(req->work, &page, venues, count);
	page.filters = find_filters(req, find, false);
	if (find->view == &view_table) {
		table = venue_table(req->work, page.days, count, page.open);
		page.table = &table;
	}
	centre_day_html(respond_html(req, form_status(find->form)), req, &page);
	return NULL;
}

static const struct refusal *
show_venues(struct request *req)
{
	struct find find;
	const struct refusal *refusal = find_read(req, &find);

	if (refusal)
		return refusal;
	if (id_given(find.query.centre_id) && !find.from && form_valid(find.form))
		return show_day(req, &find);
	return show_list(req, &find);
}

/* ---- a room ---- */

struct day_query {
	int64_t day;
};

static const struct field day_fields[] = {
	FIELD_DAY(struct day_query, day, .as = "date"),
	FIELD_END,
};

static const struct refusal *
show_venue(struct request *req)
{
	struct venue venue;
	struct centre centre;
	struct centre_day page = { .centre = &centre };
	struct day_query query = { DAY_NONE };
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = venue_find(req->work, path_id(req, "venue"), &venue);
	if (!refusal)
		refusal = centre_find(req->work, venue.centre_id, &centre);
	if (refusal)
		return refusal;
	set_strip(req->work, &page, query.day == DAY_NONE ? day_of(req->work->now) : query.day);
	set_days(req->work, &page, &venue, 1);
	venue_page_html(respond_html(req, 200), req, &venue, &page);
	return NULL;
}

const struct route venue_web_routes[] = {
	{ .method = GET, .path = "/venues", .handle = show_venues, .query = find_fields },
	{ .method = GET, .path = "/venues/:venue", .handle = show_venue, .query = day_fields },
	ROUTES_END,
};
