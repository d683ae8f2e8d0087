/* jobs.c - what happens by the clock, by the feature that does it. */

#include "booking/booking_jobs.h"
#include "ledger/ledger_jobs.h"
#include "outbox/job.h"
#include "site/site.h"

const struct job *const site_jobs[] = {
	outbox_jobs,
	booking_jobs,
	ledger_jobs,
	NULL,
};
