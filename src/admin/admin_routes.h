/* admin_routes.h - the addresses of the administration, for site/. */
#ifndef ADMIN_ROUTES_H
#define ADMIN_ROUTES_H

#include "http/request.h"

extern const struct route accounts_web_routes[], accounts_api_routes[];
extern const struct route account_admin_web_routes[];
extern const struct route invite_web_routes[], invite_api_routes[];
extern const struct route audit_web_routes[], audit_api_routes[];

#endif
