/* problem.h - a refusal as a page or as problem+json, by what was asked. */
#ifndef PROBLEM_H
#define PROBLEM_H

#include "http/request.h"

int refusal_status(const struct refusal *refusal);

/* Says why without asking the database, for when it is away or the reader is unknown. */
void respond_fault(struct request *req, const struct refusal *refusal);

/* One line, made of nothing but what is there: it cannot fail. */
void respond_line(struct request *req, const struct refusal *refusal);

extern const struct refusal missing_route, method_not_allowed, too_large, service_away,
	service_broken, in_progress;

#endif
