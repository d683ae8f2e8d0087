/* statements.h - the statements that several kinds of process prepare, for the lists of them. */
#ifndef STATEMENTS_H
#define STATEMENTS_H

#include "account/account_sql.h"
#include "account/enrolment_sql.h"
#include "account/identity_sql.h"
#include "account/own_session_sql.h"
#include "account/reset_sql.h"
#include "account/sign_up_sql.h"
#include "account/token_sql.h"
#include "activity/activity_change_sql.h"
#include "activity/activity_sql.h"
#include "activity/door_sql.h"
#include "activity/feedback_asked_sql.h"
#include "activity/feedback_sql.h"
#include "activity/registration_sql.h"
#include "activity/waiting_sql.h"
#include "audit/audit_sql.h"
#include "booking/booking_sql.h"
#include "centre/area_sql.h"
#include "centre/calendar_sql.h"
#include "centre/centre_sql.h"
#include "certificate/certificate_reader_sql.h"
#include "certificate/certificate_sql.h"
#include "db/command_sql.h"
#include "diary/diary_sql.h"
#include "diary/feed_sql.h"
#include "household/household_sql.h"
#include "ledger/ledger_reader_sql.h"
#include "ledger/ledger_sql.h"
#include "notice/notice_sql.h"
#include "outbox/outbox_sql.h"
#include "person/person_sql.h"
#include "report/report_sql.h"
#include "setting/network_sql.h"
#include "shift/shift_sql.h"
#include "shift/signup_sql.h"
#include "shift/skill_sql.h"
#include "site/attempt_sql.h"
#include "site/reader_sql.h"
#include "site/site.h"
#include "venue/venue_sql.h"

#define PAGES                                                                                      \
	command_statements, attempt_statements, reader_statements, account_statements,             \
		identity_statements, reset_statements, own_session_statements, token_statements,   \
		enrolment_statements, sign_up_statements, person_statements, household_statements, \
		area_statements, calendar_statements, centre_statements, network_statements,       \
		venue_statements, diary_statements, feed_statements, outbox_statements,            \
		audit_statements, booking_statements, activity_statements, notice_statements,      \
		ledger_reader_statements, certificate_reader_statements

/* What neither the pool that hashes nor the jobs process may change. */
#define CHANGES                                                                                    \
	ledger_statements, certificate_statements, activity_change_statements, door_statements,    \
		feedback_statements, report_statements, shift_statements, signup_statements,       \
		skill_statements

/* What the pool that hashes never does, but the jobs process does. */
#define TAKING_PART registration_statements, waiting_statements, feedback_asked_statements

#endif
