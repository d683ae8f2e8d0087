/* session.c - the token of a session: where it stands, and what follows from it. */

#include "http/session.h"

#include <string.h>
#include <strings.h>

#include "base/conf.h"
#include "base/hash.h"
#include "http/respond.h"

const char *
session_cookie_name(void)
{
	/* A browser takes a cookie of this prefix only over TLS. */
	return strncmp(conf.base_url, "https://", strlen("https://")) == 0 ? "__Host-quarter"
									   : "quarter";
}

const char *
session_token(const struct request *req, bool *by_bearer)
{
	static const char scheme[] = "Bearer ";

	*by_bearer = req->authorization &&
		     strncasecmp(req->authorization, scheme, sizeof(scheme) - 1) == 0;
	if (*by_bearer)
		return req->authorization + sizeof(scheme) - 1;
	return cookie_text(req, session_cookie_name());
}

void
session_cookie(struct request *req, const char *token, int64_t seconds)
{
	respond_cookie(req, session_cookie_name(), token, seconds, true);
}

const char *
session_csrf(struct work *work, const char *token)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_COOKIE);

	hash_add_text(hasher, "csrf");
	hash_add_text(hasher, token);
	return hex_of(work, hash_end(work, hasher));
}
