/* account_routes.h - where accounts are met: signing in and up, one's own account, choices. */
#ifndef ACCOUNT_ROUTES_H
#define ACCOUNT_ROUTES_H

#include "http/request.h"

/* What a visitor chose stands in cookies, for a year. */
#define LANGUAGE_COOKIE "quarter_lang"
#define CARE_COOKIE "quarter_care"
#define THEME_COOKIE "quarter_theme"
/* That somebody signed in here before: see throttle.h. */
#define KNOWN_COOKIE "quarter_known"
#define COOKIE_SECONDS 31536000

extern const struct route account_web_routes[], account_api_routes[];
extern const struct route sign_in_web_routes[], sign_in_api_routes[];
extern const struct route sign_up_web_routes[], sign_up_api_routes[];
extern const struct route reset_web_routes[], reset_api_routes[];
extern const struct route own_session_web_routes[], own_session_api_routes[];
extern const struct route token_web_routes[], token_api_routes[];
extern const struct route enrolment_web_routes[], enrolment_api_routes[];

#endif
