/* base_work_test.c - memory with a limit, faults, and what a role allows where. */

#include <string.h>

#include "bare.h"
#include "base/buf.h"
#include "base/setting.h"
#include "base/tree.h"

static void
memory_is_cleared_and_aligned(void **state)
{
	struct work *work = *state;

	for (int round = 0; round < 3; round++) {
		for (size_t size = 1; size < 200; size++) {
			unsigned char *bytes = arena_array(work->arena, size, 1);

			assert_int_equal((uintptr_t)bytes % 16, 0);
			for (size_t i = 0; i < size; i++)
				assert_int_equal(bytes[i], 0);
			memset(bytes, 0xff, size);
		}
		arena_reset(work->arena);
		assert_int_equal(arena_used(work->arena), 0);
	}
}

static void
a_piece_may_be_larger_than_a_block(void **state)
{
	struct work *work = *state;
	char *large = arena_array(work->arena, 300000, 1);

	memset(large, 'x', 300000);
	assert_string_equal(arena_text(work->arena, "still here"), "still here");
	assert_int_equal(large[299999], 'x');
}

static void
take_for_ever(void *arena)
{
	for (;;)
		arena_array(arena, 1000, 1);
}

static void
take_an_impossible_array(void *arena)
{
	arena_array(arena, SIZE_MAX / 2, 3);
}

static void
an_arena_ends_the_work_at_its_limit(void **state)
{
	struct arena *small = arena_new(200000);

	(void)state;
	assert_int_equal(work_try(take_for_ever, small), FAULT_FULL);
	assert_true(arena_used(small) <= 200000);
	arena_reset(small);
	assert_int_equal(work_try(take_an_impossible_array, small), FAULT_FULL);
	assert_non_null(arena_one(small, struct id));
	arena_free(small);
}

static int order[4], released;

static void
release(void *number)
{
	order[released++] = *(int *)number;
}

static void
the_last_deferred_is_released_first(void **state)
{
	struct work *work = *state;
	int one = 1, two = 2;

	released = 0;
	arena_defer(work->arena, release, &one);
	arena_defer(work->arena, release, &two);
	arena_reset(work->arena);
	arena_reset(work->arena);
	assert_int_equal(released, 2);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 1);
}

static void
a_buffer_grows_and_stays_terminated(void **state)
{
	struct work *work = *state;
	struct buf buf;

	buf_init(&buf, work->arena, 100000);
	for (int i = 0; i < 10000; i++)
		buf_format(&buf, "%d,", i % 10);
	assert_int_equal(buf.size, 20000);
	assert_int_equal(strlen(buf.chars), 20000);
	buf_clear(&buf);
	buf_char(&buf, 'a');
	buf_text(&buf, "bc");
	assert_string_equal(buf.chars, "abc");
}

static void
write_for_ever(void *buf)
{
	for (;;)
		buf_text(buf, "no end in sight");
}

static void
a_buffer_ends_the_work_at_its_limit(void **state)
{
	struct work *work = *state;
	struct buf buf;

	buf_init(&buf, work->arena, 5000);
	assert_int_equal(work_try(write_for_ever, &buf), FAULT_FULL);
	assert_true(buf.size <= 5000);
}

static void
do_nothing(void *with)
{
	*(bool *)with = true;
}

static void
lose(const char *what)
{
	fault_as(FAULT_AWAY, "%s is gone", what);
}

static void
fail_in_the_depth(void *reached)
{
	*(bool *)reached = true;
	lose("the database");
	*(bool *)reached = false;
}

static void
try_within(void *with)
{
	work_try(do_nothing, with);
}

static void
a_fault_unwinds_to_whoever_tried(void **state)
{
	bool reached = false, done = false;

	(void)state;
	assert_int_equal(work_try(fail_in_the_depth, &reached), FAULT_AWAY);
	assert_string_equal(fault_message(), "the database is gone");
	assert_true(reached);
	assert_int_equal(work_try(do_nothing, &done), FAULT_NONE);
	assert_true(done);
}

static void
a_unit_within_a_unit_is_a_fault(void **state)
{
	bool done = false;

	(void)state;
	assert_int_equal(work_try(try_within, &done), FAULT_BUG);
	assert_false(done);
}

