/* hash.h - hashes, random tokens, and codes made of a key (libsodium's BLAKE2b). */
#ifndef HASH_H
#define HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/work.h"

#define HASH_SIZE 32

/* Keys, read once at start (config [keys]): of sealed fields, of lookups, of cookies, and, in the
 * jobs process alone, of signatures. */
enum key { KEY_FIELD, KEY_INDEX, KEY_COOKIE, KEY_SIGN, KEY_COUNT };
/* Reads a key of 32 bytes in hexadecimal from a file; false if it cannot be. */
bool key_load(enum key key, const char *file);

/* BLAKE2b of what is added, piece by piece; each piece is preceded by its length, so that no
 * two different sequences of pieces hash alike. */
struct hasher;
struct hasher *hash_begin(struct work *work);
struct hasher *hash_begin_keyed(struct work *work, enum key key);
void hash_add(struct hasher *hasher, const void *data, size_t size);
void hash_add_text(struct hasher *hasher, const char *text); /* NULL differs from "" */
void hash_add_int(struct hasher *hasher, int64_t number);
struct bytes hash_end(struct work *work, struct hasher *hasher);

struct bytes hash_of_text(struct work *work, const char *text);

/* 256 random bits as 52 characters; kept by its hash alone. */
const char *token_new(struct work *work);
struct bytes token_hash(struct work *work, const char *token);

/* Six digits, evenly drawn. */
const char *code_new(struct work *work);

const char *hex_of(struct work *work, struct bytes bytes);

#endif
