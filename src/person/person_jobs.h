/* person_jobs.h - what happens to people by the clock, for site/. */
#ifndef PERSON_JOBS_H
#define PERSON_JOBS_H

#include "outbox/job.h"

extern const struct job person_jobs[];

#endif
