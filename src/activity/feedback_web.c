/* feedback_web.c - the three questions, and what was answered. */

#include "activity/feedback_web.h"

#include <stdlib.h>

#include "activity/feedback_html.h"
#include "activity/registration_routes.h"
#include "base/text.h"
#include "http/respond.h"

const char *
tenths_said(struct work *work, int64_t tenths)
{
	return text(work, "%ld.%ld", tenths / 10, tenths % 10);
}

const char *
mark_said(int64_t mark)
{
	static const char *const marks[] = {
		N_("not at all"), N_("rather not"), N_("so-so"), N_("rather"), N_("very much"),
	};

	return _(marks[mark - 1]);
}

bool
mark_is(const struct input *input, int64_t mark)
{
	return strtoll(input->value, NULL, 10) == mark;
}

static const struct refusal *
show(struct request *req, struct feedback_page *page)
{
	page->closes_at = feedback_closes_at(req->work, &page->activity);
	feedback_form_html(respond_html(req, form_status(page->form)), req, page);
	return NULL;
}

static const struct refusal *
ask(struct request *req)
{
	const struct feedback nothing = { 0 };
	struct feedback_page page;
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &page.activity);

	if (!refusal)
		refusal = feedback_may(req->work, &page.activity);
	if (refusal)
		return refusal;
	page.form = form_show(req, feedback_fields, &nothing);
	return show(req, &page);
}

static const struct refusal *
take(struct request *req)
{
	struct feedback feedback = { 0 };
	struct feedback_page page = { .form = form_read(req, &feedback) };
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &page.activity);

	if (!refusal)
		refusal = feedback_may(req->work, &page.activity);
	if (refusal)
		return refusal;
	if (!form_valid(page.form))
		return show(req, &page);
	refusal = feedback_give(req->work, &page.activity, &feedback);
	if (refusal)
		return refusal;
	return redirect(req, N_("Thank you. Your answers were kept without your name."),
			"/activities/%s", id_text(page.activity.id).chars);
}

static const struct refusal *
show_answers(struct request *req)
{
	struct activity activity;
	struct feedback_sum sum;
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &activity);

	if (!refusal)
		refusal = feedback_summed(req->work, &activity, &sum);
	if (refusal)
		return refusal;
	feedback_answers_html(respond_html(req, 200), req, &activity, &sum);
	return NULL;
}

/* clang-format off */
const struct route feedback_web_routes[] = {
	{ .method = GET, .path = "/activities/:activity/feedback", .handle = ask, .permission = SIGNED_IN },
	{ .method = POST, .path = "/activities/:activity/feedback", .handle = take, .permission = SIGNED_IN, .body = feedback_fields },
	{ .method = GET, .path = "/activities/:activity/answers", .handle = show_answers, .permission = MAY_RUN_ACTIVITIES },
	ROUTES_END,
};
/* clang-format on */
