/* centre_web.c - the pages of centres: around a place, by name, and each of them. */

#include "centre/centre_routes.h"

#include "base/cursor.h"
#include "base/language.h"
#include "base/text.h"
#include "centre/centre.h"
#include "centre/centre_html.h"
#include "centre/circle.h"
#include "centre/place.h"
#include "centre/sheet.h"
#include "http/form.h"
#include "http/qr.h"
#include "http/request.h"
#include "http/respond.h"

#define NEAR_MOST 20

/* As links hand it on; NULL where it was not chosen. */
static const char *
pace_said(const struct word *pace)
{
	return pace ? pace->word : NULL;
}

static const struct refusal *
show_near(struct request *req, const struct form *form, const struct place_query *query,
	  const struct place *place)
{
	struct circle circle =
		circle_around(req->work, place->point, place_pace(query, *req->care), NEAR_MOST);

	centres_near_html(respond_html(req, 200), req, form, place, &circle,
			  pace_said(query->pace));
	return NULL;
}

static const struct refusal *
show_named(struct request *req, const struct form *form, const struct place_query *query,
	   const struct place *place)
{
	const struct centre_query search = { .q = query->q, .area_id = place->area.id };
	struct cursor cursor;
	size_t count;
	struct centre *centres;
	const struct refusal *refusal = cursor_read(req, 0, &cursor);

	if (refusal)
		return refusal;
	centres = centre_search(req->work, &search, &count);
	centres = centres_from(centres, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, centres, struct centre, position, &count);
	centres_named_html(respond_html(req, 200), req, form, place,
			   centres_listed(req->work, centres, count), count, &cursor);
	return NULL;
}

static const struct refusal *
show_centres(struct request *req)
{
	struct place_query query = { .pace = NULL };
	struct place place;
	struct form *form = query_read(req, &query);
	const struct refusal *refusal = form_refusal(form);

	if (!refusal)
		refusal = place_find(req->work, &query, &place);
	if (refusal)
		return refusal;
	if (place.point.given)
		return show_near(req, form, &query, &place);
	return show_named(req, form, &query, &place);
}

/* From where the way to a centre is measured: where the address says, or else from home. */
static struct point
way_from(struct work *work, const struct place_query *query)
{
	struct area home;

	if (query->near.given || !area_of_home(work, &home))
		return query->near;
	return area_point(&home);
}

static struct markup
code_of(struct work *work, const struct centre *centre)
{
	const char *path = text(work, "/centres/%s", id_text(centre->id).chars);

	return qr(work, whole_url(work, path), text(work, _("QR code of %s"), centre->short_name));
}

static const struct refusal *
show_centre(struct request *req)
{
	struct place_query query = { .pace = NULL };
	struct sheet sheet;
	struct point from;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = sheet_find(req->work, path_id(req, "centre"), &sheet);
	if (refusal)
		return refusal;
	sheet.coming = sheet_coming(req->work, sheet.centre.id, &sheet.coming_count);
	from = way_from(req->work, &query);
	if (from.given)
		centre_measure(req->work, &sheet.centre, from, place_pace(&query, *req->care));
	centre_page_html(respond_html(req, 200), req, &sheet, point_said(req->work, from),
			 code_of(req->work, &sheet.centre));
	return NULL;
}

const struct route centre_web_routes[] = {
	{ GET, "/centres", show_centres, ANYONE, ROUTE_PUBLIC, .query = place_query_fields },
	{ GET, "/centres/:centre", show_centre, ANYONE, ROUTE_PUBLIC, .query = place_query_fields },
	ROUTES_END,
};
