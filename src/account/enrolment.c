/* enrolment.c - offers a second factor, takes it on, and turns it off. */

#include "account/enrolment.h"

#include <string.h>

#include "account/account_sql.h"
#include "account/credential_sql.h"
#include "account/enrolment_sql.h"
#include "account/password.h"
#include "account/role.h"
#include "account/second_factor.h"
#include "account/sign_in.h"
#include "account/sign_up.h"
#include "audit/audit.h"
#include "base/hash.h"
#include "base/seal.h"
#include "base/text.h"
#include "db/unit.h"
#include "outbox/outbox.h"

const struct column enrolment_columns[] = {
	COLUMN_FLAG(struct enrolment, is_on, .as = "on"),
	COLUMN_INT(struct enrolment, recovery_codes),
	COLUMN_FLAG(struct enrolment, needed, .made = true),
	COLUMN_END,
};

const struct column offered_columns[] = {
	COLUMN_BYTES(struct offered, sealed),
	COLUMN_END,
};

const struct field enrolment_fields[] = {
	FIELD_TEXT(struct enrolment_draft, code, .required = true, .max = 20,
		   .label = N_("Code of the app")),
	FIELD_END,
};

const struct field proof_fields[] = {
	FIELD_TEXT(struct proof_draft, password, .secret = true, .max = PASSWORD_MAX,
		   .label = N_("Password")),
	FIELD_TEXT(struct proof_draft, code, .max = 20, .label = N_("Code of the app")),
	FIELD_END,
};

REFUSAL(second_factor_on, REFUSED_CONFLICT, NULL,
	N_("You have an app for signing in already. Turn it off before you take another."));
REFUSAL(second_factor_off, REFUSED_CONFLICT, NULL,
	N_("There is nothing to confirm or to turn off here. Begin anew."));
REFUSAL(second_factor_needed, REFUSED_FORBIDDEN, NULL,
	N_("Your work needs an app for signing in. Set it up first."));
REFUSAL(wrong_digits, REFUSED_BY_RULE, "code",
	N_("These are not the digits that the app shows now. Wait for the next ones, and see that "
	   "the clock of your phone is right."));
REFUSAL(wrong_proof, REFUSED_BY_RULE, "password",
	N_("The password or the code is not right, or there were too many tries. Check it, or wait "
	   "15 minutes."));

/* ---- how somebody stands ---- */

bool
enrolment_lacking(const struct work *work, const char *roles, bool on)
{
	return !on && role_is_staff(roles) && setting_of_network(work, &second_factor);
}

void
enrolment_find(struct work *work, struct enrolment *enrolment)
{
	struct holder holder;

	if (!sql_enrolment_find(work, work->actor, enrolment))
		fault("an account that is gone");
	holder_find(work, work->actor, &holder);
	enrolment->needed = enrolment_lacking(work, holder.roles, false);
}

/* ---- beginning ---- */

/* What the app calls it: as much of a login as is enough to know it again. */
static struct offer
offer_of(struct work *work, const char *secret)
{
	size_t count;
	const struct login *logins = account_logins(work, work->actor, &count);

	return (struct offer){
		.secret = secret,
		.address = second_factor_address(work, count > 0 ? logins[0].shown : "", secret),
	};
}

const struct refusal *
enrolment_offer(struct work *work, struct offer *offer)
{
	struct enrolment enrolment;
	const char *secret = second_factor_secret(work);

	enrolment_find(work, &enrolment);
	if (enrolment.is_on)
		return &second_factor_on;
	sql_totp_offer(work, work->actor, seal(work, SEAL_TOTP, work->actor, secret));
	*offer = offer_of(work, secret);
	return NULL;
}

const struct refusal *
enrolment_offered(struct work *work, struct offer *offer)
{
	struct offered offered;
	const char *secret;

	if (!sql_totp_offered(work, work->actor, &offered))
		return &second_factor_off;
	secret = unseal(work, SEAL_TOTP, work->actor, offered.sealed);
	if (!secret)
		fault("a second factor that cannot be read");
	*offer = offer_of(work, secret);
	return NULL;
}

/* ---- recovery codes ---- */

