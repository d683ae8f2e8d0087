/* centre_test.c - what is near, how far it is on foot, and where it is drawn. */

#include <string.h>

#include "base/language.h"
#include "base/tree.h"
#include "centre/area.h"
#include "centre/centre.h"
#include "centre/circle.h"
#include "centre/place.h"
#include "centre/sheet.h"
#include "fixture.h"
#include "setting/network.h"

/* Fulujie Community. */
static const struct point home = { 34.7520, 113.7476, true };
static const struct point in_713 = { 34.7200, 113.6562, true };

static struct centre *
search(struct work *work, struct centre_query query, size_t *count)
{
	return centre_search(work, &query, count);
}

static struct centre
centre_called(struct work *work, const char *name)
{
	size_t count;
	struct centre *centres = search(work, (struct centre_query){ .q = name }, &count);

	assert_int_equal(count, 1);
	return *centres;
}

static struct place
place_of(struct work *work, struct place_query query)
{
	struct place place;

	assert_allowed(place_find(work, &query, &place));
	return place;
}

static void
minutes_on_foot_are_rounded_up(void **state)
{
	assert_int_equal(walk_minutes(*state, 0, PACE_ADULT), 0);
	assert_int_equal(walk_minutes(*state, 1, PACE_ADULT), 1);
	assert_int_equal(walk_minutes(*state, 923, PACE_ADULT), 15);
	assert_int_equal(walk_minutes(*state, 924, PACE_ADULT), 16);
}

static void
elders_walk_slowly(void **state)
{
	assert_int_equal(walk_minutes(*state, 692, PACE_ELDER), 15);
	assert_int_equal(walk_minutes(*state, 693, PACE_ELDER), 16);
	assert_int_equal(walk_metres(*state, 15, PACE_ELDER), 692);
}

static void
the_pace_is_a_setting(void **state)
{
	struct work *work = *state;

	set(work, &walk_speed, area_at(work, "410100"), 65);
	assert_int_equal(walk_minutes(work, 100, PACE_ADULT), 2);
	assert_int_equal(walk_minutes(work, 101, PACE_ADULT), 3);
}

static void
a_degree_is_as_long_as_on_the_ground(void **state)
{
	struct point east = { 34.7520, 113.7576, true }, north = { 34.7620, 113.7476, true };

	(void)state;
	assert_in_range(distance_between(home, east), 910, 916);
	assert_in_range(distance_between(home, north), 1108, 1114);
	assert_int_equal(distance_between(home, home), 0);
}

static void
the_nearest_comes_first(void **state)
{
	size_t count;
	struct centre *centres =
		search(*state, (struct centre_query){ .near = home, .within_minutes = 60 }, &count);

	assert_true(count >= 4);
	assert_string_equal(centres[0].key, "sports-park");
	assert_in_range(centres[0].walk_minutes, 2, 5);
	for (size_t i = 1; i < count; i++)
		assert_true(centres[i - 1].distance_m <= centres[i].distance_m);
}

static void
the_order_is_the_same_each_time(void **state)
{
	const struct centre_query query = { .near = in_713, .within_minutes = 120 };
	size_t count, again;
	struct centre *first = search(*state, query, &count);
	struct centre *second = search(*state, query, &again);

	assert_int_equal(count, again);
	assert_true(count > 4);
	for (size_t i = 0; i < count; i++)
		assert_true(id_same(first[i].id, second[i].id));
}

static void
only_what_is_within_reach_is_found(void **state)
{
	size_t adult, elder;
	struct centre_query query = { .near = home };
	struct centre *centres = search(*state, query, &adult);

	for (size_t i = 0; i < adult; i++)
		assert_true(centres[i].walk_minutes <= 15);
	query.pace = &pace_elder;
	query.within_minutes = 4;
	(void)search(*state, query, &elder);
	assert_true(elder < adult);
}

static void
a_centre_is_found_by_either_name(void **state)
{
	struct centre chinese = centre_called(*state, "凤凰台");
	struct centre english = centre_called(*state, "fenghuangtai");

	assert_true(id_same(chinese.id, english.id));
	language_use("zh-CN");
	assert_string_equal(centre_called(*state, "凤凰台").short_name, "凤凰台街道");
	assert_string_equal(english.short_name, "Fenghuangtai");
}

