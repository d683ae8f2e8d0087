/* household_api.c - a household over JSON. */

#include "household/household.h"
#include "household/household_routes.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
get_household(struct request *req)
{
	size_t count;
	const struct member *members = household_members(req->work, &count);

	return respond_list(req, NULL, member_columns, members, count, sizeof(*members));
}

static const struct refusal *
post_dependant(struct request *req)
{
	struct dependant_draft draft = { 0 };
	struct member member;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = household_add(req->work, &draft, &member);
	return refusal ? refusal : respond_row(req, 201, member_columns, &member);
}

const struct route household_api_routes[] = {
	{ GET, "/api/v1/me/household", get_household, SIGNED_IN, .answer = member_columns,
	  .about = "For whom one may act: oneself first." },
	{ POST, "/api/v1/me/dependants", post_dependant, SIGNED_IN, .body = dependant_fields,
	  .answer = member_columns,
	  .about = "Adds a person without an account to one's household." },
	ROUTES_END,
};
