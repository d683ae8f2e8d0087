/* child.c - what a worker and the jobs process have in common, before their work. */

#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "bin/process.h"
#include "db/connection.h"
#include "site/health.h"
#include "site/site.h"

#define MEMORY_MOST (512U << 20) /* of addresses: a worker needs 64 MiB, and 64 more to hash */

volatile sig_atomic_t child_stop;

static void
on_stop(int number)
{
	(void)number;
	child_stop = 1;
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

bool
child_fits(struct db *db)
{
	enum fault kind = work_try(try_connect, db);

	if (kind == FAULT_BUG)
		log_event(LOG_ERROR, "unfit", "%s", fault_message());
	return kind != FAULT_BUG;
}

struct heartbeat *
child_begin(const struct start *start)
{
	struct heartbeat *all = heartbeats();

	if (!all || start->slot >= CHILDREN_MOST)
		return NULL;
	take_signals();
	limit_self(start->kind);
	all[start->slot].pid = getpid();
	all[start->slot].busy_since = 0;
	health_watch(all, CHILDREN_MOST);
	site_begin();
	return &all[start->slot];
}
