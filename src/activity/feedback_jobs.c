/* feedback_jobs.c - asks those who came, some hours after the end. */

#include "activity/feedback_jobs.h"

#include "activity/feedback.h"

const struct job feedback_jobs[] = {
	{ .name = feedback_asked, .run = feedback_ask },
	JOBS_END,
};
