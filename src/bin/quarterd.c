/* quarterd.c - the server: the master, and the workers that it starts. */

#include <errno.h>
#include <fcgiapp.h>
#include <limits.h>
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/conf.h"
#include "bin/process.h"
#include "db/connection.h"
#include "site/site.h"

#define NICE_OF_HASHING 10

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
		.stop = &child_stop,
		.most_requests = heartbeat->requests + conf.worker_requests,
	};

	if (hashes && nice(NICE_OF_HASHING) < 0)
		errno = 0; /* an answer of nice() may be below zero */
	if (!child_fits(serve_with.db))
		return EXIT_UNFIT;
	malloc_trim(0); /* what the start needed and nobody needs again */
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 1);
	if (FCGX_Init() != 0)
		return 1;
	serve(&serve_with);
	db_disconnect(serve_with.db);
	return 0;
}

int
main(int argc, char **argv)
{
	struct start start;
	char program[PATH_MAX];
	int failed = start_options(argc, argv, &start);

	if (failed || start.helped)
		return failed;
	failed = start_reading(start.config);
	if (failed)
		return failed;
	if (start.kind < KIND_COUNT) {
		struct heartbeat *heartbeat = child_begin(&start);

		return heartbeat ? serve_as(start.kind, heartbeat) : 1;
	}
	if (!realpath("/proc/self/exe", program))
		return start_failed("the program cannot find itself", argv[0]);
	return master(program, start.config);
}
