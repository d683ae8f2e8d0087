/* place.c - from where somebody looks. */

#include "centre/place.h"

#include <string.h>

#include "base/language.h"
#include "base/text.h"

const struct field place_query_fields[] = {
	FIELD_POINT(struct place_query, near),
	FIELD_ID(struct place_query, area_id, .as = "area"),
	FIELD_TEXT(struct place_query, typed, .as = "place", .max = 60),
	FIELD_WORD(struct place_query, pace, paces),
	FIELD_FLAG(struct place_query, all),
	FIELD_TEXT(struct place_query, q, .max = 60),
	FIELD_END,
};

/* Ways begin at a community or a street; the middle of a district is nowhere. */
static void
stand_in(struct work *work, struct place *place, const struct area *area)
{
	place->area = *area;
	place->name = area->name;
	place->above = area_above(work, area->id, &place->above_count);
	if (strcmp(area->level, "street") == 0 || strcmp(area->level, "community") == 0)
		place->point = area_point(area);
	if (strcmp(area->level, "community") == 0)
		place->name = text(work, pgettext("a community and its street", "%s, %s"),
				   area->name, area->parent_name);
}

static const struct refusal *
find_area(struct work *work, struct id id, struct place *place)
{
	struct area area;
	const struct refusal *refusal = area_find(work, id, &area);

	if (!refusal)
		stand_in(work, place, &area);
	return refusal;
}

/* What was typed is the place where it can mean one only. */
static void
find_typed(struct work *work, const char *typed, struct place *place)
{
	place->meant = area_named(work, typed, &place->meant_count);
	if (place->meant_count == 1)
		stand_in(work, place, place->meant);
}

const struct refusal *
place_find(struct work *work, const struct place_query *query, struct place *place)
{
	const struct refusal *refusal = NULL;
	struct area home;

	*place = (struct place){ .point = query->near };
	if (query->typed)
		find_typed(work, query->typed, place);
	else if (id_given(query->area_id))
		refusal = find_area(work, query->area_id, place);
	else if (!query->near.given && !query->all && area_of_home(work, &home))
		stand_in(work, place, &home);
	place->below = area_below(work, place->area.id, &place->below_count);
	return refusal;
}

enum pace
place_pace(const struct place_query *query, bool large_type)
{
	return query->pace || !large_type ? pace_of(query->pace) : PACE_ELDER;
}

const char *
place_title(struct work *work, const struct place *place)
{
	if (place->name && place->point.given)
		return text(work, _("Centres near %s"), place->name);
	if (place->name)
		return text(work, _("Centres in %s"), place->name);
	return place->point.given ? _("Centres near you") : _("Centres");
}

bool
place_is_settled(const struct place *place)
{
	return place->point.given && (place->above_count == 0 || place->below_count == 0);
}

const char *
point_said(struct work *work, struct point point)
{
	if (!point.given)
		return NULL;
	return text(work, "%.5f,%.5f", point.latitude, point.longitude);
}
