/* sign.c - Ed25519 by libsodium; the key file holds the seed. */

#include "base/sign.h"

#include <sodium.h>
#include <string.h>

#include "base/arena.h"
#include "base/key.h"

_Static_assert(KEY_SIZE == crypto_sign_SEEDBYTES, "a key is a seed");

struct pair {
	unsigned char open[crypto_sign_PUBLICKEYBYTES];
	unsigned char secret[crypto_sign_SECRETKEYBYTES];
};

static struct pair
make_pair(void)
{
	struct pair pair;

	crypto_sign_seed_keypair(pair.open, pair.secret, key_bytes(KEY_SIGN));
	return pair;
}

struct bytes
sign_text(struct work *work, const char *text)
{
	struct pair pair = make_pair();
	unsigned char *signature = arena_array(work->arena, crypto_sign_BYTES, 1);

	crypto_sign_detached(signature, NULL, (const unsigned char *)text, strlen(text),
			     pair.secret);
	sodium_memzero(&pair, sizeof(pair));
	return (struct bytes){ signature, crypto_sign_BYTES };
}

struct bytes
sign_public_key(struct work *work)
{
	struct pair pair = make_pair();
	char *open = arena_copy(work->arena, (const char *)pair.open, sizeof(pair.open));

	sodium_memzero(&pair, sizeof(pair));
	return (struct bytes){ open, sizeof(pair.open) };
}

bool
sign_holds(const char *text, struct bytes signature, struct bytes public_key)
{
	return signature.size == crypto_sign_BYTES &&
	       public_key.size == crypto_sign_PUBLICKEYBYTES &&
	       crypto_sign_verify_detached(signature.data, (const unsigned char *)text,
					   strlen(text), public_key.data) == 0;
}
