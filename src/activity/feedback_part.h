/* feedback_part.h - rows of those who are asked, for its statements alone. */
#ifndef FEEDBACK_PART_H
#define FEEDBACK_PART_H

#include "activity/feedback.h"

struct asked {
	struct id person_id;
};
extern const struct column asked_columns[];

#endif
