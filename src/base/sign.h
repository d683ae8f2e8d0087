/* sign.h - signatures that anyone can check (Ed25519); the key is the jobs process's alone. */
#ifndef SIGN_H
#define SIGN_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/work.h"

/* Of a text, with KEY_SIGN; faults if that was not loaded. */
struct bytes sign_text(struct work *work, const char *text);

/* The public half of the key. */
struct bytes sign_public_key(struct work *work);

/* Whether the signature of a text was made with the key of which this is the public half. */
bool sign_holds(const char *text, struct bytes signature, struct bytes public_key);

#endif
