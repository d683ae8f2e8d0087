/* shift_api.c - shifts over JSON: the same fields, rules and refusals as the pages. */

#include "base/quarter.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"
#include "shift/shift.h"
#include "shift/shift_routes.h"
#include "shift/skill.h"

static const struct refusal *
get_shifts(struct request *req)
{
	struct shift_query query = { .from = DAY_NONE, .to = DAY_NONE };
	const struct refusal *refusal = form_refusal(query_read(req, &query));
	struct cursor cursor;
	struct shift *shifts;
	size_t count;

	if (!refusal)
		refusal = cursor_read(req, 0, &cursor);
	if (!refusal)
		refusal = shift_list(req->work, &query, &cursor, &shifts, &count);
	if (refusal)
		return refusal;
	CURSOR_CLOSE(req, &cursor, shifts, struct shift, start_quarter, &count);
	return respond_list(req, &cursor, shift_columns, shifts, count, sizeof(*shifts));
}

static const struct refusal *
find(struct request *req, struct shift *shift)
{
	return shift_find(req->work, path_id(req, "shift"), shift);
}

static const struct refusal *
answer(struct request *req, int status, const struct refusal *refusal, const struct shift *shift)
{
	return refusal ? refusal : respond_row(req, status, shift_columns, shift);
}

static const struct refusal *
get_shift(struct request *req)
{
	struct shift shift;
	const struct refusal *refusal = find(req, &shift);

	return answer(req, 200, refusal, &shift);
}

static const struct refusal *
post_shift(struct request *req)
{
	struct shift_draft draft = { 0 };
	struct shift shift;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = shift_make(req->work, &draft, &shift);
	return answer(req, 201, refusal, &shift);
}

static const struct refusal *
patch_shift(struct request *req)
{
	struct shift_change change = { 0 };
	struct shift shift;
	const struct refusal *refusal = form_refusal(form_read(req, &change));

	if (!refusal)
		refusal = find(req, &shift);
	if (!refusal)
		refusal = shift_move(req->work, &shift, &change);
	return answer(req, 200, refusal, &shift);
}

static const struct refusal *
post_cancel(struct request *req)
{
	struct reason_draft draft = { 0 };
	struct shift shift;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &shift);
	if (!refusal)
		refusal = shift_cancel(req->work, &shift, draft.reason);
	return answer(req, 200, refusal, &shift);
}

/* ---- skills and roles ---- */

static const struct refusal *
get_skills(struct request *req)
{
	size_t count;
	const struct skill *skills = skill_all(req->work, &count);

	return respond_list(req, NULL, skill_columns, skills, count, sizeof(*skills));
}

static const struct refusal *
get_my_skills(struct request *req)
{
	size_t count;
	const struct person_skill *skills = skills_of(req->work, req->work->person, &count);

	return respond_list(req, NULL, person_skill_columns, skills, count, sizeof(*skills));
}

static const struct refusal *
post_skill(struct request *req)
{
	struct skill_draft draft = { .from = DAY_NONE };
	struct person_skill skill;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = skill_confirm(req->work, &draft, &skill);
	return refusal ? refusal : respond_row(req, 201, person_skill_columns, &skill);
}

static const struct refusal *
get_opportunities(struct request *req)
{
	size_t count;
	const struct opportunity *all = opportunity_all(req->work, &count);

	return respond_list(req, NULL, opportunity_columns, all, count, sizeof(*all));
}

static const struct refusal *
post_opportunity(struct request *req)
{
	struct opportunity_draft draft = { 0 };
	struct opportunity opportunity;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = opportunity_make(req->work, &draft, &opportunity);
	return refusal ? refusal : respond_row(req, 201, opportunity_columns, &opportunity);
}

const struct route shift_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/shifts",
		.handle = get_shifts,
		.flags = ROUTE_LIST,
		.query = shift_query_fields,
		.answer = shift_columns,
		.about = "Shifts to come, or of the days asked for, in the order of time.",
	},
	{
		.method = POST,
		.path = "/api/v1/shifts",
		.handle = post_shift,
		.permission = MAY_RUN_SHIFTS,
		.body = shift_fields,
		.answer = shift_columns,
		.about = "Makes a shift at a centre, alone or with an activity.",
	},
	{
		.method = GET,
		.path = "/api/v1/shifts/:shift",
		.handle = get_shift,
		.answer = shift_columns,
		.about = "One shift.",
	},
	{
		.method = PATCH,
		.path = "/api/v1/shifts/:shift",
		.handle = patch_shift,
		.permission = MAY_RUN_SHIFTS,
		.body = shift_change_fields,
		.answer = shift_columns,
		.about = "Moves a shift, or changes how many are needed; all who signed up are "
			 "told.",
	},
	{
		.method = POST,
		.path = "/api/v1/shifts/:shift/cancel",
		.handle = post_cancel,
		.permission = MAY_RUN_SHIFTS,
		.body = reason_fields,
		.answer = shift_columns,
		.about = "Cancels a shift that has not begun; all who signed up are told why.",
	},
	{
		.method = GET,
		.path = "/api/v1/skills",
		.handle = get_skills,
		.flags = ROUTE_LIST,
		.answer = skill_columns,
		.about = "What shifts may ask for, and how one shows that one has it.",
	},
	{
		.method = POST,
		.path = "/api/v1/skills",
		.handle = post_skill,
		.permission = MAY_RUN_SHIFTS,
		.body = skill_fields,
		.answer = person_skill_columns,
		.about = "Confirms that a person has a skill, from a day on.",
	},
	{
		.method = GET,
		.path = "/api/v1/me/skills",
		.handle = get_my_skills,
		.permission = SIGNED_IN,
		.flags = ROUTE_LIST,
		.answer = person_skill_columns,
		.about = "The person's own skills, and how long each is good.",
	},
	{
		.method = GET,
		.path = "/api/v1/opportunities",
		.handle = get_opportunities,
		.flags = ROUTE_LIST,
		.answer = opportunity_columns,
		.about = "Roles in which people volunteer.",
	},
	{
		.method = POST,
		.path = "/api/v1/opportunities",
		.handle = post_opportunity,
		.permission = MAY_RUN_SHIFTS,
		.body = opportunity_fields,
		.answer = opportunity_columns,
		.about = "Adds a role from which shifts can be made.",
	},
	ROUTES_END,
};
