/* seal.c - sealed values, and the normal forms of addresses.
 *
 * A sealed value is the id of the key, the nonce, and the ciphertext with its tag. */

#include "base/seal.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

#include "base/buf.h"
#include "base/key.h"
#include "base/text.h"

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEAD_SIZE (1 + NONCE_SIZE)
#define KEY_ID 1 /* raised when another key takes over */

/* What is authenticated with the value: where it belongs. */
static struct bytes
belonging(struct work *work, const char *place, struct id row)
{
	const char *said = text(work, "%d %s %s", KEY_ID, place, id_text(row).chars);

	return (struct bytes){ said, strlen(said) };
}

struct bytes
seal(struct work *work, const char *place, struct id row, const char *plain)
{
	struct bytes where = belonging(work, place, row);
	size_t size = strlen(plain);
	unsigned char *sealed = arena_array(work->arena, 1, HEAD_SIZE + size + TAG_SIZE);

	sealed[0] = KEY_ID;
	randombytes_buf(sealed + 1, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		sealed + HEAD_SIZE, NULL, (const unsigned char *)plain, size, where.data,
		where.size, NULL, sealed + 1, key_bytes(KEY_FIELD));
	return (struct bytes){ sealed, HEAD_SIZE + size + TAG_SIZE };
}

const char *
unseal(struct work *work, const char *place, struct id row, struct bytes sealed)
{
	struct bytes where = belonging(work, place, row);
	const unsigned char *data = sealed.data;
	unsigned char *plain;

	if (!data || sealed.size < HEAD_SIZE + TAG_SIZE || data[0] != KEY_ID)
		return NULL;
	plain = arena_array(work->arena, 1, sealed.size);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(
		    plain, NULL, NULL, data + HEAD_SIZE, sealed.size - HEAD_SIZE, where.data,
		    where.size, data + 1, key_bytes(KEY_FIELD)) != 0)
		return NULL;
	return (const char *)plain;
}

struct bytes
seal_lookup(struct work *work, const char *kind, const char *address)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);

	hash_add_text(hasher, kind);
	hash_add_text(hasher, address);
	return hash_end(work, hasher);
}

struct bytes
address_tail(struct work *work, const char *kind, const char *address)
{
	size_t size = strlen(address);

	if (strcmp(kind, "phone") != 0 || size < TAIL_DIGITS)
		return (struct bytes){ 0 };
	return seal_lookup(work, "tail", address + size - TAIL_DIGITS);
}

static bool
all_digits(const char *chars)
{
	return *chars && chars[strspn(chars, "0123456789")] == '\0';
}

/* A mobile number as it is written within the country: 13800138000. */
static bool
is_mobile(const char *digits)
{
	return strlen(digits) == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* A line of a city, with its code: 037155550101. */
static bool
is_line(const char *digits)
{
	size_t size = strlen(digits);

	return (size == 11 || size == 12) && digits[0] == '0' && digits[1] != '0';
}

static const char *
phone_normal(struct work *work, const char *typed)
{
	const char *digits = typed;

	if (*typed == '+')
		digits++;
	else if (strncmp(typed, "00", 2) == 0)
		digits += 2;
	if (!all_digits(digits) || strlen(digits) > 15)
		return NULL;
	if (digits == typed && is_mobile(digits))
		return text(work, "+86%s", digits);
	if (digits == typed && is_line(digits))
		return text(work, "+86%s", digits + 1);
	if (strncmp(digits, "86", 2) == 0 && (is_mobile(digits + 2) || digits != typed))
		return strlen(digits) >= 12 ? text(work, "+%s", digits) : NULL;
	return digits != typed && strlen(digits) >= 8 ? text(work, "+%s", digits) : NULL;
}

/* Labels of letters, digits and inner dashes; at least two. */
static bool
is_domain(const char *domain)
{
	size_t labels = 0;

	for (;;) {
		size_t size = strcspn(domain, ".");

		if (size == 0 || size > 63 || domain[0] == '-' || domain[size - 1] == '-')
			return false;
		labels++;
		if (domain[size] == '\0')
			return labels >= 2;
		domain += size + 1;
	}
}

static const char *
mail_normal(const char *typed)
{
	const char *at = strchr(typed, '@');
	size_t local = (size_t)(at - typed);

	if (local == 0 || local > 64 || strlen(typed) > 254)
		return NULL;
	if (typed[0] == '.' || at[-1] == '.' || strstr(typed, ".."))
		return NULL;
	if (strspn(typed, "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.") != local)
		return NULL;
	if (at[1 + strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789-.")] != '\0')
		return NULL;
	return is_domain(at + 1) ? typed : NULL;
}

/* Without what people put between digits. */
static const char *
without_signs(struct work *work, const char *typed)
{
	struct buf kept;

	buf_init(&kept, work->arena, strlen(typed));
	for (; *typed; typed++) {
		if (!strchr(" -()", *typed))
			buf_char(&kept, *typed);
	}
	return kept.chars;
}

const char *
address_normal(struct work *work, const char *typed, const char **kind)
{
	const char *folded = text_folded(work, typed);
	bool is_mail = strchr(folded, '@') != NULL;
	const char *normal =
		is_mail ? mail_normal(folded) : phone_normal(work, without_signs(work, folded));

	*kind = !normal ? NULL : is_mail ? "email" : "phone";
	return normal;
}
