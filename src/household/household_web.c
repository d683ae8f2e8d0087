/* household_web.c - the page of one's household. */

#include "base/quarter.h"
#include "household/household.h"
#include "household/household_html.h"
#include "household/household_routes.h"
#include "http/form.h"
#include "http/respond.h"

static const struct refusal *
show(struct request *req, const struct form *form)
{
	size_t count;
	const struct member *members = household_members(req->work, &count);

	household_page_html(respond_html(req, form_status(form)), req, form, members, count);
	return NULL;
}

static const struct refusal *
show_household(struct request *req)
{
	const struct dependant_draft none = { .born = DAY_NONE };

	return show(req, form_show(req, dependant_fields, &none));
}

static const struct refusal *
add_dependant(struct request *req)
{
	struct dependant_draft draft = { 0 };
	struct member member;
	struct form *form = form_read(req, &draft);

	if (!form_valid(form) || !form_accept(form, household_add(req->work, &draft, &member)))
		return show(req, form);
	return redirect(req, N_("Added. You can book in this name from now on."), "/household");
}

const struct route household_web_routes[] = {
	{ GET, "/household", show_household, SIGNED_IN, .flags = 0 },
	{ POST, "/household", add_dependant, SIGNED_IN, .body = dependant_fields },
	ROUTES_END,
};
