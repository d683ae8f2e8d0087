/* job_statements.c - what the jobs process and quarterctl prepare, by what their users may touch.
 *
 * Apart from what the pools prepare, so that these are linked without what jobs alone need. */

#include "account/account_ctl_sql.h"
#include "account/administer_sql.h"
#include "account/credential_sql.h"
#include "audit/audit_jobs_sql.h"
#include "audit/audit_log_sql.h"
#include "audit/audit_reader_sql.h"
#include "certificate/certificate_jobs_sql.h"
#include "demo/demo_sql.h"
#include "demo/volunteering_sql.h"
#include "ledger/ledger_verify_sql.h"
#include "outbox/outbox_jobs_sql.h"
#include "outbox/outbox_reader_sql.h"
#include "person/name_key_sql.h"
#include "shift/shift_jobs_sql.h"
#include "site/clock_sql.h"
#include "site/statements.h"

struct sql_statement *const *const site_job_statements[] = {
	command_statements,
	network_statements,
	audit_statements,
	audit_jobs_statements,
	outbox_statements,
	outbox_jobs_statements,
	venue_statements,
	booking_statements,
	activity_statements,
	centre_statements,
	ledger_reader_statements,
	certificate_reader_statements,
	certificate_jobs_statements,
	diary_statements,
	name_key_statements,
	shift_jobs_statements,
	TAKING_PART,
	NULL,
};

struct sql_statement *const *const site_command_statements[] = {
	PAGES,
	CHANGES,
	TAKING_PART,
	credential_statements,
	certificate_jobs_statements,
	account_ctl_statements,
	administer_statements,
	name_key_statements,
	outbox_jobs_statements,
	audit_jobs_statements,
	audit_log_statements,
	audit_reader_statements,
	ledger_verify_statements,
	outbox_reader_statements,
	clock_statements,
	shift_jobs_statements,
	demo_statements,
	volunteering_statements,
	NULL,
};
