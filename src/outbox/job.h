/* job.h - what happens by the clock.
 *
 * A feature exports a table of jobs; site/jobs.c lists the tables; the jobs process runs them.
 * A job is of one of two sorts: every so many seconds under a lease of its name, or, with every
 * 0, once for each row of `due` of its kind when its time has come (due.h). */
#ifndef JOB_H
#define JOB_H

#include <stdint.h>

#include "base/id.h"
#include "base/work.h"

struct job {
	const char *name; /* of the lease, or the kind of the due rows; NULL ends the table */
	int64_t every;	  /* seconds; 0: for each due row */
	void (*run)(struct work *work, struct id thing);
	/* A job that talks to the outside runs outside any unit of work and makes its own. */
	int (*run_outside)(struct work *work, int64_t epoch);
};
#define JOBS_END                                                                                   \
	{                                                                                          \
		.name = NULL                                                                       \
	}

#endif
