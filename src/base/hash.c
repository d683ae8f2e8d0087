/* hash.c - BLAKE2b, tokens and codes. */

#include "base/hash.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/base32.h"
#include "base/key.h"
#include "base/text.h"

struct hasher {
	crypto_generichash_state state;
};

static unsigned char keys[KEY_COUNT][KEY_SIZE];
static bool loaded[KEY_COUNT];

bool
key_load(enum key key, const char *file)
{
	char hex[2 * KEY_SIZE + 2] = "";
	size_t size;
	FILE *in = fopen(file, "re");

	if (!in)
		return false;
	size = fread(hex, 1, sizeof(hex) - 1, in);
	fclose(in);
	if (size > 0 && hex[size - 1] == '\n')
		size--;
	loaded[key] = size == (size_t)2 * KEY_SIZE &&
		      sodium_hex2bin(keys[key], KEY_SIZE, hex, size, NULL, &size, NULL) == 0 &&
		      size == KEY_SIZE;
	sodium_memzero(hex, sizeof(hex));
	return loaded[key];
}

const unsigned char *
key_bytes(enum key key)
{
	if (!loaded[key])
		fault("key %d was not loaded", (int)key);
	return keys[key];
}

/* libsodium wants its state at a rounder address than the arena gives. */
static struct hasher *
hasher_new(struct work *work)
{
	size_t alignment = _Alignof(struct hasher);
	char *room = arena_array(work->arena, 1, sizeof(struct hasher) + alignment);
	size_t beyond = (size_t)((uintptr_t)room % alignment);

	return (struct hasher *)(void *)(room + (alignment - beyond));
}

struct hasher *
hash_begin(struct work *work)
{
	struct hasher *hasher = hasher_new(work);

	crypto_generichash_init(&hasher->state, NULL, 0, HASH_SIZE);
	return hasher;
}

struct hasher *
hash_begin_keyed(struct work *work, enum key key)
{
	struct hasher *hasher = hasher_new(work);

	crypto_generichash_init(&hasher->state, key_bytes(key), KEY_SIZE, HASH_SIZE);
	return hasher;
}

static void
add_number(struct hasher *hasher, uint64_t number)
{
	unsigned char bytes[8];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(number >> (8 * i));
	crypto_generichash_update(&hasher->state, bytes, sizeof(bytes));
}

void
hash_add(struct hasher *hasher, const void *data, size_t size)
{
	add_number(hasher, size);
	if (size > 0)
		crypto_generichash_update(&hasher->state, data, size);
}

void
hash_add_text(struct hasher *hasher, const char *text)
{
	if (text)
		hash_add(hasher, text, strlen(text));
	else
		add_number(hasher, UINT64_MAX); /* longer than any text */
}

void
hash_add_int(struct hasher *hasher, int64_t number)
{
	add_number(hasher, sizeof(number));
	add_number(hasher, (uint64_t)number);
}

struct bytes
hash_end(struct work *work, struct hasher *hasher)
{
	unsigned char *digest = arena_array(work->arena, 1, HASH_SIZE);

	crypto_generichash_final(&hasher->state, digest, HASH_SIZE);
	return (struct bytes){ digest, HASH_SIZE };
}

struct bytes
hash_of_text(struct work *work, const char *text)
{
	struct hasher *hasher = hash_begin(work);

	hash_add_text(hasher, text);
	return hash_end(work, hasher);
}

#define TOKEN_BITS 256

const char *
token_new(struct work *work)
{
	char token[(TOKEN_BITS + 4) / 5 + 1] = "";

	/* Drawn digit by digit: 52 times 5 bits. */
	for (size_t i = 0; i < sizeof(token) - 1; i++)
		token[i] = base32_digits[randombytes_uniform(32)];
	return arena_text(work->arena, token);
}

struct bytes
token_hash(struct work *work, const char *token)
{
	return hash_of_text(work, token);
}

const char *
code_new(struct work *work)
{
	return text(work, "%06u", (unsigned)randombytes_uniform(1000000));
}

const char *
hex_of(struct work *work, struct bytes bytes)
{
	size_t room = 2 * bytes.size + 1;

	return sodium_bin2hex(arena_array(work->arena, 1, room), room, bytes.data, bytes.size);
}