/* A city (1) with two districts (2, 3), and a centre (5) in the first. */
static const struct tree_node nodes[] = {
	{ { 1 }, { 0 } },
	{ { 2 }, { 1 } },
	{ { 3 }, { 1 } },
	{ { 5 }, { 2 } },
};

static void
a_node_is_within_what_is_above_it(void **state)
{
	(void)state;
	tree_use(nodes, COUNT(nodes));
	assert_true(tree_within((struct id){ 5 }, (struct id){ 1 }));
	assert_true(tree_within((struct id){ 5 }, (struct id){ 5 }));
	assert_false(tree_within((struct id){ 5 }, (struct id){ 3 }));
	assert_false(tree_within((struct id){ 2 }, (struct id){ 5 }));
	assert_false(tree_within((struct id){ 9 }, (struct id){ 1 }));
	assert_false(tree_within((struct id){ 5 }, (struct id){ 0 }));
	assert_false(id_given(tree_parent((struct id){ 1 })));
}

static void
a_circle_in_the_tree_ends(void **state)
{
	static const struct tree_node circle[] = { { { 1 }, { 2 } }, { { 2 }, { 1 } } };

	(void)state;
	tree_use(circle, COUNT(circle));
	assert_false(tree_within((struct id){ 1 }, (struct id){ 7 }));
}

static void
a_role_holds_below_its_node(void **state)
{
	struct work *work = *state;
	static const struct grant grants[] = { { { 2 }, 1U << MAY_RUN_VENUES } };

	tree_use(nodes, COUNT(nodes));
	work->actor = (struct id){ 77 };
	work->grants = grants;
	work->grant_count = 1;
	assert_true(work_may(work, MAY_RUN_VENUES, (struct id){ 5 }));
	assert_false(work_may(work, MAY_RUN_VENUES, (struct id){ 3 }));
	assert_false(work_may(work, MAY_RUN_VENUES, (struct id){ 1 }));
	assert_false(work_may(work, MAY_READ_AUDIT, (struct id){ 5 }));
	assert_true(work_may_somewhere(work, MAY_RUN_VENUES));
	assert_false(work_may_somewhere(work, MAY_READ_AUDIT));
}

static void
a_visitor_is_anyone_and_nobody(void **state)
{
	struct work *work = *state;

	assert_true(work_may_somewhere(work, ANYONE));
	assert_false(work_may_somewhere(work, SIGNED_IN));
	assert_false(work_may(work, SIGNED_IN, (struct id){ 1 }));
	work->actor = (struct id){ 77 };
	assert_true(work_may_somewhere(work, SIGNED_IN));
}

static void
the_nearest_setting_holds(void **state)
{
	static const struct setting days = { "book.days", 6, 0, 60 };
	static const struct setting unset = { "book.unset", 3, 0, 60 };
	static const struct setting_value values[] = {
		{ { 1 }, "book.days", 7 },
		{ { 2 }, "a", 1 },
		{ { 2 }, "book.days", 9 },
		{ { 3 }, "book.days", 900 },
	};

	tree_use(nodes, COUNT(nodes));
	setting_use(values, COUNT(values), (struct id){ 1 });
	assert_int_equal(setting_at(*state, (struct id){ 5 }, &days), 9);
	assert_int_equal(setting_at(*state, (struct id){ 3 }, &days), 60);
	assert_int_equal(setting_of_network(*state, &days), 7);
	assert_int_equal(setting_at(*state, (struct id){ 0 }, &days), 7);
	assert_int_equal(setting_at(*state, (struct id){ 5 }, &unset), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(memory_is_cleared_and_aligned),
		in_bare_work(a_piece_may_be_larger_than_a_block),
		in_bare_work(an_arena_ends_the_work_at_its_limit),
		in_bare_work(the_last_deferred_is_released_first),
		in_bare_work(a_buffer_grows_and_stays_terminated),
		in_bare_work(a_buffer_ends_the_work_at_its_limit),
		in_bare_work(a_fault_unwinds_to_whoever_tried),
		in_bare_work(a_unit_within_a_unit_is_a_fault),
		in_bare_work(a_node_is_within_what_is_above_it),
		in_bare_work(a_circle_in_the_tree_ends),
		in_bare_work(a_role_holds_below_its_node),
		in_bare_work(a_visitor_is_anyone_and_nobody),
		in_bare_work(the_nearest_setting_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
