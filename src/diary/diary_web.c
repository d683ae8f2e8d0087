/* diary_web.c - the agenda of a household, a week at a time. */

#include "diary/diary_web.h"

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "diary/diary_html.h"
#include "diary/diary_part.h"
#include "diary/diary_routes.h"
#include "household/household.h"
#include "http/form.h"
#include "http/html.h"
#include "http/page.h"
#include "http/request.h"
#include "http/respond.h"

#define DAYS 7

struct agenda_query {
	int64_t day;
	struct id person;
};

static const struct field agenda_fields[] = {
	FIELD_DAY(struct agenda_query, day, .as = "date"),
	FIELD_ID(struct agenda_query, person, .as = "for"),
	FIELD_END,
};

const char *
nearness(int64_t today, int64_t day)
{
	if (day == today)
		return _("Today");
	return day == today + 1 ? _("Tomorrow") : "";
}

int64_t
agenda_number(int64_t day)
{
	return day_date(day).day;
}

const char *
diary_way(struct work *work, const struct diary_item *item)
{
	return diary_path(work, item->kind, item->thing_id);
}

const char *
diary_status(const struct diary_item *item)
{
	return _(diary_status_of(item->status)->label);
}

const char *
diary_badge(const struct diary_item *item)
{
	return diary_status_of(item->status)->badge;
}

/* Puts a thing on the day on which it begins; one that began before, on the first day shown. */
static struct agenda_day *
day_for(struct agenda *agenda, const struct diary_item *item)
{
	int64_t place = day_of(quarter_time(item->start_quarter)) - agenda->days[0].day;

	return &agenda->days[place < 0 ? 0 : place];
}

/* Items come in the order of their start, so those of a day stand together. */
static void
deal_out(struct agenda *agenda, struct diary_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct agenda_day *day;

		if (id_given(agenda->person) && !id_same(agenda->person, items[i].person_id))
			continue;
		items[agenda->item_count] = items[i];
		day = day_for(agenda, &items[i]);
		if (day->count++ == 0)
			day->items = &items[agenda->item_count];
		agenda->item_count++;
	}
}

static void
set_days(struct request *req, struct agenda *agenda, int64_t first)
{
	struct diary_item *items;
	size_t count;

	agenda->today = day_of(req->work->now);
	agenda->day_count = DAYS;
	agenda->days = arena_array(req->work->arena, DAYS, sizeof(*agenda->days));
	for (size_t i = 0; i < DAYS; i++)
		agenda->days[i].day = first + (int64_t)i;
	items = diary_between(req->work, quarter_of(day_time(first, 0)),
			      quarter_of(day_time(first + DAYS, 0)), &count);
	deal_out(agenda, items, count);
	agenda->earlier = page_with(req, "date", iso_day(req->work, first - DAYS));
	agenda->later = page_with(req, "date", iso_day(req->work, first + DAYS));
}

static const struct refusal *
show_diary(struct request *req)
{
	struct agenda_query query = { .day = DAY_NONE };
	struct agenda agenda = { 0 };
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal && id_given(query.person))
		refusal = household_may_act(req->work, query.person);
	if (refusal)
		return refusal;
	agenda.person = query.person;
	agenda.people = household_choices(req->work, &agenda.people_count);
	set_days(req, &agenda, query.day == DAY_NONE ? day_of(req->work->now) : query.day);
	diary_page_html(respond_html(req, 200), req, &agenda);
	return NULL;
}

const struct route diary_web_routes[] = {
	{
		.method = GET,
		.path = "/diary",
		.handle = show_diary,
		.permission = SIGNED_IN,
		.query = agenda_fields,
	},
	ROUTES_END,
};
