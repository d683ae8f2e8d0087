/* serve.h - the loop of a worker: accepts a FastCGI request, has it answered, and again.
 *
 * We accept ourselves and set time limits, since libfcgi would wait for ever: each line of what
 * was seen with a raw client is a test in tests/http/fastcgi.test.mjs. */
#ifndef SERVE_H
#define SERVE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "http/request.h"
#include "http/site.h"

/* What a worker shows of itself, in memory that all processes of the master share. */
struct heartbeat {
	int64_t pid;
	volatile int64_t busy_since; /* monotonic milliseconds; 0: waits for a request */
	volatile int64_t requests;
	volatile int64_t answers[6]; /* by the first digit of the status */
	volatile int64_t busy_milliseconds;
	volatile int64_t round_trips;
};

struct serve {
	int listener;
	bool hashes; /* serves the routes that hash a password */
	struct db *db;
	const struct site *site;
	struct heartbeat *heartbeat;
	volatile sig_atomic_t *stop; /* set by a signal: ends after the request at hand */
	int64_t most_requests;       /* then the worker ends, to be replaced */
};

void serve(const struct serve *serve);

#endif
