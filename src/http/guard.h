/* guard.h - what shows that a form is ours, and under what key it is done once.
 *
 * A form carries a nonce and a code over it, made of the token of the session (or, before there
 * is one, of a cookie that the form's page sets).  The nonce is the form's one-time token: the key
 * of the command is a hash of nonce and body, so that a double click is one command, and a form
 * sent again with something changed is another. */
#ifndef GUARD_H
#define GUARD_H

#include "http/request.h"

/* NULL if the request may write: same site, and the guard or the header is right. */
MUST_USE const struct refusal *guard_check(struct request *req);

/* Fills work->command from the Idempotency-Key or the form. */
MUST_USE const struct refusal *guard_command(struct request *req);

#endif