static void
what_is_typed_is_no_pattern(void **state)
{
	size_t count;

	(void)search(*state, (struct centre_query){ .q = "%" }, &count);
	assert_int_equal(count, 0);
	(void)search(*state, (struct centre_query){ .q = "_" }, &count);
	assert_int_equal(count, 0);
}

static void
kinds_and_fields_narrow_the_search(void **state)
{
	size_t stations, sport, none;
	const struct word *station = word_find(centre_kinds, "station");
	struct centre *centres =
		search(*state, (struct centre_query){ .kind = station }, &stations);

	assert_true(stations >= 4);
	for (size_t i = 0; i < stations; i++)
		assert_ptr_equal(centres[i].kind, station);
	(void)search(*state, (struct centre_query){ .field = "sports_health" }, &sport);
	(void)search(*state, (struct centre_query){ .field = "nothing" }, &none);
	assert_true(sport > 0);
	assert_int_equal(none, 0);
}

static void
one_that_is_not_there_is_missing(void **state)
{
	struct centre centre;
	struct area area;

	assert_refused(centre_find(*state, (struct id){ 2 }, &centre), refused_missing);
	assert_refused(area_find(*state, (struct id){ 2 }, &area), refused_missing);
}

static void
a_list_is_read_page_by_page_both_ways(void **state)
{
	struct cursor cursor = { .rows = 4 };
	size_t all, count;
	struct centre *centres = search(*state, (struct centre_query){ .q = NULL }, &all);
	struct centre *part;

	count = all;
	assert_ptr_equal(centres_from(centres, &cursor, &count), centres);
	assert_int_equal(count, 4);
	cursor.after = 3;
	count = all;
	part = centres_from(centres, &cursor, &count);
	assert_int_equal(part->position, 4);
	cursor = (struct cursor){ .rows = 4, .after = 4, .backward = true };
	count = all;
	part = centres_from(centres, &cursor, &count);
	assert_int_equal(part->position, 1);
	assert_int_equal(count, 3);
	cursor = (struct cursor){ .rows = 4, .after = INT64_MAX };
	count = all;
	(void)centres_from(centres, &cursor, &count);
	assert_int_equal(count, 0);
}

static void
one_being_renovated_names_another(void **state)
{
	struct sheet sheet;

	assert_allowed(sheet_find(*state, centre_at(*state, "hongtu-street"), &sheet));
	assert_ptr_equal(sheet.centre.status, &centre_renovating);
	assert_ptr_equal(sheet.substitute.status, &centre_in_service);
}

static void
the_rooms_of_a_centre_stand_by_field(void **state)
{
	struct sheet sheet;
	size_t changes = 0, fields = 0;

	assert_allowed(sheet_find(*state, centre_at(*state, "sports-park"), &sheet));
	assert_int_equal(sheet.room_count, 25);
	assert_int_equal(sheet.centre.venue_count, 25);
	for (size_t i = 0; i < sheet.room_count; i++) {
		bool seen = false;

		for (size_t j = 0; j < i; j++)
			seen |= strcmp(sheet.rooms[j].field, sheet.rooms[i].field) == 0;
		fields += !seen;
		changes += i == 0 || strcmp(sheet.rooms[i - 1].field, sheet.rooms[i].field) != 0;
	}
	assert_int_equal(changes, fields);
	assert_in_range(fields, 3, 8);
}

/* ---- the sketch ---- */

static void
spots_stand_apart_and_on_the_sketch(void **state)
{
	struct circle circle = circle_around(*state, in_713, PACE_ADULT, 20);

	assert_true(circle.within_count >= 5);
	for (size_t i = 0; i < circle.within_count; i++) {
		const struct listed_centre *one = &circle.centres[i];

		assert_true(one->drawn);
		assert_in_range(one->x, 20, CIRCLE_SIDE - 20);
		for (size_t j = 0; j < i; j++) {
			int64_t dx = one->x - circle.centres[j].x;
			int64_t dy = one->y - circle.centres[j].y;

			assert_true(dx * dx + dy * dy >= 36 * 36);
		}
	}
}

