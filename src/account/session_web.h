/* session_web.h - hands a session that begins to whoever signed in. */
#ifndef SESSION_WEB_H
#define SESSION_WEB_H

#include "account/identity.h"
#include "account/throttle.h"
#include "http/request.h"

/* Where a sign-in comes from, as throttle.h counts, and with what. */
struct origin session_origin(const struct request *req);

/* Sets the cookies, and ends the session that the browser had. */
void session_hand_over(struct request *req, const struct new_session *session);

/* Begins a new session in place of the one at hand, which has ended: what this request still shows
 * is guarded by the new one. */
void session_renew(struct request *req, struct new_session *session);

/* Who signed in, their roles, and what a program must send with each write. */
MUST_USE const struct refusal *respond_session(struct request *req, int status, const char *token,
					       const struct holder *holder);

#endif
