/* waiting_jobs.c - offers freed places, ends offers, and ends the queue, by the clock. */

#include "activity/waiting_jobs.h"

#include "activity/waiting.h"

const struct job waiting_jobs[] = {
	{ .name = waiting_offer, .run = waiting_make_offers },
	{ .name = waiting_end, .run = waiting_close },
	{ .name = offer_lapse, .run = offer_let_lapse },
	JOBS_END,
};
