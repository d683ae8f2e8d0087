/* venue_find_web.c - reads the conditions of the page that finds rooms, and names them. */

#include "venue/venue_find_web.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/area.h"
#include "http/page.h"

#define BOX "has-"
#define KEYS_MOST 1000

WORD(view_chips, "chips", N_("By room"));
WORD(view_table, "table", N_("Table"));
static const struct word *const views[] = { &view_chips, &view_table, NULL };

const struct field find_fields[] = {
	FIELD_ID(struct find, query.centre_id, .as = "centre"),
	FIELD_TEXT(struct find, query.kind, .as = "kind", .max = 24, .key = true),
	FIELD_INT(struct find, query.people, .as = "people", .min = 1, .max = 100000,
		  .label = N_("People")),
	FIELD_FLAG(struct find, query.step_free, .as = "step_free"),
	FIELD_DAY(struct find, query.day, .as = "date", .label = N_("Date")),
	FIELD_TEXT(struct find, from, .max = 5, .label = N_("From")),
	FIELD_TEXT(struct find, until, .max = 5, .label = N_("Until")),
	FIELD_POINT(struct find, query.near, .as = "near"),
	FIELD_ID(struct find, area_id, .as = "area"),
	FIELD_INT(struct find, query.within_minutes, .as = "within_minutes", .min = 1, .max = 600),
	FIELD_WORD(struct find, view, views),
	FIELD_END,
};

static REFUSAL(no_clock_time, REFUSED_BY_RULE, "from",
	       N_("Choose a time of the day such as 14:00, and an end after it."));

/* ---- reading ---- */

static bool
digits(const char *chars, int64_t *number)
{
	if (chars[0] < '0' || chars[0] > '9' || chars[1] < '0' || chars[1] > '9')
		return false;
	*number = (chars[0] - '0') * 10 + (chars[1] - '0');
	return true;
}

/* "14:00" on a quarter of an hour, up to 24:00. */
static bool
clock_parse(const char *chars, int64_t *minute)
{
	int64_t hours, minutes;

	if (strlen(chars) != 5 || chars[2] != ':' || !digits(chars, &hours) ||
	    !digits(chars + 3, &minutes) || minutes > 59)
		return false;
	*minute = hours * 60 + minutes;
	return *minute <= DAY_MINUTES && *minute % QUARTER_MINUTES == 0;
}

static const struct refusal *
read_times(struct work *work, struct find *find)
{
	struct venue_query *query = &find->query;
	int64_t from, until;

	if (!find->from)
		return NULL;
	if (!clock_parse(find->from, &from))
		return &no_clock_time;
	if (query->day == DAY_NONE)
		query->day = day_of(work->now);
	query->start_quarter = quarter_of(day_time(query->day, from));
	if (!find->until)
		return NULL;
	if (!clock_parse(find->until, &until) || until <= from)
		return &no_clock_time;
	query->end_quarter = quarter_of(day_time(query->day, until));
	return NULL;
}

/* Each box of equipment has a name of its own, has-projector; those ticked are listed. */
static void
read_equipment(struct request *req, struct find *find)
{
	struct buf keys;

	buf_init(&keys, req->work->arena, KEYS_MOST + 1);
	for (const struct pair *pair = req->query; pair && pair->name; pair++) {
		const char *key = pair->name + strlen(BOX);

		if (strncmp(pair->name, BOX, strlen(BOX)) == 0 && *key && !strchr(key, ',') &&
		    keys.size + strlen(key) + 1 < KEYS_MOST)
			buf_format(&keys, "%s%s", keys.size ? "," : "", key);
	}
	find->query.equipment = keys.size ? keys.chars : NULL;
}

