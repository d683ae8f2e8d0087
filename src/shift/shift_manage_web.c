/* shift_manage_web.c - planning, moving and cancelling shifts, and what they are planned from. */

#include "base/quarter.h"
#include "base/text.h"
#include "centre/centre.h"
#include "http/respond.h"
#include "shift/manage_html.h"
#include "shift/shift_routes.h"
#include "shift/shift_web.h"

/* ---- the shifts of a centre ---- */

static const struct refusal *
find_centre(struct request *req, struct id id, struct centre *centre)
{
	const struct refusal *refusal = centre_find(req->work, id, centre);

	if (refusal)
		return refusal;
	return work_may(req->work, MAY_RUN_SHIFTS, id) ? NULL : &refused_forbidden;
}

static const struct refusal *
show_centre(struct request *req)
{
	const struct id lowest = { 1 };
	int64_t now = quarter_of(req->work->now);
	struct centre centre;
	struct shift_list_page list = { .centre = &centre, .coming = !query_text(req, "cursor") };
	struct shift_query query = { .from = 0, .to = DAY_NONE };
	struct cursor cursor;
	struct shift *shifts;
	const struct refusal *refusal = find_centre(req, path_id(req, "centre"), &centre);

	query.centre_id = centre.id;
	if (!refusal)
		refusal = cursor_read(req, now, &cursor);
	if (!refusal)
		refusal = shift_list(req->work, &query, &cursor, &shifts, &list.count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, shifts, struct shift, start_quarter, &list.count);
	list.shifts = shifts;
	list.cursor = &cursor;
	list.earlier = text(req->work, "/centres/%s/shifts?cursor=b%ld.%s",
			    id_text(centre.id).chars, now, id_text(lowest).chars);
	centre_shifts_html(respond_html(req, 200), req, &list);
	return NULL;
}

/* ---- planning ---- */

static const struct refusal *
show_new(struct request *req, const struct centre *centre, struct form *form)
{
	struct shift_form_page page = { .form = form, .centre = centre };

	page.opportunities = opportunity_all(req->work, &page.opportunity_count);
	page.rooms = centre_rooms(req->work, centre->id, &page.room_count);
	shift_new_html(respond_html(req, form_status(form)), req, &page);
	return NULL;
}

static const struct refusal *
plan(struct request *req)
{
	struct shift_draft draft = { 0 };
	struct form *form = query_read(req, &draft);
	struct centre centre;
	const struct refusal *refusal = find_centre(req, draft.centre_id, &centre);

	if (refusal)
		return refusal;
	if (form_valid(form))
		form = form_show(req, shift_fields, &draft);
	return show_new(req, &centre, form);
}

static const struct refusal *
make(struct request *req)
{
	struct shift_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct centre centre;
	struct shift shift;
	const struct refusal *refusal = find_centre(req, draft.centre_id, &centre);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = shift_make(req->work, &draft, &shift);
		if (refusal && refusal->kind == REFUSED_MISSING)
			return refusal;
	}
	if (!form_valid(form) || !form_accept(form, refusal))
		return show_new(req, &centre, form);
	return redirect(req, N_("The shift stands on the board."), "/volunteer/shifts/%s/people",
			id_text(shift.id).chars);
}

/* ---- moving and cancelling ---- */

static const struct refusal *
find(struct request *req, struct shift *shift)
{
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), shift);

	if (refusal)
		return refusal;
	return shift_may_run(req->work, shift) ? NULL : &refused_forbidden;
}

static const struct refusal *
show_edit(struct request *req, const struct shift *shift, struct form *form)
{
	struct shift_form_page page = { .form = form, .shift = shift };

	page.rooms = centre_rooms(req->work, shift->centre_id, &page.room_count);
	shift_edit_html(respond_html(req, form_status(form)), req, &page);
	return NULL;
}

static const struct refusal *
ask_to_edit(struct request *req)
{
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);
	struct shift_change change;

	if (refusal)
		return refusal;
	change = (struct shift_change){ shift.venue_id, shift.start_quarter, shift.end_quarter,
					shift.needed, shift.version };
	return show_edit(req, &shift, form_show(req, shift_change_fields, &change));
}

static const struct refusal *
edit(struct request *req)
{
	struct shift_change change = { 0 };
	struct form *form = form_read(req, &change);
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = shift_move(req->work, &shift, &change);
		if (refusal && (refusal == &refused_stale || refusal->kind == REFUSED_MISSING))
			return refusal;
	}
	if (!form_valid(form) || !form_accept(form, refusal))
		return show_edit(req, &shift, form);
	return redirect(req, N_("Saved, and everybody who signed up is told."),
			"/volunteer/shifts/%s/people", id_text(shift.id).chars);
}

