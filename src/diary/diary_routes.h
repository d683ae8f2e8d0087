/* diary_routes.h - the routes of the diary, for site/. */
#ifndef DIARY_ROUTES_H
#define DIARY_ROUTES_H

#include "http/request.h"

extern const struct route diary_web_routes[];
extern const struct route diary_api_routes[];
extern const struct route feed_web_routes[];
extern const struct route feed_api_routes[];

#endif
