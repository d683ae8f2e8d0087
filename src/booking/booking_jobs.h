/* booking_jobs.h - what happens to bookings by the clock, for site/. */
#ifndef BOOKING_JOBS_H
#define BOOKING_JOBS_H

#include "outbox/job.h"

extern const struct job booking_jobs[];

#endif
