/* statements.c - what the pools prepare, by what their users of the database may touch. */

#include "site/statements.h"
#include "account/administer_sql.h"
#include "account/credential_sql.h"
#include "audit/audit_log_sql.h"

struct sql_statement *const *const site_page_statements[] = { PAGES, CHANGES, TAKING_PART, NULL };

struct sql_statement *const *const site_hash_statements[] = {
	PAGES, credential_statements, administer_statements, audit_log_statements, NULL,
};
