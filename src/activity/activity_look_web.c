/* activity_look_web.c - reads by what activities are looked for, as a page says it. */

#include "activity/activity_web.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/area.h"
#include "http/request.h"
#include "venue/venue.h"

#define DAYS_OF_A_WEEK 7

static WORD(when_week, "week", N_("This week"));
static WORD(when_next, "next", N_("Next week"));
static WORD(when_month, "month", N_("This month"));
const struct word *const look_times[] = { &when_week, &when_next, &when_month, NULL };

const struct field look_fields[] = {
	FIELD_ID(struct look, query.centre_id, .as = "centre"),
	FIELD_POINT(struct look, query.near, .as = "near"),
	FIELD_INT(struct look, query.within_minutes, .as = "within_minutes", .min = 1, .max = 600),
	FIELD_DAY(struct look, query.from, .as = "from", .label = N_("From day")),
	FIELD_DAY(struct look, query.to, .as = "to", .label = N_("Until day")),
	FIELD_WORD(struct look, query.mode, activity_modes, .as = "mode"),
	FIELD_TEXT(struct look, query.field, .as = "field", .max = 24, .key = true),
	FIELD_WORD(struct look, query.audience, listed_audiences, .as = "audience"),
	FIELD_TEXT(struct look, query.q, .as = "q", .max = 60, .label = N_("Words")),
	FIELD_WORD(struct look, when, look_times),
	FIELD_ID(struct look, area_id, .as = "area"),
	FIELD_FLAG(struct look, all),
	FIELD_END,
};

/* The Sunday of a day's week. */
static int64_t
sunday_of(int64_t day)
{
	return day + (DAYS_OF_A_WEEK - day_weekday(day)) % DAYS_OF_A_WEEK;
}

static int64_t
last_of_month(int64_t day)
{
	struct local date = day_date(day);

	if (date.month == 12)
		return day_of_date(date.year + 1, 1, 1) - 1;
	return day_of_date(date.year, date.month + 1, 1) - 1;
}

/* Days that were typed hold; else those of the week or month: of this one, what is not over. */
static void
read_time(const struct work *work, struct look *look)
{
	struct activity_query *query = &look->query;
	int64_t today = day_of(work->now);

	if (query->from != DAY_NONE || query->to != DAY_NONE || !look->when)
		return;
	if (look->when == &when_month) {
		query->to = last_of_month(today);
		return;
	}
	query->to = sunday_of(today);
	if (look->when == &when_next) {
		query->from = query->to + 1;
		query->to += DAYS_OF_A_WEEK;
	}
}

/* Near the point, else the area, else home; a centre that was named may be anywhere. */
static const struct refusal *
read_place(struct request *req, struct look *look)
{
	struct area area;
	const struct refusal *refusal;

	if (look->query.near.given || look->all || id_given(look->query.centre_id))
		return NULL;
	if (!id_given(look->area_id)) {
		look->query.near = venue_home(req->work);
		return NULL;
	}
	refusal = area_find(req->work, look->area_id, &area);
	if (!refusal)
		look->query.near = (struct point){ area.latitude, area.longitude, true };
	return refusal;
}

static const struct activity_query no_conditions = { .from = DAY_NONE, .to = DAY_NONE };

const struct refusal *
look_read(struct request *req, struct look *look)
{
	const struct refusal *refusal;

	*look = (struct look){ .query = no_conditions };
	look->form = query_read(req, look);
	/* What cannot be read narrows nothing: the form says what is wrong with it. */
	if (!form_valid(look->form))
		look->query = no_conditions;
	refusal = read_place(req, look);
	if (!refusal)
		read_time(req->work, look);
	return refusal;
}

const char *
look_heading(struct work *work, const struct look *look)
{
	const struct activity_query *query = &look->query;
	bool since = *form_input(look->form, "from")->value && query->from != DAY_NONE;

	if (since && query->to != DAY_NONE)
		return text(work, _("From %s to %s"), on_day_short(work, query->from),
			    on_day_short(work, query->to));
	if (since)
		return text(work, _("From %s"), on_day_short(work, query->from));
	if (look->when)
		return _(look->when->label);
	return _("Coming up");
}
