/* ledger_jobs.h - what happens to the ledger by the clock, for site/. */
#ifndef LEDGER_JOBS_H
#define LEDGER_JOBS_H

#include "outbox/job.h"

extern const struct job ledger_jobs[];

#endif
