/* administer_change.c - locks, unlocks, closes and mends the accounts of others. */

#include "account/account_sql.h"
#include "account/administer.h"
#include "audit/audit.h"
#include "base/text.h"
#include "person/person.h"

REFUSAL(reason_missing, REFUSED_BY_RULE, "reason",
	N_("Say why, in a few words: it stands in the audit log."));

const struct field managed_change_fields[] = {
	FIELD_TEXT(struct managed_change, name, .max = PERSON_NAME_MAX, .label = N_("Name")),
	FIELD_WORD(struct managed_change, language, languages, .label = N_("Language")),
	FIELD_INT(struct managed_change, version),
	FIELD_END,
};

const struct field role_fields[] = {
	FIELD_TEXT(struct role_draft, role, .required = true, .max = 12, .label = N_("Role")),
	FIELD_TEXT(struct role_draft, place, .required = true, .max = 120,
		   .label = N_("Where it holds")),
	FIELD_DAY(struct role_draft, from, .label = N_("First day")),
	FIELD_DAY(struct role_draft, until, .label = N_("Last day")),
	FIELD_FLAG(struct role_draft, revoke),
	FIELD_END,
};

typedef const struct refusal *act_on(struct work *work, struct id account, const char *reason);

static const struct refusal *
act_for_a_reason(struct work *work, const struct managed *managed, const char *reason, act_on *act)
{
	const struct refusal *refusal = managed_within_reach(work, managed);

	if (!refusal && (!reason || !*reason))
		refusal = &reason_missing;
	return refusal ? refusal : act(work, managed->id, reason);
}

const struct refusal *
managed_lock(struct work *work, const struct managed *managed, const char *reason)
{
	return act_for_a_reason(work, managed, reason, account_lock);
}

const struct refusal *
managed_unlock(struct work *work, const struct managed *managed, const char *reason)
{
	return act_for_a_reason(work, managed, reason, account_unlock);
}

const struct refusal *
managed_close(struct work *work, const struct managed *managed, const char *reason)
{
	return act_for_a_reason(work, managed, reason, account_close);
}

const struct refusal *
managed_end_sessions(struct work *work, const struct managed *managed)
{
	const struct refusal *refusal = managed_within_reach(work, managed);

	if (refusal)
		return refusal;
	sql_sessions_end(work, managed->id);
	audit_note(work, "sessions_ended", managed->id, managed->person_id, NULL);
	return NULL;
}

const struct refusal *
managed_change(struct work *work, const struct managed *managed,
	       const struct managed_change *change)
{
	const struct person person = {
		.id = managed->person_id,
		.name = change->name && *change->name ? change->name : managed->name,
		.language = change->language ? change->language->word : managed->language,
		.version = change->version ? change->version : managed->version,
	};
	const struct refusal *refusal = managed_within_reach(work, managed);

	return refusal ? refusal : person_change(work, &person);
}