static void
north_is_up_and_east_is_right(void **state)
{
	struct circle circle = circle_around(*state, home, PACE_ADULT, 20);

	for (size_t i = 0; i < circle.count; i++) {
		const struct listed_centre *listed = &circle.centres[i];

		if (strcmp(listed->centre.key, "sports-park") != 0)
			continue;
		assert_true(listed->within && listed->drawn);
		assert_true(listed->x < CIRCLE_SIDE / 2);
		assert_true(listed->y < CIRCLE_SIDE / 2);
		return;
	}
	fail_msg("Sports Park is not in the circle");
}

static void
the_rings_count_up_to_the_circle(void **state)
{
	struct circle circle = circle_around(*state, home, PACE_ELDER, 20);

	assert_int_equal(circle.rings[0].minutes, 5);
	assert_int_equal(circle.rings[2].minutes, 15);
	assert_true(circle.rings[1].radius > circle.rings[0].radius);
}

/* ---- places ---- */

static void
a_place_is_chosen_step_by_step(void **state)
{
	struct place place = place_of(*state, (struct place_query){ .all = true });
	struct area_step {
		const char *named, *level;
	} steps[] = { { "Zhengdong", "district" },
		      { "Shangdu Road", "street" },
		      { "Fulujie", "community" } };

	for (size_t step = 0; step < COUNT(steps); step++) {
		size_t i = 0;

		while (i < place.below_count && strncmp(place.below[i].name, steps[step].named,
							strlen(steps[step].named)) != 0)
			i++;
		assert_true(i < place.below_count);
		assert_string_equal(place.below[i].level, steps[step].level);
		place = place_of(*state, (struct place_query){ .area_id = place.below[i].id });
		assert_int_equal(place.above_count, step + 1);
		assert_true(place.point.given == (step > 0));
	}
	assert_int_equal(place.below_count, 0);
	assert_string_equal(place.name, "Fulujie Community, Shangdu Road Subdistrict");
}

static void
what_is_typed_may_be_one_place_several_or_none(void **state)
{
	struct place one = place_of(*state, (struct place_query){ .typed = "福禄街" });
	struct place several = place_of(*state, (struct place_query){ .typed = "kang" });
	struct place none = place_of(*state, (struct place_query){ .typed = "Atlantis" });

	assert_true(one.point.given);
	assert_string_equal(one.area.name, "Fulujie Community");
	assert_true(several.meant_count > 1);
	assert_false(several.point.given);
	assert_int_equal(none.meant_count, 0);
	assert_false(none.point.given);
}

static void
a_place_that_is_not_there_is_missing(void **state)
{
	struct place place;

	assert_refused(place_find(*state, &(struct place_query){ .area_id = { 2 } }, &place),
		       refused_missing);
}

static void
the_tree_is_held_as_a_whole(void **state)
{
	struct centre centre = centre_called(*state, "Sports Park");

	network_refresh(*state);
	assert_true(network_caches() > 0);
	assert_true(id_same(tree_parent(centre.id), centre.area_id));
	network_refresh(*state);
	assert_true(tree_within(centre.id, centre.area_id));
	assert_false(tree_within(centre.area_id, centre.id));
}

/* The names in these tests are English. */
static int
begin_in_english(void **state)
{
	int result = begin_work(state);

	language_use("en");
	return result;
}

#define in_english(test) cmocka_unit_test_setup_teardown(test, begin_in_english, undo_work)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_english(minutes_on_foot_are_rounded_up),
		in_english(elders_walk_slowly),
		in_english(the_pace_is_a_setting),
		in_english(a_degree_is_as_long_as_on_the_ground),
		in_english(the_nearest_comes_first),
		in_english(the_order_is_the_same_each_time),
		in_english(only_what_is_within_reach_is_found),
		in_english(a_centre_is_found_by_either_name),
		in_english(what_is_typed_is_no_pattern),
		in_english(kinds_and_fields_narrow_the_search),
		in_english(one_that_is_not_there_is_missing),
		in_english(a_list_is_read_page_by_page_both_ways),
		in_english(one_being_renovated_names_another),
		in_english(the_rooms_of_a_centre_stand_by_field),
		in_english(spots_stand_apart_and_on_the_sketch),
		in_english(north_is_up_and_east_is_right),
		in_english(the_rings_count_up_to_the_circle),
		in_english(a_place_is_chosen_step_by_step),
		in_english(what_is_typed_may_be_one_place_several_or_none),
		in_english(a_place_that_is_not_there_is_missing),
		in_english(the_tree_is_held_as_a_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
