/* account_api.c - one's own account over JSON. */

#include <jansson.h>

#include "account/account.h"
#include "account/account_routes.h"
#include "account/me.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
respond_me(struct request *req, const struct account *account)
{
	json_t *me = json_of_row(req, account_columns, account);
	size_t count;
	const struct login *logins = account_logins(req->work, account->id, &count);

	json_object_set_new(me, "logins",
			    json_of_rows(req, login_columns, logins, count, sizeof(*logins)));
	return respond_json(req, 200, me);
}

static const struct refusal *
get_me(struct request *req)
{
	struct account account;
	const struct refusal *refusal = account_find(req->work, req->work->actor, &account);

	return refusal ? refusal : respond_me(req, &account);
}

static const struct refusal *
patch_me(struct request *req)
{
	struct me_draft draft = { 0 };
	struct account account;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = me_change(req->work, &draft, &account);
	return refusal ? refusal : respond_me(req, &account);
}

const struct route account_api_routes[] = {
	{ GET, "/api/v1/me", get_me, SIGNED_IN, .answer = account_columns,
	  .about = "The person who is signed in." },
	{ PATCH, "/api/v1/me", patch_me, SIGNED_IN, .body = me_fields, .answer = account_columns,
	  .about = "Changes one's name or language." },
	ROUTES_END,
};
