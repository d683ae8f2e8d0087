/* routes.c - every address, by the feature that answers it. */

#include "account/account_routes.h"
#include "activity/activity_routes.h"
#include "activity/registration_routes.h"
#include "admin/admin_routes.h"
#include "booking/booking_routes.h"
#include "centre/centre_routes.h"
#include "certificate/certificate_routes.h"
#include "diary/diary_routes.h"
#include "household/household_routes.h"
#include "ledger/ledger_routes.h"
#include "notice/notice_routes.h"
#include "report/report_routes.h"
#include "shift/shift_routes.h"
#include "site/about_routes.h"
#include "site/health.h"
#include "site/home_routes.h"
#include "site/reference_routes.h"
#include "site/roles.h"
#include "site/site.h"
#include "venue/venue_routes.h"

/* A line for each part of a feature. */
/* clang-format off */
const struct route *const site_routes[] = {
	health_routes,
	home_web_routes,
	about_web_routes,
	reference_web_routes,
	account_web_routes, account_api_routes,
	sign_in_web_routes, sign_in_api_routes,
	sign_up_web_routes, sign_up_api_routes,
	reset_web_routes, reset_api_routes,
	own_session_web_routes, own_session_api_routes,
	token_web_routes, token_api_routes,
	enrolment_web_routes, enrolment_api_routes,
	household_web_routes, household_api_routes,
	centre_web_routes, centre_api_routes,
	venue_web_routes, venue_api_routes,
	booking_web_routes, booking_api_routes,
	activity_web_routes, activity_run_routes, activity_api_routes,
	sign_up_activity_routes, registration_web_routes, registration_api_routes,
	door_web_routes, door_api_routes,
	feedback_web_routes,
	report_web_routes, report_api_routes,
	diary_web_routes, diary_api_routes,
	feed_web_routes, feed_api_routes,
	notice_web_routes,
	ledger_web_routes, ledger_api_routes,
	accounts_web_routes, accounts_api_routes, account_admin_web_routes,
	invite_web_routes, invite_api_routes,
	audit_web_routes, audit_api_routes, roles_web_routes,
	certificate_web_routes, certificate_api_routes,
	shift_web_routes, shift_manage_routes, shift_api_routes,
	signup_web_routes, signup_manage_routes, signup_api_routes,
	NULL,
};
