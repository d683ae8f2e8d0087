/* activity_routes.h - the routes of activities, for site/. */
#ifndef ACTIVITY_ROUTES_H
#define ACTIVITY_ROUTES_H

#include "http/request.h"

extern const struct route activity_web_routes[];
extern const struct route activity_run_routes[]; /* for those who run them */
extern const struct route activity_api_routes[];

#endif
