/* invite.c - opens an account for somebody, who chooses a password by the link that is sent. */

#include "account/invite.h"

#include "account/reset.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "person/person.h"

const struct field invite_fields[] = {
	FIELD_TEXT(struct invite_draft, name, .required = true, .max = PERSON_NAME_MAX,
		   .label = N_("Name")),
	FIELD_TEXT(struct invite_draft, login, .required = true, .max = 254,
		   .label = N_("Mobile number or e-mail")),
	FIELD_TEXT(struct invite_draft, role, .required = true, .max = 12, .label = N_("Role")),
	FIELD_TEXT(struct invite_draft, place, .required = true, .max = 120,
		   .label = N_("Where it holds")),
	FIELD_DAY(struct invite_draft, from, .label = N_("First day")),
	FIELD_DAY(struct invite_draft, until, .label = N_("Last day")),
	FIELD_END,
};

static const struct refusal *
make(struct work *work, const struct invite_draft *draft, struct account *account)
{
	struct new_account make = { .name = draft->name,
				    .language = language_tag(),
				    .born = DAY_NONE };

	make.login = address_normal(work, draft->login, &make.kind);
	return make.login ? account_make(work, &make, account) : &no_address;
}

/* It belongs where its role holds: so whoever invites may find it afterwards. */
const struct refusal *
managed_invite(struct work *work, const struct invite_draft *draft, struct account *account)
{
	const struct role_draft role = {
		.role = draft->role,
		.place = draft->place,
		.from = draft->from,
		.until = draft->until,
	};
	const struct refusal *refusal = make(work, draft, account);
	struct managed managed = { .status = &account_open };

	if (refusal)
		return refusal;
	managed.id = account->id;
	managed.person_id = account->person_id;
	refusal = managed_give(work, &managed, &role);
	return refusal ? refusal : reset_invite(work, account);
}

const struct refusal *
managed_send_reset(struct work *work, const struct managed *managed)
{
	struct account account;
	const struct refusal *refusal = managed_within_reach(work, managed);

	if (!refusal)
		refusal = account_find(work, managed->id, &account);
	if (refusal)
		return refusal;
	return managed->status == &account_invited ? reset_invite(work, &account)
						   : reset_send(work, &account);
}
