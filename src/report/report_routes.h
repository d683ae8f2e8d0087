/* report_routes.h - the routes of reports, for site/. */
#ifndef REPORT_ROUTES_H
#define REPORT_ROUTES_H

#include "http/request.h"

extern const struct route report_web_routes[];
extern const struct route report_api_routes[];

#endif
