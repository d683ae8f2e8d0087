/* openapi.h - the description of the API (OpenAPI 3.1), made from the tables that serve it. */
#ifndef OPENAPI_H
#define OPENAPI_H

#include <jansson.h>

#include "http/request.h"

/* All routes below /api/; the caller lets go of the value. */
json_t *openapi_describe(struct work *work, const struct route *const *tables);

#endif
