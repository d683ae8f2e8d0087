/* shift_jobs.h - what happens to shifts by the clock, for site/. */
#ifndef SHIFT_JOBS_H
#define SHIFT_JOBS_H

#include "outbox/job.h"

extern const struct job shift_jobs[];

#endif
