/* notice.h - what a page that sent the reader on has left to say, once.
 *
 * The message is a msgid, in a cookie with a code over it, for one path and for a minute. */
#ifndef HTTP_NOTICE_H
#define HTTP_NOTICE_H

#include "http/request.h"

void notice_leave(struct request *req, const char *msgid, const char *location);

/* Fills req->notice if one was left for this page, and takes the cookie back. */
void notice_take(struct request *req);

#endif
