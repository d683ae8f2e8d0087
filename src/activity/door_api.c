/* door_api.c - the door over JSON, and what was answered afterwards. */

#include "activity/door.h"
#include "activity/feedback.h"
#include "activity/registration_routes.h"
#include "http/form.h"
#include "http/request.h"
#include "http/respond.h"

static REFUSAL(nothing_shown, REFUSED_MALFORMED, "code",
	       N_("Send the code of a ticket, or a registration."));

/* Either a ticket, or a whole party. */
struct check_in_draft {
	const char *code;
	struct id registration;
};

static const struct field check_in_fields[] = {
	FIELD_TEXT(struct check_in_draft, code, .max = 400),
	FIELD_ID(struct check_in_draft, registration),
	FIELD_END,
};

static const struct refusal *
find(struct request *req, struct activity *activity)
{
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), activity);

	return refusal ? refusal : door_may(req->work, activity);
}

static const struct refusal *
check_in(struct request *req, const struct activity *activity, const struct check_in_draft *draft,
	 struct entrance *entrance)
{
	if (draft->code)
		return door_scan(req->work, activity, draft->code, entrance);
	if (id_given(draft->registration))
		return door_tick_party(req->work, activity, draft->registration, entrance);
	return &nothing_shown;
}

static const struct refusal *
post_check_in(struct request *req)
{
	struct check_in_draft draft = { 0 };
	struct activity activity;
	struct entrance entrance;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = check_in(req, &activity, &draft, &entrance);
	return refusal ? refusal : respond_row(req, 200, entrance_columns, &entrance);
}

static const struct refusal *
get_guests(struct request *req)
{
	struct activity activity;
	const struct guest *guests;
	size_t count;
	const struct refusal *refusal = find(req, &activity);

	if (refusal)
		return refusal;
	guests = door_guests(req->work, &activity, &count);
	return respond_list(req, NULL, guest_columns, guests, count, sizeof(*guests));
}

struct tally_draft {
	int64_t people;
};

static const struct field tally_fields[] = {
	FIELD_INT(struct tally_draft, people, .required = true, .min = -1, .max = 1),
	FIELD_END,
};

static const struct refusal *
post_tally(struct request *req)
{
	struct tally_draft draft = { 0 };
	struct activity activity;
	struct entrance entrance;
	struct door_count count;
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = door_count_one(req->work, &activity, draft.people < 0, &entrance);
	if (refusal)
		return refusal;
	count = door_counted(req->work, &activity);
	return respond_row(req, 200, door_count_columns, &count);
}

static const struct refusal *
post_take_back(struct request *req)
{
	struct activity activity;
	struct door_count count;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = find(req, &activity);
	if (!refusal)
		refusal = door_take_back(req->work, &activity, path_id(req, "entrance"));
	if (refusal)
		return refusal;
	count = door_counted(req->work, &activity);
	return respond_row(req, 200, door_count_columns, &count);
}

static const struct refusal *
post_feedback(struct request *req)
{
	struct feedback feedback = { 0 };
	struct activity activity;
	const struct refusal *refusal = form_refusal(form_read(req, &feedback));

	if (!refusal)
		refusal = activity_find(req->work, path_id(req, "activity"), &activity);
	if (!refusal)
		refusal = feedback_give(req->work, &activity, &feedback);
	return refusal ? refusal : respond_nothing(req);
}

static const struct refusal *
get_feedback(struct request *req)
{
	struct activity activity;
	struct feedback_sum sum;
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &activity);

	if (!refusal)
		refusal = feedback_summed(req->work, &activity, &sum);
	return refusal ? refusal : respond_row(req, 200, feedback_sum_columns, &sum);
}

const struct route door_api_routes[] = {
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/check-in",
		.handle = post_check_in,
		.permission = MAY_RUN_VENUES,
		.body = check_in_fields,
		.answer = entrance_columns,
		.about = "Lets in whose code it is, or all of a registration who have not come "
			 "yet.",
	},
	{
		.method = GET,
		.path = "/api/v1/activities/:activity/guests",
		.handle = get_guests,
		.permission = MAY_RUN_VENUES,
		.answer = guest_columns,
		.about = "Who has a place, by name, and who of them came; nobody who waits.",
	},
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/tally",
		.handle = post_tally,
		.permission = MAY_RUN_VENUES,
		.body = tally_fields,
		.answer = door_count_columns,
		.about = "Counts one more without a name, or takes the last of them back (-1).",
	},
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/entrances/:entrance/undo",
		.handle = post_take_back,
		.permission = MAY_RUN_VENUES,
		.body = no_fields,
		.answer = door_count_columns,
		.about = "Takes back that somebody was let in.",
	},
	{
		.method = POST,
		.path = "/api/v1/activities/:activity/feedback",
		.handle = post_feedback,
		.permission = SIGNED_IN,
		.body = feedback_fields,
		.about = "Answers the three questions afterwards, without a name and once.",
	},
	{
		.method = GET,
		.path = "/api/v1/activities/:activity/feedback",
		.handle = get_feedback,
		.permission = MAY_RUN_ACTIVITIES,
		.answer = feedback_sum_columns,
		.about = "Averages in tenths, once there are enough answers to show them.",
	},
	ROUTES_END,
};
