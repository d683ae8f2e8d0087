/* jobs.c - what happens by the clock, by the feature that does it. */

#include "outbox/jobs.h"
#include "activity/feedback_jobs.h"
#include "activity/waiting_jobs.h"
#include "certificate/certificate_jobs.h"
#include "diary/diary_jobs.h"
#include "ledger/ledger_jobs.h"
#include "person/person_jobs.h"
#include "setting/network.h"
#include "shift/shift_jobs.h"
#include "site/site.h"

static const struct job *const jobs[] = {
	outbox_jobs,   ledger_jobs, certificate_jobs, diary_jobs, waiting_jobs,
	feedback_jobs, shift_jobs,  person_jobs,      NULL,
};

void
site_begin_jobs(void)
{
	jobs_use(jobs, network_refresh);
}
