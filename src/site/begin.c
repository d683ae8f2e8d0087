/* begin.c - hands each part what it must be told of the others. */

#include "account/account_letters.h"
#include "account/identify_web.h"
#include "activity/activity_follow.h"
#include "activity/activity_letters.h"
#include "activity/feedback_letters.h"
#include "activity/registration_letters.h"
#include "audit/audit.h"
#include "audit/verify.h"
#include "booking/booking_letters.h"
#include "db/unit.h"
#include "diary/diary_letters.h"
#include "http/page.h"
#include "ledger/ledger_letters.h"
#include "ledger/ledger_verify.h"
#include "outbox/outbox.h"
#include "setting/network.h"
#include "shift/shift_letters.h"
#include "site/attempt.h"
#include "site/coming.h"
#include "site/reader.h"
#include "site/site.h"

static const struct letter_kind *const letters[] = {
	account_letters,  booking_letters, activity_letters, diary_letters, registration_letters,
	feedback_letters, ledger_letters,  shift_letters,    NULL,
};

const struct site site = {
	.routes = site_routes,
	.identify = account_identify,
	.attempt = attempt_count,
	.afterwards = account_afterwards,
};

static void
keep_current(struct work *work, int64_t caches)
{
	if (caches != network_caches())
		network_refresh(work);
}

void
site_begin(void)
{
	unit_hooks.committed = audit_committed;
	unit_hooks.forgotten = audit_forgotten;
	account_keep_current(keep_current);
	audit_verify_hours(ledger_verify);
	letters_use(letters);
	activity_followed_by(site_followers);
	sheet_know_coming(coming_at);
	page_know_reader(reader_know);
}
