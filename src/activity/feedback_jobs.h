/* feedback_jobs.h - what is asked afterwards, by the clock, for site/. */
#ifndef FEEDBACK_JOBS_H
#define FEEDBACK_JOBS_H

#include "outbox/job.h"

extern const struct job feedback_jobs[];

#endif