/* Ways are measured from the point, else from the area, else from home. */
static const struct refusal *
read_place(struct request *req, struct find *find)
{
	struct area area;
	const struct refusal *refusal;

	if (find->query.near.given)
		return NULL;
	if (!id_given(find->area_id)) {
		find->query.near = venue_home(req->work);
		return NULL;
	}
	refusal = area_find(req->work, find->area_id, &area);
	if (!refusal)
		find->query.near = (struct point){ area.latitude, area.longitude, true };
	return refusal;
}

const struct refusal *
find_read(struct request *req, struct find *find)
{
	const struct refusal *refusal;

	*find = (struct find){ .query.day = DAY_NONE };
	find->form = query_read(req, find);
	read_equipment(req, find);
	refusal = read_place(req, find);
	if (!refusal && form_valid(find->form))
		form_accept(find->form, read_times(req->work, find));
	return refusal;
}

/* ---- naming and loosening ---- */

enum condition_of { OF_CENTRE, OF_KIND, OF_PEOPLE, OF_STEPS, OF_DATE, OF_TIME, OF_WAY };

/* The parameter that each stands in. */
static const char *const parameters[] = {
	[OF_CENTRE] = "centre",      [OF_KIND] = "kind", [OF_PEOPLE] = "people",
	[OF_STEPS] = "step_free",    [OF_DATE] = "date", [OF_TIME] = "from",
	[OF_WAY] = "within_minutes",
};

static const char *
option_label(const struct venue_option *options, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(options[i].key, key) == 0)
			return options[i].label;
	return key;
}

static const char *
centre_label(const struct filters *filters, struct id centre)
{
	for (size_t i = 0; i < filters->centre_count; i++)
		if (id_same(filters->centres[i].id, centre))
			return filters->centres[i].short_name;
	return _("another centre");
}

static const char *
time_label(struct work *work, const struct find *find)
{
	if (!find->until)
		return text(work, _("from %s"), find->from);
	return text(work, "%s–%s", find->from, find->until);
}

/* What a condition is called; NULL if it was not set. */
static const char *
label_of(struct work *work, const struct find *find, const struct filters *filters,
	 enum condition_of which)
{
	const struct venue_query *query = &find->query;

	switch (which) {
	case OF_CENTRE:
		return id_given(query->centre_id) ? centre_label(filters, query->centre_id) : NULL;
	case OF_KIND:
		return query->kind ? option_label(filters->kinds, filters->kind_count, query->kind)
				   : NULL;
	case OF_PEOPLE:
		return query->people > 0 ? text(work, _("for %ld or more"), query->people) : NULL;
	case OF_STEPS:
		return query->step_free ? _("step-free") : NULL;
	case OF_DATE:
		return query->day != DAY_NONE ? on_day_short(work, query->day) : NULL;
	case OF_TIME:
		return find->from ? time_label(work, find) : NULL;
	case OF_WAY:
		return query->near.given && query->within_minutes > 0
			       ? text(work, _("%ld minutes on foot"), query->within_minutes)
			       : NULL;
	}
	return NULL;
}

static struct venue_query
without(const struct find *find, enum condition_of which)
{
	struct venue_query query = find->query;

	switch (which) {
	case OF_CENTRE:
		query.centre_id = (struct id){ 0 };
		break;
	case OF_KIND:
		query.kind = NULL;
		break;
	case OF_PEOPLE:
		query.people = 0;
		break;
	case OF_STEPS:
		query.step_free = false;
		break;
	case OF_DATE:
		query.day = DAY_NONE;
		__attribute__((fallthrough));
	case OF_TIME:
		query.start_quarter = query.end_quarter = 0;
		break;
	case OF_WAY:
		query.within_minutes = 0;
		break;
	}
	return query;
}

static int64_t
found_with(struct work *work, const struct venue_query *query)
{
	struct venue *venues;
	size_t count;

	return venue_search(work, query, &venues, &count) ? 0 : (int64_t)count;
}

