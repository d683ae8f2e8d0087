/* router.h - which route answers a path. */
#ifndef ROUTER_H
#define ROUTER_H

#include "http/request.h"

/* Finds req->route and the values of its path; 404 if no route has the path, 405 if one has it
 * with another method.  HEAD is answered as GET. */
MUST_USE const struct refusal *route_find(struct request *req, const struct route *const *tables);

/* Refuses a name in the query of an API route that its table does not have, or one given twice. */
MUST_USE const struct refusal *route_query(struct request *req);

/* Refuses a body, once it is decoded, where the route has no table for one. */
MUST_USE const struct refusal *route_body(struct request *req);

#endif
