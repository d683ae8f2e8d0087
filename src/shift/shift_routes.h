/* shift_routes.h - the routes of volunteering, for site/. */
#ifndef SHIFT_ROUTES_H
#define SHIFT_ROUTES_H

#include "http/request.h"

extern const struct route shift_web_routes[];
extern const struct route shift_manage_routes[];
extern const struct route signup_manage_routes[];
extern const struct route shift_api_routes[];
extern const struct route signup_web_routes[];
extern const struct route signup_api_routes[];

#endif
