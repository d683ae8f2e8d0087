/* door_web.c - the page of the door: a field that a scanner types into, a list, a tally. */

#include "activity/door_web.h"

#include "activity/door_html.h"
#include "activity/registration_routes.h"
#include "base/quarter.h"
#include "http/form.h"
#include "http/page.h"
#include "http/respond.h"

/* What the page is told of what was done last. */
struct door_query {
	struct id came;
};

static const struct field door_query_fields[] = {
	FIELD_ID(struct door_query, came),
	FIELD_END,
};

struct scan_draft {
	const char *code;
};

static const struct field scan_fields[] = {
	FIELD_TEXT(struct scan_draft, code, .required = true, .max = 400),
	FIELD_END,
};

struct tick_draft {
	struct id seat;
};

static const struct field tick_fields[] = {
	FIELD_ID(struct tick_draft, seat, .required = true),
	FIELD_END,
};

struct tally_draft {
	int64_t people;
};

static const struct field tally_fields[] = {
	FIELD_INT(struct tally_draft, people, .required = true, .min = -1, .max = 1),
	FIELD_END,
};

struct undo_draft {
	struct id entrance;
};

static const struct field undo_fields[] = {
	FIELD_ID(struct undo_draft, entrance, .required = true),
	FIELD_END,
};

static const struct {
	const struct refusal *refusal;
	const char *word;
} words[] = {
	{ &already_checked_in, N_("In already") },   { &unknown_ticket, N_("Unknown") },
	{ &other_activity, N_("Another activity") }, { &has_no_place, N_("No place") },
	{ &door_not_open, N_("Too early") },         { &door_closed, N_("The door is closed") },
};

const char *
door_word(const struct refusal *refusal)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (refused_as(refusal, words[i].refusal))
			return _(words[i].word);
	return _("Not let in");
}

/* ---- showing ---- */

static const struct refusal *
find(struct request *req, struct door_page *page)
{
	const struct refusal *refusal =
		activity_find(req->work, path_id(req, "activity"), &page->activity);

	return refusal ? refusal : door_may(req->work, &page->activity);
}

static const struct refusal *
show(struct request *req, int status, struct door_page *page)
{
	page->guests = door_guests(req->work, &page->activity, &page->count);
	page->counted = door_counted(req->work, &page->activity);
	door_page_html(respond_html(req, status), req, page);
	return NULL;
}

static const struct refusal *
show_door(struct request *req)
{
	struct door_query query = { 0 };
	struct door_page page = { 0 };
	struct entrance entrance;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = find(req, &page);
	if (refusal)
		return refusal;
	if (id_given(query.came) &&
	    !entrance_find(req->work, &page.activity, query.came, &entrance))
		page.entrance = &entrance;
	return show(req, 200, &page);
}

/* ---- letting in ---- */

/* What was refused is said on the page itself, with the field ready for the next. */
static const struct refusal *
answer(struct request *req, struct door_page *page, const struct refusal *refusal,
       const struct entrance *entrance)
{
	if (!refusal)
		return redirect(req, NULL, "/activities/%s/door?came=%s",
				id_text(page->activity.id).chars, id_text(entrance->id).chars);
	page->refusal = refusal;
	return show(req, refusal->kind == REFUSED_CONFLICT ? 409 : 422, page);
}

static const struct refusal *
scan(struct request *req)
{
	struct scan_draft draft = { 0 };
	const struct refusal *wrong = form_refusal(form_read(req, &draft));
	struct door_page page = { 0 };
	struct entrance entrance;
	const struct refusal *refusal = find(req, &page);

	if (refusal)
		return refusal;
	if (wrong)
		return answer(req, &page, &unknown_ticket, NULL);
	return answer(req, &page, door_scan(req->work, &page.activity, draft.code, &entrance),
		      &entrance);
}

static const struct refusal *
tick(struct request *req)
{
	struct tick_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));
	struct door_page page = { 0 };
	struct entrance entrance;

	if (!refusal)
		refusal = find(req, &page);
	if (refusal)
		return refusal;
	refusal = door_tick(req->work, &page.activity, draft.seat, &entrance);
	if (refusal && refusal->kind == REFUSED_MISSING)
		return refusal;
	return answer(req, &page, refusal, &entrance);
}

static const struct refusal *
back(struct request *req, const struct door_page *page, const char *notice)
{
	return redirect(req, notice, "/activities/%s/door", id_text(page->activity.id).chars);
}

static const struct refusal *
tally(struct request *req)
{
	struct tally_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));
	struct door_page page = { 0 };
	struct entrance entrance;

	if (!refusal)
		refusal = find(req, &page);
	if (refusal)
		return refusal;
	refusal = door_count_one(req->work, &page.activity, draft.people < 0, &entrance);
	return refusal ? answer(req, &page, refusal, NULL) : back(req, &page, NULL);
}

static const struct refusal *
undo(struct request *req)
{
	struct undo_draft draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));
	struct door_page page = { 0 };

	if (!refusal)
		refusal = find(req, &page);
	if (!refusal)
		refusal = door_take_back(req->work, &page.activity, draft.entrance);
	return refusal ? refusal : back(req, &page, N_("Taken back: counts as not come."));
}

/* clang-format off */
const struct route door_web_routes[] = {
	{ .method = GET, .path = "/activities/:activity/door", .handle = show_door, .permission = MAY_RUN_VENUES, .query = door_query_fields },
	{ .method = POST, .path = "/activities/:activity/door", .handle = scan, .permission = MAY_RUN_VENUES, .body = scan_fields },
	{ .method = POST, .path = "/activities/:activity/door/list", .handle = tick, .permission = MAY_RUN_VENUES, .body = tick_fields },
	{ .method = POST, .path = "/activities/:activity/door/tally", .handle = tally, .permission = MAY_RUN_VENUES, .body = tally_fields },
	{ .method = POST, .path = "/activities/:activity/door/undo", .handle = undo, .permission = MAY_RUN_VENUES, .body = undo_fields },
	ROUTES_END,
};
/* clang-format on */
