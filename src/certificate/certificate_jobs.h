/* certificate_jobs.h - how a certificate is signed and printed, for site/. */
#ifndef CERTIFICATE_JOBS_H
#define CERTIFICATE_JOBS_H

#include "outbox/job.h"

extern const struct job certificate_jobs[];

#endif
