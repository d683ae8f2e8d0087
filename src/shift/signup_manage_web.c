/* signup_manage_web.c - who signed up and who came, for those who run the shift. */

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "http/qr.h"
#include "http/respond.h"
#include "shift/manage_html.h"
#include "shift/shift_routes.h"
#include "shift/shift_web.h"

struct markup
shift_code(struct request *req, const struct shift *shift)
{
	const char *shown = reference_shown(req->work, shift->reference);
	const char *path = text(req->work, "/volunteer/check-in?reference=%s", shown);

	return qr(req->work, whole_url(req->work, path),
		  text(req->work, _("Code of the shift %s"), shown));
}

/* Where nothing tells how long, the planned time is proposed. */
int64_t
people_minutes(const struct work *work, const struct people_page *page, const struct signup *signup)
{
	if (signup->checked_in_at)
		return signup_minutes(work, signup);
	return (page->shift->end_quarter - page->shift->start_quarter) * QUARTER_MINUTES;
}

bool
people_wait(const struct work *work, const struct shift *shift, const struct signup *signup)
{
	if (signup->status == &signup_checked_out)
		return true;
	return arrival_step(signup) && shift_is_over(work, shift);
}

static const struct refusal *
find(struct request *req, struct shift *shift)
{
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), shift);

	if (refusal)
		return refusal;
	return shift_may_run(req->work, shift) ? NULL : &refused_forbidden;
}

static const struct refusal *
show(struct request *req, const struct shift *shift, const struct form *form, struct id refused)
{
	struct people_page page = { .shift = shift, .form = form, .refused_id = refused };
	struct signup *signups;
	const struct refusal *refusal = signup_of_shift(req->work, shift, &signups, &page.count);

	if (refusal)
		return refusal;
	page.signups = signups;
	shift_people_html(respond_html(req, form ? form_status(form) : 200), req, &page);
	return NULL;
}

static const struct refusal *
show_people(struct request *req)
{
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	return refusal ? refusal : show(req, &shift, NULL, (struct id){ 0 });
}

static const struct refusal *
show_poster(struct request *req)
{
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	if (refusal)
		return refusal;
	shift_poster_html(respond_html(req, 200), req, &shift);
	return NULL;
}

/* ---- by the list ---- */

struct step_draft {
	const struct word *step;
};

static const struct field step_fields[] = {
	FIELD_WORD(struct step_draft, step, arrival_steps, .required = true),
	FIELD_END,
};

static const struct refusal *
find_signup(struct request *req, struct signup *signup)
{
	const struct refusal *refusal = signup_find(req->work, path_id(req, "signup"), signup);

	if (refusal)
		return refusal;
	return work_may(req->work, MAY_RUN_SHIFTS, signup->centre_id) ? NULL : &refused_missing;
}

static const struct refusal *
back_to_people(struct request *req, const struct signup *signup, const char *notice)
{
	return redirect(req, notice, "/volunteer/shifts/%s/people",
			id_text(signup->shift_id).chars);
}

static const struct refusal *
step(struct request *req)
{
	struct step_draft draft = { 0 };
	struct signup signup;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find_signup(req, &signup);
	if (!refusal)
		refusal = draft.step == &arrival_in ? signup_check_in(req->work, &signup)
						    : signup_check_out(req->work, &signup);
	return refusal ? refusal : back_to_people(req, &signup, NULL);
}

/* What was typed comes back beside the name it was typed for. */
static const struct refusal *
confirm(struct request *req)
{
	struct hours_draft draft = { .minutes = -1 };
	struct form *form = form_read(req, &draft);
	struct signup signup;
	struct shift shift;
	struct id id = path_id(req, "signup");
	const struct refusal *refusal = find_signup(req, &signup);

	if (!refusal)
		refusal = shift_find(req->work, signup.shift_id, &shift);
	if (refusal)
		return refusal;
	if (form_valid(form))
		refusal = signup_confirm(req->work, &signup, draft.minutes);
	if (refusal && refusal->kind != REFUSED_BY_RULE)
		return refusal;
	if (!form_valid(form) || !form_accept(form, refusal))
		return show(req, &shift, form, id);
	return back_to_people(req, &signup, N_("The hours are confirmed."));
}

/* clang-format off */
const struct route signup_manage_routes[] = {
	{ .method = GET, .path = "/volunteer/shifts/:shift/people", .handle = show_people, .permission = MAY_RUN_SHIFTS },
	{ .method = GET, .path = "/volunteer/shifts/:shift/poster", .handle = show_poster, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/signups/:signup/step", .handle = step, .permission = MAY_RUN_SHIFTS, .body = step_fields },
	{ .method = POST, .path = "/volunteer/signups/:signup/confirm", .handle = confirm, .permission = MAY_RUN_SHIFTS, .body = hours_fields },
	ROUTES_END,
};
/* clang-format on */
