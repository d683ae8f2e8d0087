/* about_routes.h - the pages in which the portal speaks of itself. */
#ifndef ABOUT_ROUTES_H
#define ABOUT_ROUTES_H

#include "http/request.h"

extern const struct route about_web_routes[];

#endif
