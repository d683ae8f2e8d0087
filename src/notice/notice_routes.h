/* notice_routes.h - the addresses of the inbox. */
#ifndef NOTICE_ROUTES_H
#define NOTICE_ROUTES_H

#include "http/request.h"

extern const struct route notice_web_routes[];

#endif
