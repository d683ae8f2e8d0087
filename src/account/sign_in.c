/* sign_in.c - judges a login and a password, and counts what fails. */

#include "account/sign_in.h"

#include "account/credential_sql.h"
#include "account/enrolment.h"
#include "account/password.h"
#include "account/second_factor.h"
#include "base/text.h"
#include "db/unit.h"
#include "outbox/outbox.h"

const struct column credential_columns[] = {
	COLUMN_ID(struct credential, account_id),
	COLUMN_ID(struct credential, person_id),
	COLUMN_FLAG(struct credential, may_sign_in),
	COLUMN_TEXT(struct credential, password_hash),
	COLUMN_BYTES(struct credential, totp_sealed),
	COLUMN_INT(struct credential, totp_last_step),
	COLUMN_INT(struct credential, totp_step, .made = true),
	COLUMN_BYTES(struct credential, recovery, .made = true),
	COLUMN_TEXT(struct credential, roles),
	COLUMN_END,
};

const struct field sign_in_fields[] = {
	FIELD_TEXT(struct sign_in_draft, login, .required = true, .max = LOGIN_MAX),
	FIELD_TEXT(struct sign_in_draft, password, .required = true, .secret = true,
		   .max = PASSWORD_MAX),
	FIELD_TEXT(struct sign_in_draft, totp, .max = 6),
	FIELD_TEXT(struct sign_in_draft, recovery_code, .max = 20),
	FIELD_END,
};

const struct field sign_in_page_fields[] = {
	FIELD_TEXT(struct sign_in_draft, login, .required = true, .max = LOGIN_MAX,
		   .label = N_("Mobile number or e-mail")),
	FIELD_TEXT(struct sign_in_draft, password, .required = true, .secret = true,
		   .max = PASSWORD_MAX, .label = N_("Password")),
	FIELD_TEXT(struct sign_in_draft, totp, .max = 6, .label = N_("Code of the app")),
	FIELD_TEXT(struct sign_in_draft, recovery_code, .max = 20, .label = N_("Recovery code")),
	FIELD_FLAG(struct sign_in_draft, shared),
	FIELD_TEXT(struct sign_in_draft, next, .max = 8192),
	FIELD_END,
};

REFUSAL(bad_credentials, REFUSED_UNKNOWN, "login",
	N_("The sign-in name or password is not right, or signing in is limited for now. Check "
	   "both and try again; if that fails, wait 15 minutes, or choose a new password."));
REFUSAL(totp_needed, REFUSED_UNKNOWN, "totp",
	N_("Type the six digits that your authenticator app shows now."));

static bool
is_given(const char *text)
{
	return text && *text;
}

/* A recovery code stands in for the app. */
static const struct refusal *
judge_recovery(struct work *work, struct credential *credential, const char *typed)
{
	credential->recovery = recovery_hash(work, credential->account_id, typed);
	if (!sql_recovery_exists(work, credential->account_id, credential->recovery))
		return &bad_credentials;
	return NULL;
}

/* The first factor is right.  Who has no second one, and needs it, can do nothing but set it up:
 * see enrolment.h. */
static const struct refusal *
judge_second(struct work *work, struct credential *credential, const struct sign_in_draft *draft)
{
	if (!credential->totp_sealed.data)
		return NULL;
	if (is_given(draft->recovery_code) && !is_given(draft->totp))
		return judge_recovery(work, credential, draft->recovery_code);
	if (!is_given(draft->totp))
		return &totp_needed;
	credential->totp_step = second_factor_step(work, credential->account_id,
						   credential->totp_sealed, draft->totp);
	return credential->totp_step > credential->totp_last_step ? NULL : &bad_credentials;
}

static const struct refusal *
judge(struct work *work, struct credential *credential, const struct sign_in_draft *draft)
{
	bool matches;
	const struct refusal *refusal =
		password_compare(work, credential->password_hash, draft->password, &matches);

	if (refusal)
		return refusal;
	if (!matches || !credential->may_sign_in)
		return &bad_credentials;
	return judge_second(work, credential, draft);
}

struct failed {
	const struct attempt *attempt;
	const struct credential *credential;
};

/* Stays though the sign-in is refused; the owner, if there is one, is told when it is limited. */
static void
note_failure(struct work *work, void *with)
{
	const struct failed *failed = with;

	if (throttle_failed(work, failed->attempt) && id_given(failed->credential->person_id))
		outbox_write(work, failed->credential->person_id, "account_locked",
			     failed->credential->account_id,
			     text(work, "{\"until\":%ld}", throttle_until(work, failed->attempt)));
}

/* The owner is told, who may not have been it. */
static const struct refusal *
use_recovery(struct work *work, const struct credential *credential)
{
	if (!sql_recovery_use(work, credential->account_id, credential->recovery))
		return &bad_credentials;
	outbox_write(work, credential->person_id, "recovery_used", credential->account_id, NULL);
	return NULL;
}

/* Of two who come with the same digits, one comes in. */
static const struct refusal *
use_second(struct work *work, const struct credential *credential)
{
	if (credential->recovery.data)
		return use_recovery(work, credential);
	if (credential->totp_step == 0 ||
	    sql_totp_use(work, credential->account_id, credential->totp_step))
		return NULL;
	return &bad_credentials;
}

/* Work factors rise over the years, and a password is at hand at sign-in only. */
static const struct refusal *
hash_anew(struct work *work, const struct credential *credential, const char *password)
{
	const char *hash;
	const struct refusal *refusal;

	if (!password_is_weakly_hashed(credential->password_hash))
		return NULL;
	refusal = password_hash(work, password, &hash);
	if (!refusal && !sql_credential_change(work, credential->account_id, hash))
		fault("a credential that is gone");
	return refusal;
}

const struct refusal *
sign_in_with(struct work *work, const struct sign_in_draft *draft, const struct origin *origin,
	     struct new_session *session)
{
	struct attempt attempt = attempt_of(work, draft->login, origin);
	struct credential credential = { 0 };
	struct failed failed = { &attempt, &credential };
	const struct refusal *refusal;

	if (throttle_until(work, &attempt))
		return &bad_credentials;
	if (!sql_credential_find(work, attempt.login, &credential))
		credential = (struct credential){ 0 };
	refusal = judge(work, &credential, draft);
	if (refusal == &bad_credentials)
		unit_apart(work, note_failure, &failed);
	if (!refusal)
		refusal = use_second(work, &credential);
	if (!refusal)
		refusal = hash_anew(work, &credential, draft->password);
	if (refusal)
		return refusal;
	session_begin(work, credential.account_id,
		      &(struct beginning){ draft->shared, origin->device }, session);
	session->mark = draft->shared ? NULL : attempt.mark;
	throttle_forget(work, &attempt);
	return NULL;
}
