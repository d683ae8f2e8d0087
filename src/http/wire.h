/* wire.h - a request as FastCGI brings it, and the answer as FastCGI takes it.
 *
 * What a hostile peer of the socket was seen to do (security tests: fastcgi.test.mjs) is refused
 * here: too many parameters, a body that is shorter or longer than was said, an aborted request, a
 * required parameter missing. */
#ifndef WIRE_H
#define WIRE_H

#include <fcgiapp.h>

#include "http/request.h"

#define BODY_MOST 65536 /* as nginx allows */

/* "GET", for the log. */
const char *method_name(enum method method);

/* Fills the request; a refusal if it cannot be one. */
MUST_USE const struct refusal *wire_read(FCGX_Request *fcgi, struct request *req);

/* Writes status, headers and body in one go. */
void wire_write(FCGX_Request *fcgi, struct request *req);

#endif
