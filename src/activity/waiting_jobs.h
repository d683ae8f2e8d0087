/* waiting_jobs.h - what happens to those who wait by the clock, for site/. */
#ifndef WAITING_JOBS_H
#define WAITING_JOBS_H

#include "outbox/job.h"

extern const struct job waiting_jobs[];

#endif
