/* job.h - what happens by the clock.
 *
 * A feature exports a table of jobs; site/jobs.c lists the tables; the jobs process runs them.
 * A job is of one of three sorts: every so many seconds, in one of the processes; or, with every
 * 0, once for each row of `due` of its kind when its time has come (due.h); or it talks to the
 * outside and makes its own units of work. */
#ifndef JOB_H
#define JOB_H

#include <stdint.h>

#include "base/id.h"
#include "base/work.h"

/* What came of looking for something to do outside. */
enum errand {
	ERRAND_NONE,      /* there was nothing to do */
	ERRAND_RUN,       /* one thing was done, or tried: there may be more */
	ERRAND_ELSEWHERE, /* another process is at it */
	ERRAND_AWAY,      /* the database is away */
};

struct job {
	const char *name; /* of the lease, or the kind of the due rows; NULL ends the table */
	int64_t every;    /* seconds; 0: for each due row */
	void (*run)(struct work *work, struct id thing);
	enum errand (*run_outside)(struct work *work);
};
#define JOBS_END                                                                                   \
	{                                                                                          \
		.name = NULL                                                                       \
	}

/* Those of sending, sealing and cleaning. */
extern const struct job outbox_jobs[];

#endif
