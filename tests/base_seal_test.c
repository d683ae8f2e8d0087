/* base_seal_test.c - keys, hashes, sealed values, and addresses in normal form. */

#include <string.h>

#include "bare.h"
#include "base/hash.h"
#include "base/seal.h"

static const struct id row = { 41 }, other_row = { 42 };

static int
begin_with_keys(void **state)
{
	static const char hex[] = "000102030405060708090a0b0c0d0e0f"
				  "101112131415161718191a1b1c1d1e1f\n";
	int begun = begin_bare_work(state);
	const char *path = a_file(*state, "some.key", hex);

	assert_true(key_load(KEY_FIELD, path));
	assert_true(key_load(KEY_INDEX, path));
	return begun;
}
#define with_keys(test) cmocka_unit_test_setup_teardown(test, begin_with_keys, end_bare_work)

static void
a_key_has_32_bytes(void **state)
{
	struct work *work = *state;

	assert_false(key_load(KEY_COOKIE, a_file(work, "short", "0001\n")));
	assert_false(key_load(KEY_COOKIE, a_file(work, "letters", "no hexadecimal at all")));
	assert_false(key_load(KEY_COOKIE, "/nowhere"));
}

static struct bytes
hash_of_pieces(struct work *work, const char *first, const char *second)
{
	struct hasher *hasher = hash_begin(work);

	hash_add_text(hasher, first);
	hash_add_text(hasher, second);
	return hash_end(work, hasher);
}

static void
pieces_hash_by_where_they_end(void **state)
{
	struct work *work = *state;

	assert_true(bytes_same(hash_of_pieces(work, "ab", "c"), hash_of_pieces(work, "ab", "c")));
	assert_false(bytes_same(hash_of_pieces(work, "ab", "c"), hash_of_pieces(work, "a", "bc")));
	assert_false(bytes_same(hash_of_pieces(work, "", "a"), hash_of_pieces(work, NULL, "a")));
	assert_int_equal(strlen(hex_of(work, hash_of_text(work, "a"))), 64);
}

static void
a_token_is_random_and_found_by_its_hash(void **state)
{
	struct work *work = *state;
	const char *token = token_new(work);

	assert_int_equal(strlen(token), 52);
	assert_string_not_equal(token, token_new(work));
	assert_true(bytes_same(token_hash(work, token), token_hash(work, token)));
	assert_int_equal(strspn(code_new(work), "0123456789"), 6);
}

static void
what_was_sealed_is_read_again(void **state)
{
	struct bytes sealed = seal(*state, "login.sealed", row, "+8613800138000");

	assert_string_equal(unseal(*state, "login.sealed", row, sealed), "+8613800138000");
	assert_string_equal(unseal(*state, "x", row, seal(*state, "x", row, "")), "");
}

static void
one_plain_text_is_sealed_differently_each_time(void **state)
{
	assert_false(bytes_same(seal(*state, "x", row, "same"), seal(*state, "x", row, "same")));
}

static void
a_sealed_value_cannot_be_moved(void **state)
{
	struct bytes sealed = seal(*state, "login.sealed", row, "secret");

	assert_null(unseal(*state, "login.sealed", other_row, sealed));
	assert_null(unseal(*state, "person.sealed", row, sealed));
}

static void
a_changed_byte_is_noticed(void **state)
{
	struct work *work = *state;
	struct bytes sealed = seal(work, "x", row, "secret");

	for (size_t i = 0; i < sealed.size; i++) {
		char *changed = arena_copy(work->arena, sealed.data, sealed.size);

		changed[i] ^= 1;
		assert_null(unseal(work, "x", row, (struct bytes){ changed, sealed.size }));
	}
	assert_null(unseal(work, "x", row, (struct bytes){ sealed.data, sealed.size - 1 }));
	assert_null(unseal(work, "x", row, (struct bytes){ sealed.data, 5 }));
	assert_null(unseal(work, "x", row, (struct bytes){ NULL, 0 }));
}

static void
an_address_is_found_however_it_is_written(void **state)
{
	static const char *const typed[][2] = {
		{ "13800138000", "+8613800138000" },
		{ " 138 0013-8000 ", "+8613800138000" },
		{ "１３８００１３８０００", "+8613800138000" },
		{ "+86 138 0013 8000", "+8613800138000" },
		{ "0086 13800138000", "+8613800138000" },
		{ "8613800138000", "+8613800138000" },
		{ "0371-5555 0101", "+8637155550101" },
		{ "+49 30 123456", "+4930123456" },
		{ " Wang@Example.ORG ", "wang@example.org" },
		{ "resident@quarter.example", "resident@quarter.example" },
	};
	const char *kind;

	for (size_t i = 0; i < COUNT(typed); i++) {
		const char *normal = address_normal(*state, typed[i][0], &kind);

		assert_non_null(normal);
		assert_string_equal(normal, typed[i][1]);
		assert_string_equal(kind, strchr(normal, '@') ? "email" : "phone");
		assert_string_equal(address_normal(*state, normal, &kind), normal);
	}
}

static void
what_is_no_address_has_no_normal_form(void **state)
{
	static const char *const wrong[] = {
		"",
		"wang",
		"12345",
		"1380013800",
		"138001380001",
		"+1",
		"a@b",
		"@b.example",
		"a@@b.example",
		"a b@c.example",
		"a@-b.example",
		"a@b..example",
		"a@b.example.",
		"..a@b.example",
		"王@b.example",
		"+12345678901234567",
		"a@b.example\n x",
	};
	const char *kind = "phone";

	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_null(address_normal(*state, wrong[i], &kind));
		assert_null(kind);
	}
}

static void
a_lookup_tells_kinds_apart(void **state)
{
	assert_true(
		bytes_same(seal_lookup(*state, "phone", "1"), seal_lookup(*state, "phone", "1")));
	assert_false(
		bytes_same(seal_lookup(*state, "phone", "1"), seal_lookup(*state, "email", "1")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_keys(a_key_has_32_bytes),
		with_keys(pieces_hash_by_where_they_end),
		with_keys(a_token_is_random_and_found_by_its_hash),
		with_keys(what_was_sealed_is_read_again),
		with_keys(one_plain_text_is_sealed_differently_each_time),
		with_keys(a_sealed_value_cannot_be_moved),
		with_keys(a_changed_byte_is_noticed),
		with_keys(an_address_is_found_however_it_is_written),
		with_keys(what_is_no_address_has_no_normal_form),
		with_keys(a_lookup_tells_kinds_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
