/* serve.c - accepts, answers, and tells the log. */

#include "http/serve.h"

#include <errno.h>
#include <fcgiapp.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "db/connection.h"
#include "http/answer.h"
#include "http/problem.h"
#include "http/wire.h"

#define PEER_SECONDS 1 /* a peer that is silent for longer is let go */
#define ARENA_MOST (8U << 20)

static int64_t
monotonic_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
log_request(const struct serve *serve, const struct request *req, int64_t milliseconds,
	    int64_t rows)
{
	log_begin(LOG_INFO, "request");
	log_text("id", req->id);
	log_text("route", req->route ? req->route->path : "-");
	log_text("method", method_name(req->method));
	log_int("status", req->response.status);
	log_int("ms", milliseconds);
	log_int("rows", rows);
	log_int("bytes", (int64_t)req->response.body.size);
	log_text("account", id_given(req->work->actor) ? id_text(req->work->actor).chars : "-");
	log_text("pool", serve->hashes ? "hash" : "pages");
	log_end();
}

static void
count(struct heartbeat *heartbeat, int status, int64_t milliseconds, int64_t round_trips)
{
	int kind = status / 100;

	heartbeat->answers[kind >= 1 && kind <= 5 ? kind : 0]++;
	heartbeat->busy_milliseconds += milliseconds;
	heartbeat->round_trips += round_trips;
	heartbeat->requests++;
}

struct exchange {
	const struct serve *serve;
	FCGX_Request *fcgi;
	struct request *req;
	const struct refusal *refusal; /* it could not be read */
};

static void
read_request(void *argument)
{
	struct exchange *with = argument;

	with->refusal = wire_read(with->fcgi, with->req);
}

static void
write_answer(void *argument)
{
	const struct exchange *with = argument;

	wire_write(with->fcgi, with->req);
}

static void
afterwards(void *argument)
{
	const struct exchange *with = argument;

	with->serve->site->afterwards(with->req);
}

static void
serve_one(const struct serve *serve, FCGX_Request *fcgi, struct arena *arena)
{
	struct work work = {
		.arena = arena, .db = serve->db, .now = time(NULL), .name = "request"
	};
	struct request req = { .work = &work };
	struct exchange with = { .serve = serve, .fcgi = fcgi, .req = &req };
	int64_t began = monotonic_milliseconds();
	int64_t rows = db_rows(serve->db), round_trips = db_round_trips(serve->db);

	if (work_try(read_request, &with) != FAULT_NONE)
		with.refusal = &too_large;
	if (with.refusal)
		answer_unread(&req, with.refusal);
	else
		answer(&req, serve->site, serve->hashes);
	if (req.response.status != 0)
		work_try(write_answer, &with);
	FCGX_Finish_r(fcgi);
	count(serve->heartbeat, req.response.status, monotonic_milliseconds() - began,
	      db_round_trips(serve->db) - round_trips);
	log_request(serve, &req, monotonic_milliseconds() - began, db_rows(serve->db) - rows);
	if (req.session && work_try(afterwards, &with) != FAULT_NONE)
		db_rollback(&work);
}

/* Waits for a peer; -1 if a signal came first, or another worker took it.  Signals are let in
 * only here, so that none comes between the look at `stop` and the wait, and none into a request.
 */
static int
accept_peer(const struct serve *serve)
{
	struct pollfd waiting = { .fd = serve->listener, .events = POLLIN };
	const struct timeval limit = { .tv_sec = PEER_SECONDS };
	sigset_t none;
	int peer;

	sigemptyset(&none);
	if (ppoll(&waiting, 1, NULL, &none) <= 0)
		return -1;
	peer = accept4(serve->listener, NULL, NULL, SOCK_CLOEXEC);
	if (peer < 0)
		return -1;
	setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
	return peer;
}

void
serve(const struct serve *serve)
{
	struct arena *arena = arena_new(ARENA_MOST);
	FCGX_Request fcgi;

	/* Without a listener of its own the library cannot accept behind our back. */
	FCGX_InitRequest(&fcgi, -1, FCGI_FAIL_ACCEPT_ON_INTR);
	while (!*serve->stop && serve->heartbeat->requests < serve->most_requests) {
		int peer = accept_peer(serve);

		if (peer < 0)
			continue;
		serve->heartbeat->busy_since = monotonic_milliseconds();
		fcgi.ipcFd = peer;
		fcgi.keepConnection = 1;
		if (FCGX_Accept_r(&fcgi) >= 0)
			serve_one(serve, &fcgi, arena);
		/* A peer that asks for the connection to be kept does not get it. */
		FCGX_Free(&fcgi, 1);
		arena_reset(arena);
		serve->heartbeat->busy_since = 0;
	}
	arena_free(arena);
}
