/* ledger_routes.h - the routes of the ledger of hours, for site/. */
#ifndef LEDGER_ROUTES_H
#define LEDGER_ROUTES_H

#include "http/request.h"

extern const struct route ledger_web_routes[];
extern const struct route ledger_api_routes[];

#endif
