/* quarterjobs.c - the jobs process: does what is due.
 *
 * A program of its own, which quarterd starts as one of its children: what it needs of libraries
 * (mail above all) would otherwise be loaded by every worker. */

#include <stdlib.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/log.h"
#include "bin/process.h"
#include "db/connection.h"
#include "outbox/jobs.h"
#include "site/site.h"

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
	site_begin_jobs();
	db_patience(db, 60);
	if (!child_fits(db))
		return EXIT_UNFIT;
	jobs_run(db, &child_stop);
	db_disconnect(db);
	return 0;
}

int
main(int argc, char **argv)
{
	struct start start;
	int failed = start_options(argc, argv, &start);

	if (failed || start.helped)
		return failed;
	if (start.kind != KIND_JOBS)
		return start_usage(stderr, 2);
	failed = start_reading(start.config);
	if (failed)
		return failed;
	return child_begin(&start) ? do_jobs() : 1;
}
