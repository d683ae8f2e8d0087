/* invite_api.c - inviting somebody, over JSON. */

#include <jansson.h>

#include "account/invite.h"
#include "admin/admin_routes.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
post_invitation(struct request *req)
{
	struct invite_draft draft = { 0 };
	struct account account;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = managed_invite(req->work, &draft, &account);
	if (refusal)
		return refusal;
	return respond_json(req, 201,
			    json_pack("{s:s, s:{s:s, s:s}, s:s}", "id", id_text(account.id).chars,
				      "person", "id", id_text(account.person_id).chars, "name",
				      account.name, "status", account_invited.word));
}

static const struct refusal *
post_reset(struct request *req)
{
	struct managed managed;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = managed_find(req->work, path_id(req, "account"), &managed);
	if (!refusal)
		refusal = managed_send_reset(req->work, &managed);
	return refusal ? refusal : respond_nothing(req);
}

const struct route invite_api_routes[] = {
	{ POST, "/api/v1/admin/accounts", post_invitation, MAY_ADMINISTER, .flags = ROUTE_APART,
	  .body = invite_fields, .answer = managed_columns,
	  .about = "Opens an account with a role, and sends the link to choose a password." },
	{ POST, "/api/v1/admin/accounts/:account/reset", post_reset, MAY_ADMINISTER,
	  .flags = ROUTE_APART, .body = no_fields,
	  .about = "Sends a link to choose a new password." },
	ROUTES_END,
};
