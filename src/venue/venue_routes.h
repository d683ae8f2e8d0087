/* venue_routes.h - the routes of venues, for site/. */
#ifndef VENUE_ROUTES_H
#define VENUE_ROUTES_H

#include "http/request.h"

extern const struct route venue_web_routes[];
extern const struct route venue_api_routes[];

#endif
