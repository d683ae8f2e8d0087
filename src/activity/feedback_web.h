/* feedback_web.h - what the pages of feedback show. */
#ifndef FEEDBACK_WEB_H
#define FEEDBACK_WEB_H

#include "activity/feedback.h"
#include "http/form.h"
#include "http/request.h"

struct feedback_page {
	struct activity activity;
	struct form *form;
	time_t closes_at;
};

/* "4.3". */
const char *tenths_said(struct work *work, int64_t tenths);

/* What a number from 1 to 5 means. */
const char *mark_said(int64_t mark);

/* Whether it was chosen. */
bool mark_is(const struct input *input, int64_t mark);

#endif
