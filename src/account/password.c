/* password.c - judges passwords and hashes them. */

#include "account/password.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <zxcvbn.h>

#include "base/text.h"

const struct setting password_length = { "account.password_length", 10, 8, 64 };

REFUSAL(password_short, REFUSED_BY_RULE, "password", N_("Choose a longer password."));
REFUSAL(password_long, REFUSED_BY_RULE, "password",
	N_("Choose a shorter password: 128 letters of the Latin alphabet at most."));
REFUSAL(password_common, REFUSED_BY_RULE, "password",
	N_("Many people use this password, or one like it, so it is guessed at once. Choose "
	   "another, such as three words that have nothing to do with each other."));
REFUSAL(password_own, REFUSED_BY_RULE, "password",
	N_("The password must not contain your name, your telephone number or your address."));
const struct refusal hashing_busy = {
	.kind = REFUSED_AWAY,
	.code = "busy",
	.message = N_("Too many people are signing in just now. Please try again in a moment."),
	.retry_after = 2,
};

#define WORK_OPERATIONS crypto_pwhash_OPSLIMIT_INTERACTIVE
#define WORK_MEMORY crypto_pwhash_MEMLIMIT_INTERACTIVE

/* An attacker who knows what people choose needs fewer than a million guesses, 2^20. */
#define COMMON_BITS 20.0

static bool
is_common(const char *password)
{
	return ZxcvbnMatch(password, NULL, NULL) < COMMON_BITS;
}

#define SHORTEST_PART 3 /* bytes: one Chinese character, or three letters */

/* Whether the password holds a text of the person's own, or a word of it. */
static bool
holds(struct work *work, const char *password, const char *own)
{
	const char *part = text_folded(work, own);
	size_t size;

	for (; *part; part += size + strspn(part + size, " @")) {
		size = strcspn(part, " @");
		if (size > SHORTEST_PART && strstr(password, arena_copy(work->arena, part, size)))
			return true;
	}
	return false;
}

/* A number as it is said within the country. */
static const char *
at_home(const char *address)
{
	return strncmp(address, "+86", 3) == 0 ? address + 3 : address;
}

static bool
is_own(struct work *work, const char *password, const char *const *own)
{
	const char *folded = text_folded(work, password);

	for (; *own; own++) {
		if (holds(work, folded, at_home(*own)))
			return true;
	}
	return false;
}

const struct refusal *
password_judge(struct work *work, const char *password, const char *const *own)
{
	int64_t least = setting_of_network(work, &password_length);

	if (text_length(password) < (size_t)least)
		return refuse_saying(
			work, &password_short,
			text(work, _("Choose a password of at least %ld characters."), least));
	if (strlen(password) > PASSWORD_MAX)
		return &password_long;
	if (is_own(work, password, own))
		return &password_own;
	return is_common(password) ? &password_common : NULL;
}

const struct refusal *
password_hash(struct work *work, const char *password, const char **hash)
{
	char *made = arena_array(work->arena, 1, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(made, password, strlen(password), WORK_OPERATIONS, WORK_MEMORY) != 0)
		return &hashing_busy;
	*hash = made;
	return NULL;
}

const struct refusal *
password_compare(struct work *work, const char *hash, const char *password, bool *matches)
{
	const char *unused;

	*matches = false;
	if (!hash)
		return password_hash(work, password, &unused);
	errno = 0;
	if (crypto_pwhash_str_verify(hash, password, strlen(password)) == 0)
		*matches = true;
	else if (errno != EINVAL) /* no memory tells nothing about the password */
		return &hashing_busy;
	return NULL;
}

bool
password_is_weakly_hashed(const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, WORK_OPERATIONS, WORK_MEMORY) != 0;
}
