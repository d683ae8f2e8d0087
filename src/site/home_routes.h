/* home_routes.h - the first page. */
#ifndef HOME_ROUTES_H
#define HOME_ROUTES_H

#include "http/request.h"

extern const struct route home_web_routes[];

#endif
