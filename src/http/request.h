/* request.h - what was asked, and the table that tells who answers it.
 *
 * The router checks the method, the permission, the guard against forged forms and the key under
 * which a command is done once; what reaches a handler has passed all four. */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cursor.h"
#include "base/field.h"
#include "base/id.h"
#include "base/permission.h"
#include "base/refusal.h"
#include "base/work.h"
#include "db/column.h"

enum method { METHOD_NONE, GET, POST, PATCH, DELETE, HEAD };

struct request;

/* What else the router must know of a route. */
enum route_flag {
	ROUTE_HASHES = 1,       /* hashes a password: only the pool for that may answer it */
	ROUTE_SECRET = 2,       /* the answer is a secret: it is not kept, so it takes no key */
	ROUTE_RECORDS = 4,      /* a GET that writes who looked */
	ROUTE_ATTEMPT = 8,      /* counts as an attempt to book (429) unless ?dry_run=true */
	ROUTE_PUBLIC = 16,      /* the same for every visitor: may be kept for a second */
	ROUTE_FORM_COOKIE = 32, /* a visitor's form, guarded by a cookie that its page sets */
	ROUTE_POLL = 64,        /* no sign of life of a session */
	ROUTE_BARE = 128,       /* asks neither the database nor who asks */
	ROUTE_LIST = 256,       /* answers a list: ?cursor= and ?limit= */
	ROUTE_APART = 512,      /* administers: as ROUTE_HASHES, page workers may not touch it */
};

struct route {
	enum method method;
	const char *path; /* "/bookings/:booking": a segment after a colon is an id or a word */
	const struct refusal *(*handle)(struct request *);
	enum permission permission;
	unsigned flags;
	/* For the reader of fields and for the OpenAPI description; NULL where there are none. */
	const struct field *query;
	const struct field *body;
	const struct column *answer; /* of the row, or of each item of the list */
	const char *about;           /* one sentence, English, for the description */
};

#define ROUTES_END                                                                                 \
	{                                                                                          \
		.path = NULL                                                                       \
	}

/* A name and a value as they came, decoded. */
struct pair {
	const char *name; /* NULL ends a list */
	const char *value;
};

struct response {
	int status;
	const char *type;
	struct buf body;
	const char *location;
	const char *cache_control; /* NULL: no-store */
	const char *etag;
	const char *disposition;
	int retry_after;
	struct buf cookies; /* complete Set-Cookie lines */
};

struct request {
	struct work *work;
	bool unread; /* a part of it is no text */
	enum method method;
	const char *path;
	const char *id; /* for the log and the page of a fault */
	const struct route *route;
	const struct pair *path_values;
	const struct pair *query;
	const struct pair *cookies;
	struct bytes body;
	const char *content_type;

	/* Headers, or NULL. */
	const char *accept, *accept_language, *authorization, *idempotency_key, *csrf_token;
	const char *origin, *fetch_site, *if_none_match, *remote_address, *user_agent;

	/* Who asks: session.c fills it. */
	struct session *session; /* NULL for a visitor */
	const char *care;        /* "", "big", "max" */
	const char *theme;       /* "", "light", "dark" */
	const char *notice;      /* what a redirect left to say, a msgid, or NULL */
	struct reader *reader;   /* page.h: asked for when the frame needs it */

	const char *form_secret;  /* of a visitor's form: see guard.c */
	const struct pair *pairs; /* of a form in the body, once read */
	struct json_t *json;      /* of JSON in the body, once read */
	struct form *form;        /* the form read last, so that a refusal can find it */
	struct response response;
};

/* Whether the API was asked, and errors are told as JSON. */
bool request_is_api(const struct request *req);

/* The id at ":name" of the route; what is no id names nothing, and so is missing. */
struct id path_id(const struct request *req, const char *name);
/* What stands at ":name". */
const char *path_text(const struct request *req, const char *name);

/* The first value of a query parameter or a cookie, or NULL. */
const char *query_text(const struct request *req, const char *name);
const char *cookie_text(const struct request *req, const char *name);

/* Whether the query says name=true. */
bool query_flag(const struct request *req, const char *name);

/* What a form must send back, to show that it is ours; it is also the key of the command. */
const char *guard_token(struct request *req);

/* Reads ?cursor= and ?limit= of a list that begins at start, and closes it with what was read:
 * takes off the extra row and makes the links to the pages around. */
MUST_USE const struct refusal *cursor_read(struct request *req, int64_t start,
					   struct cursor *cursor);
void cursor_close(struct request *req, struct cursor *cursor, void *rows, size_t row_size,
		  size_t order_offset, size_t id_offset, size_t *count);
/* With the rows of a struct in the order of a member and then of its id. */
#define CURSOR_CLOSE(req, cursor, rows, type, member, count)                                       \
	cursor_close((req), (cursor), (rows), sizeof(type), offsetof(type, member),                \
		     offsetof(type, id), (count))

/* How many characters of an address, a header or a cookie are looked at. */
#define PAIRS_MOST 128

/* How long a path to come back to may be; a longer one is not kept. */
#define WAY_BACK_MOST 1000

/* A path of ours to come back to, from ?next= or a form; "/" if it is none. */
const char *local_path(const char *path);

extern const struct refusal not_signed_in;

#endif
