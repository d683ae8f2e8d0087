/* household_routes.h - where a household is seen and added to. */
#ifndef HOUSEHOLD_ROUTES_H
#define HOUSEHOLD_ROUTES_H

#include "http/request.h"

extern const struct route household_web_routes[], household_api_routes[];

#endif
