/* certificate_routes.h - the routes of certificates, for site/. */
#ifndef CERTIFICATE_ROUTES_H
#define CERTIFICATE_ROUTES_H

#include "http/request.h"

extern const struct route certificate_web_routes[];
extern const struct route certificate_api_routes[];

#endif
