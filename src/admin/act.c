/* act.c - the acts of the audit log, one row each. */

#include "admin/act.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"

static const struct word acts[] = {
	{ "signed_in", N_("Signed in") },
	{ "signed_out", N_("Signed out") },
	{ "sessions_ended", N_("Ended all sessions") },
	{ "account_made", N_("Made an account") },
	{ "invited", N_("Sent an invitation") },
	{ "reset_sent", N_("Sent a link for a new password") },
	{ "session_ended", N_("Ended a session") },
	{ "login_added", N_("Added an address to sign in with") },
	{ "account_locked", N_("Locked an account") },
	{ "account_unlocked", N_("Unlocked an account") },
	{ "account_closed", N_("Closed an account") },
	{ "accounts_exported", N_("Exported a list of accounts") },
	{ "role_given", N_("Gave a role") },
	{ "role_taken", N_("Took a role back") },
	{ "password_set", N_("Set a password") },
	{ "password_changed", N_("Changed a password") },
	{ "second_factor_on", N_("Turned the second factor on") },
	{ "second_factor_off", N_("Turned the second factor off") },
	{ "second_factor_given", N_("Gave a second factor") },
	{ "token_made", N_("Made a token") },
	{ "token_revoked", N_("Ended a token") },
	{ "person_changed", N_("Changed a name or a language") },
	{ "dependant_added", N_("Added a family member") },
	{ "booking_made", N_("Booked a room") },
	{ "booking_requested", N_("Asked for a room") },
	{ "booking_cancelled", N_("Cancelled a booking") },
	{ "booking_undone", N_("Took a booking back") },
	{ "activity_drafted", N_("Drafted an activity") },
	{ "activity_changed", N_("Changed an activity") },
	{ "activity_published", N_("Published an activity") },
	{ "activity_cancelled", N_("Cancelled an activity") },
	{ "registration_made", N_("Signed up for an activity") },
	{ "registration_waiting", N_("Went on a waiting list") },
	{ "registration_offered", N_("Was offered a place") },
	{ "registration_accepted", N_("Accepted a place") },
	{ "registration_declined", N_("Declined a place") },
	{ "offer_lapsed", N_("Let an offer lapse") },
	{ "waiting_over", N_("Waited in vain") },
	{ "registration_cancelled", N_("Gave a place up") },
	{ "registration_undone", N_("Took a sign-up back") },
	{ "let_in", N_("Checked somebody in") },
	{ "let_in_taken_back", N_("Took a check-in back") },
	{ "opportunity_made", N_("Made an opportunity") },
	{ "shift_made", N_("Made a shift") },
	{ "shift_moved", N_("Moved a shift") },
	{ "shift_cancelled", N_("Cancelled a shift") },
	{ "shift_taken", N_("Took a shift") },
	{ "shift_left", N_("Left a shift") },
	{ "checked_in", N_("Came to a shift") },
	{ "checked_out", N_("Left at the end of a shift") },
	{ "hours_confirmed", N_("Confirmed hours") },
	{ "skill_confirmed", N_("Confirmed a skill") },
	{ "hours_earned", N_("Credited hours of volunteering") },
	{ "hours_adjusted", N_("Corrected hours of volunteering") },
	{ "hours_spent", N_("Spent hours of volunteering") },
	{ "hours_voided", N_("Voided hours of volunteering") },
	{ "certificate_given", N_("Issued a certificate") },
	{ "certificate_voided", N_("Voided a certificate") },
	{ "feed_made", N_("Made a calendar feed") },
	{ "feed_ended", N_("Ended a calendar feed") },
	{ "demo_loaded", N_("Loaded the demonstration") },
};

const struct word *
act_at(size_t index)
{
	return index < COUNT(acts) ? &acts[index] : NULL;
}

const char *
act_said(const char *act)
{
	for (size_t i = 0; i < COUNT(acts); i++) {
		if (strcmp(acts[i].word, act) == 0)
			return _(acts[i].label);
	}
	return act;
}
