/* identify_web.h - tells of each request who asks, in which language and type, and when. */
#ifndef IDENTIFY_WEB_H
#define IDENTIFY_WEB_H

#include <stdint.h>

#include "http/request.h"

/* One statement for whoever has a session or a token; for a visitor none, but that the state of
 * the network is read every two seconds.  What has ended is a visitor's. */
void account_identify(struct request *req);

/* After the answer: marks the session as seen, once a minute, and not for a poll. */
void account_afterwards(struct request *req);

/* Hands over the function that makes current what a process keeps between requests; it is given
 * the version that the network has now.  (The tree and the settings stand above accounts.) */
void account_keep_current(void (*keep)(struct work *work, int64_t caches));

#endif
