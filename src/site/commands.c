/* commands.c - the commands of quarterctl. */

#include "account/account_ctl.h"
#include "audit/audit_ctl.h"
#include "demo/demo_ctl.h"
#include "outbox/outbox_ctl.h"
#include "site/routes_ctl.h"
#include "site/site.h"
#include "site/site_ctl.h"

const struct ctl_command *const site_commands[] = {
	installation_commands, doctor_commands, routes_commands, demo_commands,
	account_commands,      audit_commands,  outbox_commands, NULL,
};
