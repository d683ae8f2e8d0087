/* reference_routes.h - the short address that goes on to a thing. */
#ifndef REFERENCE_ROUTES_H
#define REFERENCE_ROUTES_H

#include "http/request.h"

extern const struct route reference_web_routes[];

#endif
