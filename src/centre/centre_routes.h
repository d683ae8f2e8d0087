/* centre_routes.h - the pages of centres and their JSON, for site/. */
#ifndef CENTRE_ROUTES_H
#define CENTRE_ROUTES_H

#include "http/request.h"

extern const struct route centre_web_routes[];
extern const struct route centre_api_routes[];

#endif
