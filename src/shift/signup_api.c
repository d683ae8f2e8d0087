/* signup_api.c - taking a shift and working it, over JSON. */

#include "base/quarter.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"
#include "shift/shift_routes.h"
#include "shift/signup.h"

static const struct refusal *
post_signup(struct request *req)
{
	struct signup_draft draft = { 0 };
	struct shift shift;
	struct signup signup;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = shift_find(req->work, path_id(req, "shift"), &shift);
	if (!refusal)
		refusal = signup_make(req->work, &shift, &draft, &signup);
	return refusal ? refusal : respond_row(req, 201, signup_columns, &signup);
}

static const struct refusal *
get_signups(struct request *req)
{
	int64_t today = quarter_of(day_time(day_of(req->work->now), 0));
	struct cursor cursor;
	struct signup *signups;
	size_t count;
	const struct refusal *refusal = cursor_read(req, today, &cursor);

	if (refusal)
		return refusal;
	signups = signup_list(req->work, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, signups, struct signup, start_quarter, &count);
	return respond_list(req, &cursor, signup_columns, signups, count, sizeof(*signups));
}

static const struct refusal *
get_signups_of_shift(struct request *req)
{
	struct shift shift;
	struct signup *signups = NULL;
	size_t count = 0;
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), &shift);

	if (!refusal)
		refusal = signup_of_shift(req->work, &shift, &signups, &count);
	if (refusal)
		return refusal;
	return respond_list(req, NULL, signup_columns, signups, count, sizeof(*signups));
}

static const struct refusal *
find(struct request *req, struct signup *signup)
{
	return signup_find(req->work, path_id(req, "signup"), signup);
}

static const struct refusal *
get_signup(struct request *req)
{
	struct signup signup;
	const struct refusal *refusal = find(req, &signup);

	return refusal ? refusal : respond_row(req, 200, signup_columns, &signup);
}

static const struct refusal *
act(struct request *req, const struct refusal *(*verb)(struct work *, struct signup *))
{
	struct signup signup;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = find(req, &signup);
	if (!refusal)
		refusal = verb(req->work, &signup);
	return refusal ? refusal : respond_row(req, 200, signup_columns, &signup);
}

static const struct refusal *
post_cancel(struct request *req)
{
	return act(req, signup_cancel);
}

static const struct refusal *
post_check_in(struct request *req)
{
	return act(req, signup_check_in);
}

static const struct refusal *
post_check_out(struct request *req)
{
	return act(req, signup_check_out);
}

static const struct refusal *
post_confirm(struct request *req)
{
	struct hours_draft draft = { .minutes = -1 };
	struct signup signup;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &signup);
	if (!refusal)
		refusal = signup_confirm(req->work, &signup, draft.minutes);
	return refusal ? refusal : respond_row(req, 200, signup_columns, &signup);
}

const struct route signup_api_routes[] = {
	{
		.method = POST,
		.path = "/api/v1/shifts/:shift/signups",
		.handle = post_signup,
		.permission = SIGNED_IN,
		.flags = ROUTE_ATTEMPT,
		.body = signup_fields,
		.answer = signup_columns,
		.about = "Takes a place on a shift, for oneself or a dependant.",
	},
	{
		.method = GET,
		.path = "/api/v1/shifts/:shift/signups",
		.handle = get_signups_of_shift,
		.permission = MAY_RUN_SHIFTS,
		.flags = ROUTE_LIST,
		.answer = signup_columns,
		.about = "Who signed up for a shift, for who runs it.",
	},
	{
		.method = GET,
		.path = "/api/v1/signups",
		.handle = get_signups,
		.permission = SIGNED_IN,
		.flags = ROUTE_LIST,
		.answer = signup_columns,
		.about = "Shifts of the person and of those the person acts for, from today on.",
	},
	{
		.method = GET,
		.path = "/api/v1/signups/:signup",
		.handle = get_signup,
		.permission = SIGNED_IN,
		.answer = signup_columns,
		.about = "One signup.",
	},
	{
		.method = POST,
		.path = "/api/v1/signups/:signup/cancel",
		.handle = post_cancel,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = signup_columns,
		.about = "Gives the place back, until some hours before the start.",
	},
	{
		.method = POST,
		.path = "/api/v1/signups/:signup/check-in",
		.handle = post_check_in,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = signup_columns,
		.about = "Says that the person has come; opens shortly before the start.",
	},
	{
		.method = POST,
		.path = "/api/v1/signups/:signup/check-out",
		.handle = post_check_out,
		.permission = SIGNED_IN,
		.body = no_fields,
		.answer = signup_columns,
		.about = "Says that the person leaves.",
	},
	{
		.method = POST,
		.path = "/api/v1/signups/:signup/confirm",
		.handle = post_confirm,
		.permission = SIGNED_IN,
		.body = hours_fields,
		.answer = signup_columns,
		.about = "Confirms the hours, by somebody who runs the shift; minutes left out are "
			 "those from check-in to check-out.",
	},
	ROUTES_END,
};