static const struct refusal *
ask_to_cancel(struct request *req)
{
	const struct reason_draft nothing = { 0 };
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	if (refusal)
		return refusal;
	shift_cancel_html(respond_html(req, 200), req, form_show(req, reason_fields, &nothing),
			  &shift);
	return NULL;
}

static const struct refusal *
cancel(struct request *req)
{
	struct reason_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = shift_cancel(req->work, &shift, draft.reason);
		if (refusal && refusal->kind == REFUSED_CONFLICT)
			return refusal;
	}
	if (!form_valid(form) || !form_accept(form, refusal)) {
		shift_cancel_html(respond_html(req, form_status(form)), req, form, &shift);
		return NULL;
	}
	return redirect(req, N_("The shift is cancelled, and everybody who signed up is told."),
			"/volunteer/shifts/%s", id_text(shift.id).chars);
}

/* ---- skills and roles ---- */

static const struct refusal *
show_skills(struct request *req, struct form *form)
{
	struct shift_form_page page = { .form = form };

	page.skills = skill_all(req->work, &page.skill_count);
	skill_page_html(respond_html(req, form_status(form)), req, &page);
	return NULL;
}

static const struct refusal *
ask_for_skill(struct request *req)
{
	const struct skill_draft nothing = { .from = DAY_NONE };

	return show_skills(req, form_show(req, skill_fields, &nothing));
}

static const struct refusal *
confirm_skill(struct request *req)
{
	struct skill_draft draft = { .from = DAY_NONE };
	struct form *form = form_read(req, &draft);
	struct person_skill skill;
	const struct refusal *refusal = NULL;

	if (form_valid(form))
		refusal = skill_confirm(req->work, &draft, &skill);
	if (!form_valid(form) || !form_accept(form, refusal))
		return show_skills(req, form);
	return redirect(req, N_("The skill is confirmed."), "/volunteer/skills");
}

static const struct refusal *
show_role(struct request *req, struct form *form)
{
	struct shift_form_page page = { .form = form };

	page.skills = skill_all(req->work, &page.skill_count);
	role_page_html(respond_html(req, form_status(form)), req, &page);
	return NULL;
}

static const struct refusal *
ask_for_role(struct request *req)
{
	const struct opportunity_draft nothing = { .needed = 0 };

	return show_role(req, form_show(req, opportunity_fields, &nothing));
}

static const struct refusal *
add_role(struct request *req)
{
	struct opportunity_draft draft = { .needed = 0 };
	struct form *form = form_read(req, &draft);
	struct opportunity opportunity;
	const struct refusal *refusal = NULL;

	if (form_valid(form))
		refusal = opportunity_make(req->work, &draft, &opportunity);
	if (!form_valid(form) || !form_accept(form, refusal))
		return show_role(req, form);
	return redirect(req, N_("The role can be chosen for shifts."), "/volunteer/roles/new");
}

/* clang-format off */
const struct route shift_manage_routes[] = {
	{ .method = GET, .path = "/centres/:centre/shifts", .handle = show_centre, .permission = MAY_RUN_SHIFTS },
	{ .method = GET, .path = "/volunteer/shifts/new", .handle = plan, .permission = MAY_RUN_SHIFTS, .query = shift_fields },
	{ .method = POST, .path = "/volunteer/shifts", .handle = make, .permission = MAY_RUN_SHIFTS, .body = shift_fields },
	{ .method = GET, .path = "/volunteer/shifts/:shift/edit", .handle = ask_to_edit, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/shifts/:shift/edit", .handle = edit, .permission = MAY_RUN_SHIFTS, .body = shift_change_fields },
	{ .method = GET, .path = "/volunteer/shifts/:shift/cancel", .handle = ask_to_cancel, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/shifts/:shift/cancel", .handle = cancel, .permission = MAY_RUN_SHIFTS, .body = reason_fields },
	{ .method = GET, .path = "/volunteer/skills", .handle = ask_for_skill, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/skills", .handle = confirm_skill, .permission = MAY_RUN_SHIFTS, .body = skill_fields },
	{ .method = GET, .path = "/volunteer/roles/new", .handle = ask_for_role, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/roles", .handle = add_role, .permission = MAY_RUN_SHIFTS, .body = opportunity_fields },
	ROUTES_END,
};
/* clang-format on */
