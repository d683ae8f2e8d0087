/* network.c - the tree of the city, its centres, rooms, hours and calendar. */

#include <string.h>

#include "account/second_factor.h"
#include "base/quarter.h"
#include "base/text.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"

static struct id
place_id(struct work *work, const char *what, const char *name)
{
	return name ? demo_id(work, what, name) : (struct id){ 0 };
}

static void
plant(struct work *work, struct id id, struct id parent, const char *kind, const struct csv *csv,
      size_t row)
{
	const struct demo_node node = {
		.id = id,
		.parent_id = parent,
		.kind = kind,
		.name_zh = csv_text(csv, row, "name_zh"),
		.name_en = csv_text(csv, row, "name_en"),
	};

	if (!id_given(parent)) {
		sql_demo_node_name(work, &node);
		return;
	}
	sql_demo_node_insert(work, &node);
	sql_demo_path_insert(work, id, parent);
}

static void
load_areas(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "areas.csv");

	for (size_t i = 0; i < csv.count; i++) {
		struct demo_area area = {
			.code = csv_text(&csv, i, "code"),
			.level = csv_text(&csv, i, "level"),
			.latitude = csv_real(&csv, i, "latitude"),
			.longitude = csv_real(&csv, i, "longitude"),
		};

		area.id = demo_id(work, "area", area.code);
		plant(work, area.id, place_id(work, "area", csv_given(&csv, i, "parent")), "area",
		      &csv, i);
		sql_demo_area_insert(work, &area);
	}
}

static struct demo_centre
centre_of(struct work *work, const struct csv *csv, size_t row)
{
	return (struct demo_centre){
		.id = demo_id(work, "centre", csv_text(csv, row, "key")),
		.substitute_id = place_id(work, "centre", csv_given(csv, row, "substitute")),
		.key = csv_text(csv, row, "key"),
		.level = csv_text(csv, row, "level"),
		.status = csv_text(csv, row, "status"),
		.opened_on = csv_day(csv, row, "opened_on"),
		.latitude = csv_real(csv, row, "latitude"),
		.longitude = csv_real(csv, row, "longitude"),
		.area_m2 = csv_int(csv, row, "area_m2"),
		.storeys = csv_int(csv, row, "storeys"),
		.residents = csv_int(csv, row, "residents"),
		.people_a_month = csv_int(csv, row, "people_a_month"),
		.address_zh = csv_given(csv, row, "address_zh"),
		.address_en = csv_given(csv, row, "address_en"),
		.phone = csv_given(csv, row, "phone"),
	};
}

static void
load_centres(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "centres.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_centre centre = centre_of(work, &csv, i);

		plant(work, centre.id, demo_id(work, "area", csv_text(&csv, i, "area")), "centre",
		      &csv, i);
		sql_demo_centre_insert(work, &centre);
	}
}

static void
load_hours(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "hours.csv");

	for (size_t i = 0; i < csv.count; i++)
		sql_demo_opening_insert(work, demo_id(work, "centre", csv_text(&csv, i, "centre")),
					csv_text(&csv, i, "day_type"), csv_minute(&csv, i, "from"),
					csv_minute(&csv, i, "until"));
}

/* A year of which days are known is published. */
static void
load_calendar(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "holidays.csv");

	for (size_t i = 0; i < csv.count; i++) {
		int64_t day = csv_day(&csv, i, "date");

		sql_demo_calendar_day_insert(work, day, csv_text(&csv, i, "kind"),
					     csv_text(&csv, i, "name_zh"),
					     csv_text(&csv, i, "name_en"));
		sql_demo_calendar_year_insert(work, day_date(day).year);
	}
}

/* Fields, kinds and equipment: what each belongs to stands in a column of its own, if any. */
static void
load_named(struct work *work, const char *folder, const char *file, const char *of,
	   void (*insert)(struct work *, const struct demo_named *))
{
	struct csv csv = csv_read(work, folder, file);

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_named named = {
			.key = csv_text(&csv, i, "key"),
			.of = of ? csv_given(&csv, i, of) : NULL,
			.name_zh = csv_text(&csv, i, "name_zh"),
			.name_en = csv_text(&csv, i, "name_en"),
			.position = (int64_t)i + 1,
		};

		insert(work, &named);
	}
}

/* A setting is written only where it differs from what holds without. */
static void
load_setting(struct work *work, struct id node, const struct setting *setting, int64_t value)
{
	if (value != setting->otherwise)
		sql_demo_setting_insert(work, node, setting->key, value);
}

static void
load_equipment_of(struct work *work, struct id venue, const char *keys)
{
	while (*keys) {
		size_t size = strcspn(keys, " ");

		sql_demo_venue_equipment_insert(work, venue, arena_copy(work->arena, keys, size));
		keys += size + strspn(keys + size, " ");
	}
}

static struct demo_venue
venue_of(struct work *work, const struct csv *csv, size_t row)
{
	return (struct demo_venue){
		.id = demo_id(work, "venue", csv_text(csv, row, "key")),
		.centre_id = demo_id(work, "centre", csv_text(csv, row, "centre")),
		.whole_id = place_id(work, "venue", csv_given(csv, row, "part_of")),
		.key = csv_text(csv, row, "key"),
		.kind = csv_text(csv, row, "kind"),
		.floor = csv_int(csv, row, "floor"),
		.seats = csv_int(csv, row, "seats"),
		.area_m2 = csv_int(csv, row, "area_m2"),
		.step_free = csv_yes(csv, row, "step_free"),
		.needs_approval = csv_yes(csv, row, "approval"),
		.companions = csv_int(csv, row, "companions"),
		.note_zh = csv_given(csv, row, "note_zh"),
		.note_en = csv_given(csv, row, "note_en"),
		.position = (int64_t)row + 1,
	};
}

static void
load_venues(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "rooms.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_venue venue = venue_of(work, &csv, i);

		plant(work, venue.id, venue.centre_id, "venue", &csv, i);
		sql_demo_venue_insert(work, &venue);
		load_equipment_of(work, venue.id, csv_text(&csv, i, "equipment"));
		load_setting(work, venue.id, &venue_grid, csv_int(&csv, i, "grid_minutes"));
		load_setting(work, venue.id, &venue_shortest, csv_int(&csv, i, "shortest_minutes"));
		load_setting(work, venue.id, &venue_longest, csv_int(&csv, i, "longest_minutes"));
		load_setting(work, venue.id, &venue_gap, csv_int(&csv, i, "gap_minutes"));
	}
	sql_demo_parts_insert(work);
}

void
demo_network(struct work *work, const char *folder)
{
	load_areas(work, folder);
	load_centres(work, folder);
	load_hours(work, folder);
	load_calendar(work, folder);
	load_named(work, folder, "fields.csv", "function", sql_demo_field_insert);
	load_named(work, folder, "kinds.csv", "field", sql_demo_kind_insert);
	load_named(work, folder, "equipment.csv", NULL, sql_demo_equipment_insert);
	load_venues(work, folder);
	/* Those who try the demonstration have no device for a second factor. */
	load_setting(work, demo_id(work, "area", DEMO_ROOT), &second_factor, 0);
	sql_demo_caches_raise(work);
}
