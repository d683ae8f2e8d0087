/* attempt.h - a person makes so many attempts a minute to book or to register, refused ones too. */
#ifndef ATTEMPT_H
#define ATTEMPT_H

#include <time.h>

#include "base/setting.h"
#include "db/column.h"
#include "http/request.h"

struct attempts {
	int64_t count;
	time_t oldest;
};
extern const struct column attempts_columns[];

extern const struct setting attempts_a_minute;
extern const struct refusal too_many_tries;

/* Counts this one, in a transaction of its own that stays though the work be refused. */
MUST_USE const struct refusal *attempt_count(struct request *req);

#endif
