/* session.h - who asks, as the cookie or the bearer token says, and what a page keeps for them. */
#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/bytes.h"
#include "http/request.h"

struct session {
	struct bytes token_hash;
	bool by_bearer; /* a token: no form can be forged with it, so no guard is asked for */
	const char *person_name;
	time_t seen_at;
	int64_t unread; /* letters in the inbox, of all for whom the account acts */
	const struct refusal *held_back; /* why this may not be asked with it, or NULL */
	const char *way;                 /* where a page leads then, or NULL */
};

/* "quarter", or with the prefix that demands TLS where the site is served by it. */
const char *session_cookie_name(void);

/* The token that the request carries, from the header or the cookie; NULL for a visitor. */
const char *session_token(const struct request *req, bool *by_bearer);

/* Sets or takes back the cookie of a session.  0 seconds: until the browser is closed. */
void session_cookie(struct request *req, const char *token, int64_t seconds);

/* What a program must send in X-CSRF-Token: follows from the token of the session. */
const char *session_csrf(struct work *work, const char *token);

#endif
