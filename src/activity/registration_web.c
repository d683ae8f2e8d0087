/* registration_web.c - the form by which one signs up. */

#include "activity/registration_web.h"

#include "activity/registration_html.h"
#include "activity/registration_routes.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "http/respond.h"

static REFUSAL(nobody_chosen, REFUSED_BY_RULE, "party", N_("Choose who takes part."));

static bool
mode_is_full(const struct activity *activity, const struct word *mode)
{
	if (mode == &mode_online)
		return activity->online_places_left <= 0;
	return activity->places_left <= 0;
}

bool
is_full(const struct sign_up_page *page)
{
	const struct activity *activity = &page->activity;

	if (activity->mode != &mode_both)
		return mode_is_full(activity, activity->mode);
	return mode_is_full(activity, &mode_onsite) && mode_is_full(activity, &mode_online);
}

static const struct refusal *
show(struct request *req, struct sign_up_page *page)
{
	struct work *work = req->work;
	struct id centre = page->activity.centre_id;

	page->people = registration_candidates(work, &page->activity, &page->count);
	page->most = setting_at(work, centre, &party_most);
	page->undo_minutes = setting_at(work, centre, &registration_undo_minutes);
	page->offer_minutes = setting_at(work, centre, &waitlist_offer);
	sign_up_form_html(respond_html(req, form_status(page->form)), req, page);
	return NULL;
}

/* Oneself, if one can: most who sign up do so for themselves alone. */
static void
suggest(struct request *req, struct sign_up_page *page)
{
	struct id *oneself = arena_one(req->work->arena, struct id);

	*oneself = req->work->person;
	if (page->draft.party.count == 0)
		page->draft.party = (struct ids){ oneself, 1 };
	if (!page->draft.mode)
		page->draft.mode =
			page->activity.mode == &mode_online ? &mode_online : &mode_onsite;
}

static const struct refusal *
ask(struct request *req)
{
	struct sign_up_page page = { .form = query_read(req, &page.draft) };
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &page.activity);

	if (refusal)
		return refusal;
	if (form_valid(page.form)) {
		suggest(req, &page);
		page.form = form_show(req, registration_fields, &page.draft);
	}
	page.clashes = arena_one(req->work->arena, struct clash);
	return show(req, &page);
}

static const struct refusal *
make(struct request *req, struct sign_up_page *page, struct registration *registration)
{
	if (page->draft.party.count == 0)
		return &nobody_chosen;
	return registration_make(req->work, &page->activity, &page->draft, registration);
}

static const struct refusal *
sign_up(struct request *req)
{
	struct sign_up_page page = { .form = form_read(req, &page.draft) };
	struct registration registration;
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &page.activity);

	if (refusal)
		return refusal;
	page.clashes = arena_one(req->work->arena, struct clash);
	if (!form_valid(page.form))
		return show(req, &page);
	refusal = make(req, &page, &registration);
	if (refusal && refusal->kind == REFUSED_MISSING)
		return refusal;
	if (refusal && refusal->clashes)
		page.clashes = refusal->clashes;
	if (!form_accept(page.form, refusal))
		return show(req, &page);
	return redirect(req, NULL, "/registrations/%s", id_text(registration.id).chars);
}

/* clang-format off */
const struct route sign_up_activity_routes[] = {
	{ .method = GET, .path = "/activities/:activity/sign-up", .handle = ask, .permission = SIGNED_IN, .query = registration_fields },
	{ .method = POST, .path = "/activities/:activity/sign-up", .handle = sign_up, .permission = SIGNED_IN, .flags = ROUTE_ATTEMPT, .body = registration_fields },
	ROUTES_END,
};
/* clang-format on */
