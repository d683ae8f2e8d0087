/* password_test.c - which passwords are taken, and that a hash tells right from wrong. */

#include <sodium.h>
#include <string.h>
#include <time.h>

#include "account/password.h"
#include "bare.h"
#include "base/refusal.h"

static const char *const nobody[] = { NULL };
static const char *const somebody[] = { "王秀兰", "Lan Wang", "lan.wang@quarter.example",
					"+8613800138000", NULL };

static const char *
judged(void **state, const char *password, const char *const *own)
{
	const struct refusal *refusal = password_judge(*state, password, own);

	return refusal ? refusal->code : "taken";
}

#define assert_judged(password, own, code)                                                         \
	assert_string_equal(judged(state, (password), (own)), code)

static void
ten_characters_are_needed(void **state)
{
	assert_judged("kx8vPq2Lm", nobody, "password_short");
	assert_judged("kx8vPq2LmZ", nobody, "taken");
	assert_judged("", nobody, "password_short");
}

static void
characters_are_counted_and_not_bytes(void **state)
{
	assert_judged("紫檀风筝", nobody, "password_short");
	assert_judged("紫檀风筝过桥去看白塔", nobody, "taken");
}

static void
bytes_have_an_end(void **state)
{
	char long_one[PASSWORD_MAX + 2];

	for (size_t i = 0; i < sizeof(long_one); i++)
		long_one[i] = (char)('a' + (i * 7 + i / 5) % 26);
	long_one[PASSWORD_MAX + 1] = '\0';
	assert_judged(long_one, nobody, "password_long");
	long_one[PASSWORD_MAX] = '\0';
	assert_judged(long_one, nobody, "taken");
}

static void
what_many_choose_is_refused(void **state)
{
	static const char *const common[] = { "password123",  "1234567890",    "qwertyuiop",
					      "iloveyou12",   "123456789a",    "qwerty12345",
					      "Password2026", "administrator", "aaaaaaaaaaaa",
					      "basketball",   "letmein123",    "1q2w3e4r5t" };

	for (size_t i = 0; i < COUNT(common); i++)
		assert_judged(common[i], nobody, "password_common");
}

static void
three_words_are_taken(void **state)
{
	assert_judged("heron teapot gravel", nobody, "taken");
	assert_judged("quarter-demo-2026", nobody, "taken");
}

static void
ones_own_is_refused(void **state)
{
	assert_judged("xx王秀兰yy8v#q", somebody, "password_own");
	assert_judged("8v#qPwang-x9Lk", somebody, "password_own");
	assert_judged("LAN.WANG88v#qP", somebody, "password_own");
	assert_judged("v#13800138000q", somebody, "password_own");
	assert_judged("heron teapot gravel", somebody, "taken");
}

static void
full_width_and_case_are_no_way_around(void **state)
{
	assert_judged("8v#qPＷＡＮＧ-x9Lk", somebody, "password_own");
}

static bool
matches(struct work *work, const char *hash, const char *password)
{
	bool matches;

	assert_null(password_compare(work, hash, password, &matches));
	return matches;
}

static void
a_hash_tells_right_from_wrong(void **state)
{
	const char *hash;

	assert_null(password_hash(*state, "heron teapot gravel", &hash));
	assert_non_null(strstr(hash, "$argon2id$"));
	assert_true(matches(*state, hash, "heron teapot gravel"));
	assert_false(matches(*state, hash, "heron teapot grave"));
	assert_false(password_is_weakly_hashed(hash));
}

static void
nobodys_hash_matches_nothing(void **state)
{
	assert_false(matches(*state, NULL, "heron teapot gravel"));
	assert_false(matches(*state, NULL, ""));
}

/* Processor time of a comparison; a busy machine does not stretch it. */
static double
work_of(struct work *work, const char *hash)
{
	clock_t begun = clock();

	for (int i = 0; i < 3; i++)
		assert_false(matches(work, hash, "heron teapot grave"));
	return (double)(clock() - begun);
}

static void
nobodys_hash_costs_as_much_as_anybodys(void **state)
{
	const char *hash;
	double anybody, nobody_at_all;

	assert_null(password_hash(*state, "heron teapot gravel", &hash));
	anybody = work_of(*state, hash);
	nobody_at_all = work_of(*state, NULL);
	assert_true(nobody_at_all > anybody * 0.7 && nobody_at_all < anybody * 1.5);
}

static void
a_hash_of_less_work_is_known(void **state)
{
	char hash[crypto_pwhash_STRBYTES];

	assert_int_equal(crypto_pwhash_str(hash, "heron", 5, crypto_pwhash_OPSLIMIT_MIN,
					   crypto_pwhash_MEMLIMIT_MIN),
			 0);
	assert_true(password_is_weakly_hashed(hash));
	assert_true(matches(*state, hash, "heron"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_bare_work(ten_characters_are_needed),
		in_bare_work(characters_are_counted_and_not_bytes),
		in_bare_work(bytes_have_an_end),
		in_bare_work(what_many_choose_is_refused),
		in_bare_work(three_words_are_taken),
		in_bare_work(ones_own_is_refused),
		in_bare_work(full_width_and_case_are_no_way_around),
		in_bare_work(a_hash_tells_right_from_wrong),
		in_bare_work(nobodys_hash_matches_nothing),
		in_bare_work(nobodys_hash_costs_as_much_as_anybodys),
		in_bare_work(a_hash_of_less_work_is_known),
	};

	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
