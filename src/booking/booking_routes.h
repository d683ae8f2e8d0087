/* booking_routes.h - the routes of bookings, for site/. */
#ifndef BOOKING_ROUTES_H
#define BOOKING_ROUTES_H

#include "http/request.h"

extern const struct route booking_web_routes[];
extern const struct route booking_api_routes[];

#endif
