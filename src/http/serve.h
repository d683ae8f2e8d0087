/* serve.h - the loop of a worker: accepts a FastCGI request, has it answered, and again.
 *
 * We accept ourselves and set time limits, since libfcgi would wait for ever (each line of what
 * was seen with a raw client is a test in tests/http/fastcgi.test.mjs). */
#ifndef SERVE_H
#define SERVE_H

#include <stdbool.h>
#include <stdint.h>

#include "http/request.h"

/* What the loop must be told of the site, which alone knows every feature. */
struct site {
	const struct route *const *routes; /* tables, ended by NULL */
	/* Tells who asks: fills req->work's actor, person and grants, req->session and the rest,
	 * by one statement; and the clock and what else a process keeps is made current. */
	void (*identify)(struct request *req);
	/* After the answer: the mark of when the session was last seen. */
	void (*afterwards)(struct request *req);
	/* Whether the schema is the one that this program was made for. */
	bool (*is_current)(struct work *work);
};

/* What a worker shows of itself to its master, in memory that they share. */
struct heartbeat {
	volatile int64_t busy_since; /* monotonic seconds; 0: waits for a request */
	volatile int64_t requests;
};

struct serve {
	int listener;
	bool hashes; /* serves the routes that hash a password, and no others */
	struct db *db;
	const struct site *site;
	struct heartbeat *heartbeat;
	volatile int *stop;	 /* set by a signal: ends after the request at hand */
	int64_t most_requests;	 /* then the worker ends, to be replaced */
};

void serve(const struct serve *serve);

/* Answers one request that is already read, with its work begun: what the loop and tests call. */
void serve_request(const struct serve *serve, struct request *req);

#endif
