/* signup_web.c - one's own shifts: leaving, coming, and having been there. */

#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "http/respond.h"
#include "shift/board_html.h"
#include "shift/shift_routes.h"
#include "shift/shift_web.h"

const char *
arrival_step(const struct signup *signup)
{
	if (signup->status == &signup_signed_up)
		return "in";
	return signup->status == &signup_checked_in ? "out" : NULL;
}

static const struct refusal *
show_mine(struct request *req)
{
	const struct id lowest = { 1 };
	int64_t today = quarter_of(day_time(day_of(req->work->now), 0));
	struct my_shifts mine = { .coming = !query_text(req, "cursor") };
	struct cursor cursor;
	struct signup *signups;
	const struct refusal *refusal = cursor_read(req, today, &cursor);

	if (refusal)
		return refusal;
	signups = signup_list(req->work, &cursor, &mine.count);
	CURSOR_CLOSE(req, &cursor, signups, struct signup, start_quarter, &mine.count);
	mine.signups = signups;
	mine.cursor = &cursor;
	mine.earlier =
		text(req->work, "/volunteer/mine?cursor=b%ld.%s", today, id_text(lowest).chars);
	mine.skills = skills_of(req->work, req->work->person, &mine.skill_count);
	shifts_mine_html(respond_html(req, 200), req, &mine);
	return NULL;
}

/* ---- leaving a shift ---- */

static const struct refusal *
ask_to_leave(struct request *req)
{
	struct signup signup;
	const struct refusal *refusal = signup_find(req->work, path_id(req, "signup"), &signup);

	if (!refusal && !signup_can_cancel(req->work, &signup))
		return redirect(req, NULL, "/volunteer/shifts/%s", id_text(signup.shift_id).chars);
	if (refusal)
		return refusal;
	shift_leave_html(respond_html(req, 200), req, form_show(req, no_fields, NULL), &signup);
	return NULL;
}

static const struct refusal *
leave(struct request *req)
{
	struct signup signup;
	const struct refusal *refusal = form_refusal(form_read(req, NULL));

	if (!refusal)
		refusal = signup_find(req->work, path_id(req, "signup"), &signup);
	if (!refusal)
		refusal = signup_cancel(req->work, &signup);
	if (refusal)
		return refusal;
	return redirect(req, N_("You have left the shift, and the place is free for others."),
			"/volunteer/shifts/%s", id_text(signup.shift_id).chars);
}

/* ---- at the place ---- */

WORD(arrival_in, "in", N_("coming"));
WORD(arrival_out, "out", N_("leaving"));
const struct word *const arrival_steps[] = { &arrival_in, &arrival_out, NULL };

struct arrival_draft {
	const char *reference;
	struct id signup_id;
	const struct word *step;
};

static const struct field typed_fields[] = {
	FIELD_TEXT(struct arrival_draft, reference, .max = 20, .label = N_("Reference")),
	FIELD_END,
};

static const struct field arrival_fields[] = {
	FIELD_TEXT(struct arrival_draft, reference, .required = true, .max = 20,
		   .label = N_("Reference")),
	FIELD_ID(struct arrival_draft, signup_id, .as = "signup", .required = true),
	FIELD_WORD(struct arrival_draft, step, arrival_steps, .required = true),
	FIELD_END,
};

static REFUSAL(no_such_poster, REFUSED_BY_RULE, "reference",
	       N_("No shift has this on its poster. Check it, letter by letter."));

/* Of two posters alike, the one that is nearest in time comes first. */
static const struct refusal *
find_poster(struct request *req, const char *typed, struct arrival *arrival)
{
	const char *reference = typed ? reference_parse(req->work, typed) : NULL;
	size_t count = 0;
	const struct shift *shifts =
		reference ? shift_with_reference(req->work, reference, &count) : NULL;

	if (count == 0)
		return &no_such_poster;
	arrival->shift = shifts;
	arrival->signups = signup_own(req->work, shifts->id, &arrival->count);
	return NULL;
}

static const struct refusal *
show_arrival(struct request *req)
{
	struct arrival_draft draft = { 0 };
	struct arrival arrival = { .form = query_read(req, &draft) };

	if (draft.reference && form_valid(arrival.form) &&
	    !form_accept(arrival.form, find_poster(req, draft.reference, &arrival)))
		arrival.shift = NULL;
	arrival_html(respond_html(req, form_status(arrival.form)), req, &arrival);
	return NULL;
}

/* The reference shows that one stands before the poster, or was told it by who does. */
static const struct refusal *
step(struct request *req, const struct arrival_draft *draft, const struct arrival *arrival)
{
	struct signup signup;
	const struct refusal *refusal = signup_find(req->work, draft->signup_id, &signup);

	if (!refusal && !id_same(signup.shift_id, arrival->shift->id))
		return &refused_missing;
	if (refusal)
		return refusal;
	return draft->step == &arrival_in ? signup_check_in(req->work, &signup)
					  : signup_check_out(req->work, &signup);
}

static const struct refusal *
arrive(struct request *req)
{
	struct arrival_draft draft = { 0 };
	struct arrival arrival = { .form = form_read(req, &draft) };
	const struct refusal *refusal = NULL;

	if (form_valid(arrival.form))
		refusal = find_poster(req, draft.reference, &arrival);
	if (form_valid(arrival.form) && !refusal)
		refusal = step(req, &draft, &arrival);
	if (refusal && refusal->kind == REFUSED_MISSING)
		return refusal;
	if (!form_valid(arrival.form) || !form_accept(arrival.form, refusal)) {
		arrival_html(respond_html(req, form_status(arrival.form)), req, &arrival);
		return NULL;
	}
	return redirect(req,
			draft.step == &arrival_in
				? N_("You are here, and your time runs.")
				: N_("Thank you. The coordinator confirms your hours."),
			"/volunteer/check-in?reference=%s", arrival.shift->reference);
}

/* clang-format off */
const struct route signup_web_routes[] = {
	{ .method = GET, .path = "/volunteer/mine", .handle = show_mine, .permission = SIGNED_IN },
	{ .method = GET, .path = "/volunteer/signups/:signup/leave", .handle = ask_to_leave, .permission = SIGNED_IN },
	{ .method = POST, .path = "/volunteer/signups/:signup/leave", .handle = leave, .permission = SIGNED_IN, .body = no_fields },
	{ .method = GET, .path = "/volunteer/check-in", .handle = show_arrival, .permission = SIGNED_IN, .query = typed_fields },
	{ .method = POST, .path = "/volunteer/check-in", .handle = arrive, .permission = SIGNED_IN, .body = arrival_fields },
	ROUTES_END,
};
/* clang-format on */
