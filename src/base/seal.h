/* seal.h - addresses and numbers that the database must not read.
 *
 * XChaCha20-Poly1305; the place (table and column), the id of the row and the id of the key are
 * authenticated with it, so that a sealed value cannot be moved to another row.  It is found by a
 * keyed hash of its normal form, under another key. */
#ifndef SEAL_H
#define SEAL_H

#include "base/bytes.h"
#include "base/id.h"
#include "base/work.h"

/* Places: an address of a person is sealed as of the person, a login as of its account. */
#define SEAL_PERSON_ADDRESS "person_address.sealed"
#define SEAL_LOGIN "login.sealed"
#define SEAL_TOTP "totp.sealed"
#define SEAL_DELIVERY_ADDRESS "delivery.address"
#define SEAL_DELIVERY_SECRET "delivery.secret"

struct bytes seal(struct work *work, const char *place, struct id row, const char *plain);

/* NULL if it was tampered with or moved. */
const char *unseal(struct work *work, const char *place, struct id row, struct bytes sealed);

/* By what a phone number or an address of mail is found; address in normal form. */
struct bytes seal_lookup(struct work *work, const char *kind, const char *address);

/* By what a phone number is found of which only the last four digits are known; of anything else
 * nothing. */
struct bytes address_tail(struct work *work, const char *kind, const char *address);
#define TAIL_DIGITS 4

/* Normal forms: "+8613800138000" (blanks, dashes, full width and a missing +86 allowed) and
 * lower case mail.  The kind found is "phone" or "email"; NULL if it is neither. */
const char *address_normal(struct work *work, const char *typed, const char **kind);

#endif
