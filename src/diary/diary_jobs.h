/* diary_jobs.h - what happens by the clock to what stands in a diary, for site/. */
#ifndef DIARY_JOBS_H
#define DIARY_JOBS_H

#include "outbox/job.h"

extern const struct job diary_jobs[];

#endif