/* The keys of a list but one. */
static const char *
keys_without(struct work *work, const char *keys, const char *key)
{
	struct buf rest;

	buf_init(&rest, work->arena, KEYS_MOST + 1);
	for (const char *one = keys, *end; *one; one = *end ? end + 1 : end) {
		end = strchrnul(one, ',');
		if (strlen(key) == (size_t)(end - one) && strncmp(one, key, strlen(key)) == 0)
			continue;
		if (rest.size)
			buf_char(&rest, ',');
		buf_add(&rest, one, (size_t)(end - one));
	}
	return rest.size ? rest.chars : NULL;
}

static void
add_condition(struct filters *filters, struct condition *conditions, struct condition condition)
{
	conditions[filters->condition_count++] = condition;
}

static void
add_plain(struct request *req, const struct find *find, bool nothing, struct filters *filters,
	  struct condition *conditions)
{
	for (size_t i = 0; i < COUNT(parameters); i++) {
		const enum condition_of which = (enum condition_of)i;
		const struct venue_query query = without(find, which);
		const char *label = label_of(req->work, find, filters, which);

		if (label)
			add_condition(filters, conditions,
				      (struct condition){
					      .label = label,
					      .without = page_with(req, parameters[i], NULL),
					      .found = nothing ? found_with(req->work, &query) : 0,
				      });
	}
}

static void
add_equipment(struct request *req, const struct find *find, bool nothing, struct filters *filters,
	      struct condition *conditions)
{
	struct work *work = req->work;

	for (size_t i = 0; i < filters->equipment_count; i++) {
		const struct venue_option *one = &filters->equipments[i];
		struct venue_query query = find->query;

		if (!chosen(filters, one->key))
			continue;
		query.equipment = keys_without(work, query.equipment, one->key);
		add_condition(
			filters, conditions,
			(struct condition){
				.label = one->label,
				.without = page_with(req, text(work, BOX "%s", one->key), NULL),
				.found = nothing ? found_with(work, &query) : 0,
			});
	}
}

static void
set_conditions(struct request *req, const struct find *find, bool nothing, struct filters *filters)
{
	struct condition *conditions =
		arena_array(req->work->arena, COUNT(parameters) + filters->equipment_count,
			    sizeof(*conditions));

	add_plain(req, find, nothing, filters, conditions);
	add_equipment(req, find, nothing, filters, conditions);
	filters->conditions = conditions;
}

/* Every half hour from seven in the morning to ten at night. */
static void
set_clock(struct work *work, struct filters *filters)
{
	const int64_t first = 7 * 60, last = 22 * 60, step = 30;
	struct clock_option *clock =
		arena_array(work->arena, (size_t)((last - first) / step + 1), sizeof(*clock));

	for (int64_t minute = first; minute <= last; minute += step) {
		clock[filters->clock_count++] = (struct clock_option){
			.value = text(work, "%02ld:%02ld", minute / 60, minute % 60),
			.label = at_minute(work, minute),
		};
	}
	filters->clock = clock;
}

bool
chosen(const struct filters *filters, const char *key)
{
	size_t length = strlen(key);
	const char *found = filters->equipment;

	while ((found = strstr(found, key)) && (found[-1] != ',' || found[length] != ','))
		found++;
	return found != NULL;
}

const struct filters *
find_filters(struct request *req, const struct find *find, bool nothing)
{
	struct work *work = req->work;
	struct filters *filters = arena_one(work->arena, struct filters);
	const struct centre_query all = { 0 };

	filters->form = find->form;
	filters->kinds = venue_kinds(work, find->query.centre_id, &filters->kind_count);
	filters->equipments =
		venue_equipments(work, find->query.centre_id, &filters->equipment_count);
	filters->centres = centre_search(work, &all, &filters->centre_count);
	filters->equipment = text(work, ",%s,", find->query.equipment ? find->query.equipment : "");
	filters->has_place = find->query.near.given;
	set_clock(work, filters);
	set_conditions(req, find, nothing, filters);
	return filters;
}
