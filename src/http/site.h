/* site.h - what http must be told of the site, which alone knows every feature. */
#ifndef HTTP_SITE_H
#define HTTP_SITE_H

#include "http/request.h"

struct site {
	const struct route *const *routes; /* tables, ended by NULL */
	/* Tells who asks: fills work->actor, person, grants and now, req->session and the rest,
	 * and makes current what a process keeps. */
	void (*identify)(struct request *req);
	/* Counts an attempt, before the work begins; refuses the eleventh in a minute. */
	const struct refusal *(*attempt)(struct request *req);
	/* After the answer: the mark of when the session was last seen. */
	void (*afterwards)(struct request *req);
};

#endif
