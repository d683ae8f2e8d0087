/* guard.c - forged forms are refused, and what is sent twice is done once. */

#include "http/guard.h"

#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/text.h"
#include "http/decode.h"
#include "http/respond.h"
#include "http/session.h"

#define NONCE_SIZE 52 /* characters: see token_new() */
#define KEY_MOST 200  /* of an Idempotency-Key */
#define FORM_COOKIE "quarter_form"
#define FORM_COOKIE_SECONDS 7200

static REFUSAL(not_from_here, REFUSED_FORBIDDEN, NULL,
	       N_("This form did not come from this site, or is too old. Open the page again and "
		  "send it once more."));
static REFUSAL(csrf_missing, REFUSED_FORBIDDEN, NULL,
	       N_("The X-CSRF-Token that was given at sign-in is missing or wrong."));

/* What the codes of this reader's forms are made of: the session, or the cookie of the form. */
static const char *
secret_of(struct request *req)
{
	bool by_bearer;

	if (req->session)
		return session_token(req, &by_bearer);
	/* One form of a page sets the cookie, and the others go by it. */
	return req->form_secret ? req->form_secret : cookie_text(req, FORM_COOKIE);
}

static const char *
code_of(struct request *req, const char *secret, const char *nonce)
{
	struct hasher *hasher = hash_begin_keyed(req->work, KEY_COOKIE);

	hash_add_text(hasher, "form");
	hash_add_text(hasher, secret);
	hash_add_text(hasher, nonce);
	return hex_of(req->work, hash_end(req->work, hasher));
}

const char *
guard_token(struct request *req)
{
	const char *secret = secret_of(req);
	const char *nonce = token_new(req->work);

	if (!secret) {
		secret = req->form_secret = token_new(req->work);
		respond_cookie(req, FORM_COOKIE, secret, FORM_COOKIE_SECONDS, true);
	}
	return text(req->work, "%s%s", nonce, code_of(req, secret, nonce));
}

static const char *
nonce_of(struct request *req, const char *guard)
{
	return arena_copy(req->work->arena, guard, NONCE_SIZE);
}

/* "http://localhost:8080" and "http://127.0.0.1:8080" are one place to who serves on loopback. */
static const char *
origin_of(struct work *work, const char *url)
{
	static const char *const loopback[] = { "http://localhost", "http://127.0.0.1",
						"http://[::1]" };

	for (size_t i = 0; i < COUNT(loopback); i++) {
		size_t length = strlen(loopback[i]);

		if (strncmp(url, loopback[i], length) == 0 && strchr(":/", url[length]))
			return text(work, "loopback%s", url + length);
	}
	return url;
}

static bool
from_base_url(struct request *req)
{
	const char *base = origin_of(req->work, conf.base_url);
	size_t length = strlen(base);

	while (length > 0 && base[length - 1] == '/')
		length--;
	return strncmp(origin_of(req->work, req->origin), base, length) == 0 &&
	       strlen(origin_of(req->work, req->origin)) == length;
}

/* The browser says where a form came from.  One that says neither is no browser of today, and
 * has to show the guard. */
static bool
same_site(struct request *req)
{
	if (req->fetch_site)
		return strcmp(req->fetch_site, "same-origin") == 0 ||
		       strcmp(req->fetch_site, "none") == 0;
	return !req->origin || from_base_url(req);
}

static bool
guard_is_right(struct request *req)
{
	const char *guard = pairs_find(req->pairs, "guard");
	const char *secret = secret_of(req);
	const char *code;

	if (!guard || !secret || strlen(guard) <= NONCE_SIZE)
		return false;
	code = code_of(req, secret, nonce_of(req, guard));
	return strlen(code) == strlen(guard + NONCE_SIZE) &&
	       sodium_memcmp(code, guard + NONCE_SIZE, strlen(code)) == 0;
}

static bool
csrf_is_right(struct request *req)
{
	bool by_bearer;
	const char *right = session_csrf(req->work, session_token(req, &by_bearer));

	return req->csrf_token && strlen(req->csrf_token) == strlen(right) &&
	       sodium_memcmp(req->csrf_token, right, strlen(right)) == 0;
}

const struct refusal *
guard_check(struct request *req)
{
	if (req->session && req->session->by_bearer)
		return NULL;
	if (!same_site(req))
		return &not_from_here;
	if (request_is_api(req))
		return !req->session || csrf_is_right(req) ? NULL : &csrf_missing;
	if (!req->session && !(req->route->flags & ROUTE_FORM_COOKIE))
		return NULL;
	return guard_is_right(req) ? NULL : &not_from_here;
}

/* A form's key is made of its nonce and its body, the guard's code left aside: it follows. */
const struct refusal *
guard_command(struct request *req)
{
	const char *guard = pairs_find(req->pairs, "guard");
	struct command *command = &req->work->command;
	struct hasher *hasher = hash_begin(req->work);

	command->route = req->route->path;
	command->keep_answer = false;
	if (!req->session || (req->route->flags & ROUTE_SECRET))
		return NULL;
	hash_add(hasher, req->body.data ? req->body.data : "", req->body.size);
	hash_add_text(hasher, req->path);
	command->body_hash = hash_end(req->work, hasher);
	hasher = hash_begin(req->work);
	if (req->idempotency_key && request_is_api(req)) {
		if (strlen(req->idempotency_key) > KEY_MOST)
			return refuse_about(req->work, &malformed, "Idempotency-Key");
		hash_add_text(hasher, req->idempotency_key);
	} else if (guard && strlen(guard) > NONCE_SIZE) {
		hash_add_text(hasher, nonce_of(req, guard));
		hash_add(hasher, command->body_hash.data, command->body_hash.size);
	} else {
		return NULL;
	}
	command->key = hash_end(req->work, hasher);
	command->keep_answer = true;
	return NULL;
}
