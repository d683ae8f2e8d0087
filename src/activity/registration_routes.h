/* registration_routes.h - the routes of those who take part, for site/. */
#ifndef REGISTRATION_ROUTES_H
#define REGISTRATION_ROUTES_H

#include "http/request.h"

extern const struct route sign_up_activity_routes[];
extern const struct route registration_web_routes[];
extern const struct route registration_api_routes[];
extern const struct route door_web_routes[];
extern const struct route door_api_routes[];
extern const struct route feedback_web_routes[];

#endif