/* Fifty bits, in two groups, as people copy them. */
static const char *
recovery_new(struct work *work)
{
	const char *token = token_new(work);

	return text(work, "%.5s-%.5s", token, token + 5);
}

struct bytes
recovery_hash(struct work *work, struct id account, const char *typed)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);
	const char *code = code_typed(work, typed);
	size_t group = strcspn(code, "-");

	hash_add_text(hasher, "recovery code");
	hash_add_int(hasher, account.value);
	hash_add_text(hasher, arena_copy(work->arena, code, group));
	hash_add_text(hasher, code[group] == '-' ? code + group + 1 : "");
	return hash_end(work, hasher);
}

static void
give_recovery_codes(struct work *work, const char *codes[RECOVERY_CODES + 1])
{
	sql_recovery_end(work, work->actor);
	for (size_t i = 0; i < RECOVERY_CODES; i++) {
		codes[i] = recovery_new(work);
		sql_recovery_insert(work, work->actor, recovery_hash(work, work->actor, codes[i]));
	}
	codes[RECOVERY_CODES] = NULL;
}

/* ---- holding ---- */

const struct refusal *
enrolment_confirm(struct work *work, const struct enrolment_draft *draft,
		  const char *codes[RECOVERY_CODES + 1])
{
	struct offered offered;
	int64_t step;

	if (!sql_totp_offered(work, work->actor, &offered))
		return &second_factor_off;
	step = second_factor_step(work, work->actor, offered.sealed, code_typed(work, draft->code));
	if (step < 0)
		return &wrong_digits;
	if (!sql_totp_claim(work, work->actor, offered.sealed, step))
		return &second_factor_on;
	sql_totp_offer_end(work, work->actor);
	give_recovery_codes(work, codes);
	sql_sessions_end(work, work->actor);
	audit_note(work, "second_factor_on", work->actor, work->person, NULL);
	outbox_write(work, work->person, "second_factor_on", work->actor, NULL);
	return NULL;
}

/* ---- ending ---- */

static bool
is_given(const char *typed)
{
	return typed && *typed;
}

static bool
code_is_right(struct work *work, const struct credential *credential, const char *typed)
{
	const char *code = code_typed(work, typed);

	if (strlen(code) == 6)
		return second_factor_step(work, work->actor, credential->totp_sealed, code) >
		       credential->totp_last_step;
	return sql_recovery_exists(work, work->actor, recovery_hash(work, work->actor, code));
}

static const struct refusal *
judge(struct work *work, const struct credential *credential, const struct proof_draft *draft)
{
	bool right = false;
	const struct refusal *refusal = NULL;

	if (is_given(draft->password))
		refusal =
			password_compare(work, credential->password_hash, draft->password, &right);
	else if (is_given(draft->code))
		right = code_is_right(work, credential, draft->code);
	if (refusal)
		return refusal;
	return right ? NULL : &wrong_proof;
}

static void
note_failure(struct work *work, void *with)
{
	(void)throttle_failed(work, with);
}

/* Whoever has only the session of another must not guess at this. */
static const struct refusal *
prove(struct work *work, const struct proof_draft *draft, const struct origin *origin)
{
	const char *name = text(work, "account %s", id_text(work->actor).chars);
	struct attempt attempt = attempt_of(work, name, origin);
	struct credential credential;
	const struct refusal *refusal;

	if (throttle_until(work, &attempt))
		return &wrong_proof;
	if (!sql_credential_of(work, work->actor, &credential))
		fault("an account that is gone");
	if (!credential.totp_sealed.data)
		return &second_factor_off;
	refusal = judge(work, &credential, draft);
	if (refusal == &wrong_proof)
		unit_apart(work, note_failure, &attempt);
	return refusal;
}

const struct refusal *
enrolment_end(struct work *work, const struct proof_draft *draft, const struct origin *origin)
{
	const struct refusal *refusal = prove(work, draft, origin);

	if (refusal)
		return refusal;
	if (!sql_totp_end(work, work->actor))
		return &second_factor_off;
	sql_recovery_end(work, work->actor);
	audit_note(work, "second_factor_off", work->actor, work->person, NULL);
	outbox_write(work, work->person, "second_factor_off", work->actor, NULL);
	return NULL;
}
