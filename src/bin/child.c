/* child.c - a worker, or the jobs process, from its start to its end. */

#include <errno.h>
#include <fcgiapp.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/log.h"
#include "bin/process.h"
#include "db/connection.h"
#include "outbox/jobs.h"
#include "site/health.h"
#include "site/site.h"

#define NICE_OF_HASHING 10
#define MEMORY_MOST (512U << 20) /* of addresses: a worker needs 64 MiB, and 64 more to hash */

static volatile sig_atomic_t stop;

static void
on_stop(int number)
{
	(void)number;
	stop = 1;
}

/* A child waits with SIGTERM blocked and lets it in only while it waits, so that no request is
 * cut; a terminal's Ctrl-C is the master's to hear. */
static void
take_signals(void)
{
	const struct sigaction act = { .sa_handler = on_stop };
	sigset_t blocked;

	sigaction(SIGTERM, &act, NULL);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
}

/* A peer may announce a parameter of a gigabyte, for which libfcgi makes room at once. */
static void
limit_self(enum kind kind)
{
	const struct rlimit files = { 512, 512 }, none = { 0, 0 };
	const struct rlimit memory = { MEMORY_MOST, MEMORY_MOST };

	setrlimit(RLIMIT_NOFILE, &files);
	setrlimit(RLIMIT_CORE, &none);
	/* The keys are in this memory; the checker of leaks has to look into it all the same, and
	 * takes addresses by the terabyte. */
#ifndef __SANITIZE_ADDRESS__
	prctl(PR_SET_DUMPABLE, 0);
	if (kind != KIND_JOBS)
		setrlimit(RLIMIT_AS, &memory);
#else
	(void)kind;
	(void)memory;
#endif
}

static struct heartbeat *
heartbeats(void)
{
	struct heartbeat *all = mmap(NULL, CHILDREN_MOST * sizeof(*all), PROT_READ | PROT_WRITE,
				     MAP_SHARED, FD_HEARTBEATS, 0);

	return all == MAP_FAILED ? NULL : all;
}

static void
try_connect(void *db)
{
	db_connect(db);
}

/* All statements are prepared before anyone is answered; a database that is away may come back. */
static bool
fits(struct db *db)
{
	enum fault kind = work_try(try_connect, db);

	if (kind == FAULT_BUG)
		log_event(LOG_ERROR, "unfit", "%s", fault_message());
	return kind != FAULT_BUG;
}

static int
serve_as(enum kind kind, struct heartbeat *heartbeat)
{
	bool hashes = kind == KIND_HASH;
	const struct serve serve_with = {
		.listener = hashes ? FD_HASH : FD_PAGES,
		.hashes = hashes,
		.db = hashes ? db_new(conf.auth_user, conf.auth_password, site_hash_statements)
			     : db_new(conf.web_user, conf.web_password, site_page_statements),
		.site = &site,
		.heartbeat = heartbeat,
		.stop = &stop,
		.most_requests = heartbeat->requests + conf.worker_requests,
	};

	if (hashes && nice(NICE_OF_HASHING) < 0)
		errno = 0; /* an answer of nice() may be below zero */
	if (!fits(serve_with.db))
		return EXIT_UNFIT;
	malloc_trim(0); /* what the start needed and nobody needs again */
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 1);
	if (FCGX_Init() != 0)
		return 1;
	serve(&serve_with);
	db_disconnect(serve_with.db);
	return 0;
}

/* A job is a unit of work, which a signal cannot cut: it is heard at any time. */
static int
do_jobs(void)
{
	struct db *db = db_new(conf.jobs_user, conf.jobs_password, site_job_statements);
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (!key_load(KEY_SIGN, conf.sign_key_file))
		log_event(LOG_WARNING, "key", "no key signs certificates: %s", conf.sign_key_file);
	db_patience(db, 60);
	if (!fits(db))
		return EXIT_UNFIT;
	jobs_run(db, &stop);
	db_disconnect(db);
	return 0;
}

int
child(enum kind kind, size_t slot)
{
	struct heartbeat *all = heartbeats();

	if (!all || slot >= CHILDREN_MOST)
		return 1;
	take_signals();
	limit_self(kind);
	all[slot].pid = getpid();
	all[slot].busy_since = 0;
	health_watch(all, CHILDREN_MOST);
	site_begin();
	return kind == KIND_JOBS ? do_jobs() : serve_as(kind, &all[slot]);
}
