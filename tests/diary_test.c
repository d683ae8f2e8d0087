/* diary_test.c - one diary a person, read by the household and by who must not clash. */

#include <string.h>

#include "base/language.h"
#include "diary/diary.h"
#include "fixture.h"

static const struct id nothing = { 0 };

static struct diary_entry
entry(struct work *work, const char *name, const char *status)
{
	return (struct diary_entry){
		.person_id = person(work, name),
		.thing_id = { 4711 },
		.place_id = a_venue(work).id,
		.kind = "booking",
		.status = status,
		.start_quarter = at("2027-03-01 09:00"),
		.end_quarter = at("2027-03-01 10:00"),
	};
}

static void
enter(struct work *work, struct diary_entry made)
{
	diary_enter(work, &made);
}

static size_t
on_monday(struct work *work, struct diary_item **items)
{
	size_t count;

	*items = diary_between(work, at("2027-03-01 00:00"), at("2027-03-02 00:00"), &count);
	return count;
}

static const struct clash *
clashes_at(struct work *work, struct id place, const char *start, const char *end,
	   struct id besides)
{
	const struct diary_wish wish = {
		.person_id = person(work, "resident"),
		.place_id = place,
		.besides = besides,
		.start_quarter = at(start),
		.end_quarter = at(end),
	};

	return diary_clashes(work, &wish);
}

static size_t
clashing_at(struct work *work, struct id place, const char *start, const char *end)
{
	const struct clash *clashes = clashes_at(work, place, start, end, nothing);
	size_t count = 0;

	while (id_given(clashes[count].thing_id))
		count++;
	return count;
}

static size_t
clashing(struct work *work, const char *start, const char *end, struct id besides)
{
	return id_given(clashes_at(work, a_venue(work).id, start, end, besides)->thing_id);
}

static void
a_household_reads_one_diary(void **state)
{
	struct diary_item *items;

	enter(*state, entry(*state, "mother", "confirmed"));
	assert_int_equal(on_monday(*state, &items), 1);
	assert_true(id_same(items->person_id, person(*state, "mother")));
	sign_in(*state, "neighbour");
	assert_int_equal(on_monday(*state, &items), 0);
}

static void
a_change_raises_the_sequence(void **state)
{
	struct diary_entry made = entry(*state, "resident", "confirmed");
	struct diary_item *items;

	enter(*state, made);
	made.start_quarter++;
	enter(*state, made);
	assert_int_equal(on_monday(*state, &items), 1);
	assert_int_equal(items->sequence, 1);
	assert_int_equal(items->start_quarter, made.start_quarter);
}

static void
what_was_cancelled_takes_no_time(void **state)
{
	struct diary_item *items;

	enter(*state, entry(*state, "resident", "confirmed"));
	enter(*state, entry(*state, "resident", "cancelled"));
	assert_int_equal(on_monday(*state, &items), 0);
	assert_int_equal(clashing(*state, "2027-03-01 09:00", "2027-03-01 10:00", nothing), 0);
}

static void
two_things_clash_if_they_overlap(void **state)
{
	enter(*state, entry(*state, "resident", "confirmed"));
	assert_int_equal(clashing(*state, "2027-03-01 09:45", "2027-03-01 11:00", nothing), 1);
	assert_int_equal(clashing(*state, "2027-03-01 10:00", "2027-03-01 11:00", nothing), 0);
	assert_int_equal(clashing(*state, "2027-03-01 08:00", "2027-03-01 09:00", nothing), 0);
}

static void
nothing_clashes_with_itself(void **state)
{
	struct diary_entry made = entry(*state, "resident", "confirmed");

	enter(*state, made);
	assert_int_equal(clashing(*state, "2027-03-01 09:00", "2027-03-01 10:00", made.thing_id),
			 0);
}

static void
what_is_only_asked_for_takes_no_time_yet(void **state)
{
	struct diary_item *items;

	enter(*state, entry(*state, "resident", "requested"));
	assert_int_equal(on_monday(*state, &items), 1);
	assert_int_equal(clashing(*state, "2027-03-01 09:00", "2027-03-01 10:00", nothing), 0);
}

static void
a_title_is_in_the_language_of_who_reads(void **state)
{
	struct diary_entry made = entry(*state, "resident", "confirmed");
	struct diary_item *items;

	made.title = "{\"zh-CN\":\"八段锦\",\"en\":\"Eight brocades\"}";
	enter(*state, made);
	on_monday(*state, &items);
	assert_string_equal(items->title, "Eight brocades");
	language_use("zh-CN");
	on_monday(*state, &items);
	assert_string_equal(items->title, "八段锦");
	language_use("en");
	on_monday(*state, &items);
	assert_string_equal(items->title, "Eight brocades");
}

static void
without_a_title_the_place_says_it(void **state)
{
	struct venue venue = a_venue(*state);
	struct diary_item *items;

	enter(*state, entry(*state, "resident", "confirmed"));
	on_monday(*state, &items);
	assert_string_equal(items->title, venue.name);
	assert_true(id_same(items->centre_id, venue.centre_id));
}

/* Xiong'er River Road lies some 50 minutes on foot from Sports Park. */
static void
the_way_between_two_centres_takes_time_too(void **state)
{
	struct id here = a_venue(*state).id, there = centre_at(*state, "xionger-river-road");
	const struct clash *with;

	enter(*state, entry(*state, "resident", "confirmed"));
	assert_int_equal(clashing_at(*state, here, "2027-03-01 10:00", "2027-03-01 11:00"), 0);
	assert_int_equal(clashing_at(*state, there, "2027-03-01 10:00", "2027-03-01 11:00"), 1);
	assert_int_equal(clashing_at(*state, there, "2027-03-01 07:00", "2027-03-01 08:45"), 1);
	assert_int_equal(clashing_at(*state, there, "2027-03-01 11:00", "2027-03-01 12:00"), 0);
	assert_int_equal(clashing_at(*state, nothing, "2027-03-01 10:00", "2027-03-01 11:00"), 0);
	with = clashes_at(*state, there, "2027-03-01 10:00", "2027-03-01 11:00", nothing);
	assert_non_null(strstr(clash_said(*state, with), "minutes on foot"));
}

static void
a_way_too_long_to_walk_counts_as_long_as_one_walks(void **state)
{
	struct id far = centre_at(*state, "fengchan-road");

	enter(*state, entry(*state, "resident", "confirmed"));
	set(*state, &clash_walk_most, (struct id){ 1 }, 30);
	assert_int_equal(clashing_at(*state, far, "2027-03-01 10:15", "2027-03-01 11:00"), 1);
	assert_int_equal(clashing_at(*state, far, "2027-03-01 10:30", "2027-03-01 11:00"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_household_reads_one_diary),
		in_work(a_change_raises_the_sequence),
		in_work(what_was_cancelled_takes_no_time),
		in_work(two_things_clash_if_they_overlap),
		in_work(nothing_clashes_with_itself),
		in_work(what_is_only_asked_for_takes_no_time_yet),
		in_work(a_title_is_in_the_language_of_who_reads),
		in_work(without_a_title_the_place_says_it),
		in_work(the_way_between_two_centres_takes_time_too),
		in_work(a_way_too_long_to_walk_counts_as_long_as_one_walks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
