/* centre_api.c - centres and areas over JSON. */

#include "centre/centre_routes.h"

#include <jansson.h>

#include "base/cursor.h"
#include "base/text.h"
#include "centre/area.h"
#include "centre/calendar.h"
#include "centre/centre.h"
#include "centre/sheet.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

static const struct refusal *
get_centres(struct request *req)
{
	struct centre_query query = { .pace = NULL };
	struct cursor cursor;
	size_t count;
	struct centre *centres;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (refusal)
		return refusal;
	centres = centre_search(req->work, &query, &count);
	centres = centres_from(centres, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, centres, struct centre, position, &count);
	return respond_list(req, &cursor, query.near.given ? centre_near_columns : centre_columns,
			    centres, count, sizeof(*centres));
}

/* ---- one centre, with all of it ---- */

static json_t *
json_of_spans(struct work *work, const struct span *spans, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:s}", "from", at_minute(work, spans[i].from_minute),
					"until", at_minute(work, spans[i].until_minute)));
	return list;
}

static json_t *
json_of_exceptions(struct work *work, const struct sheet *sheet)
{
	json_t *list = json_array();

	for (size_t i = 0; i < sheet->exception_count; i++) {
		const struct open_day *day = &sheet->exceptions[i];

		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:o}", "date", iso_day(work, day->day),
						"reason", day->reason, "hours",
						json_of_spans(work, day->spans, day->span_count)));
	}
	return list;
}

/* By type of day, with the dates ahead on which other hours hold. */
static json_t *
json_of_hours(struct work *work, const struct sheet *sheet)
{
	json_t *hours = json_object();

	for (size_t i = 0; day_types[i]; i++)
		json_object_set_new(hours, day_types[i]->word,
				    json_of_spans(work, sheet->openings[i].spans,
						  sheet->openings[i].span_count));
	json_object_set_new(hours, "exceptions", json_of_exceptions(work, sheet));
	return hours;
}

/* Services and standards come with the parts of Quarter that keep them. */
static const struct refusal *
get_centre(struct request *req)
{
	struct sheet sheet;
	json_t *json;
	const struct refusal *refusal = sheet_find(req->work, path_id(req, "centre"), &sheet);

	if (refusal)
		return refusal;
	json = json_of_row(req, centre_columns, &sheet.centre);
	json_object_set_new(json, "venues",
			    json_of_rows(req, centre_room_columns, sheet.rooms, sheet.room_count,
					 sizeof(*sheet.rooms)));
	json_object_set_new(json, "services", json_array());
	json_object_set_new(json, "opening_hours", json_of_hours(req->work, &sheet));
	json_object_set_new(json, "standards", json_array());
	return respond_json(req, 200, json);
}

/* ---- areas ---- */

struct area_query {
	struct id parent_id;
	const char *q;
};

static const struct field area_query_fields[] = {
	FIELD_ID(struct area_query, parent_id, .as = "parent"),
	FIELD_TEXT(struct area_query, q, .max = 60),
	FIELD_END,
};

static const struct refusal *
get_areas(struct request *req)
{
	struct area_query query = { .q = NULL };
	struct area *areas, parent;
	size_t count;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal && id_given(query.parent_id))
		refusal = area_find(req->work, query.parent_id, &parent);
	if (refusal)
		return refusal;
	areas = query.q ? area_named(req->work, query.q, &count)
			: area_below(req->work, query.parent_id, &count);
	return respond_list(req, &(struct cursor){ .next = NULL }, area_columns, areas, count,
			    sizeof(*areas));
}

const struct route centre_api_routes[] = {
	{ GET, "/api/v1/centres", get_centres, ANYONE, ROUTE_PUBLIC | ROUTE_LIST,
	  .query = centre_query_fields, .answer = centre_near_columns,
	  .about = "The centres: nearest first around a place, else by name." },
	{ GET, "/api/v1/centres/:centre", get_centre, ANYONE, ROUTE_PUBLIC,
	  .answer = centre_columns,
	  .about = "A centre with its venues, opening hours, services and standards." },
	{ GET, "/api/v1/areas", get_areas, ANYONE, ROUTE_PUBLIC, .query = area_query_fields,
	  .answer = area_columns,
	  .about = "The areas right below another, else the districts; or those with a name." },
	ROUTES_END,
};
