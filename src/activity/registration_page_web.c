/* registration_page_web.c - the page of a registration, and the link by which an offer is answered
 * without signing in. */

#include <string.h>

#include "activity/registration_html.h"
#include "activity/registration_routes.h"
#include "activity/registration_web.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "http/qr.h"
#include "http/respond.h"

static WORD(answer_accept, "accept", N_("Accept"));
static WORD(answer_decline, "decline", N_("Decline"));
static const struct word *const answers[] = { &answer_accept, &answer_decline, NULL };

static const struct field answer_fields[] = {
	FIELD_IDS(struct answer_draft, party, .label = N_("Who comes")),
	FIELD_WORD(struct answer_draft, answer, answers, .required = true),
	FIELD_END,
};

/* ---- what the page says ---- */

const char *
registration_badge(const struct word *status)
{
	if (status == &registration_registered)
		return "is-ok";
	if (status == &registration_offered)
		return "is-warn";
	return status == &registration_waiting ? "is-info" : "";
}

struct markup
ticket_code(struct work *work, const struct seat *seat)
{
	const char *shown = reference_shown(work, seat->reference);
	const char *path = text(work, "/s/%s", shown);

	return qr(work, whole_url(work, path), text(work, _("Code of the ticket %s"), shown));
}

const char *
party_said(struct work *work, const struct registration_page *page)
{
	const char *names = "";

	for (size_t i = 0; i < page->count; i++)
		names = i == 0 ? page->seats[i].person_name
			       : text(work, pgettext("a list", "%s, %s"), names,
				      page->seats[i].person_name);
	return names;
}

bool
must_choose(const struct registration_page *page)
{
	return page->registration.offered < (int64_t)page->count;
}

bool
starts_chosen(const struct registration_page *page, size_t index)
{
	const struct input *input = form_input(page->form, "party");

	if (*input->value)
		return input_names(input, page->seats[index].person_id);
	return (int64_t)index < page->registration.offered;
}

const char *
link_shown_from(struct work *work, const struct registration *registration)
{
	return when(work, quarter_time(registration->start_quarter) -
				  60 * setting_at(work, registration->centre_id, &online_minutes));
}

/* ---- the page of who has signed in ---- */

static const struct refusal *
find(struct request *req, struct registration_page *page)
{
	const struct refusal *refusal =
		registration_find(req->work, path_id(req, "registration"), &page->registration);

	if (refusal)
		return refusal;
	page->seats = registration_seats(req->work, page->registration.id, &page->count);
	page->answer_way =
		text(req->work, "/registrations/%s/answer", id_text(page->registration.id).chars);
	return NULL;
}

static const struct refusal *
show(struct request *req, struct registration_page *page)
{
	struct html *out = respond_html(req, page->form ? form_status(page->form) : 200);
	const struct answer_draft nothing = { 0 };

	if (!page->form)
		page->form = form_show(req, answer_fields, &nothing);
	registration_page_html(out, req, page);
	return NULL;
}

static const struct refusal *
show_registration(struct request *req)
{
	struct registration_page page = { 0 };
	const struct refusal *refusal = find(req, &page);

	return refusal ? refusal : show(req, &page);
}

static const struct refusal *
show_calendar(struct request *req)
{
	struct registration_page page = { 0 };
	const struct refusal *refusal = find(req, &page);
	const char *calendar;

	if (refusal)
		return refusal;
	calendar = registration_calendar(req->work, &page.registration);
	return respond_file(
		req, "text/calendar; charset=utf-8",
		text(req->work, "%s.ics", reference_shown(req->work, page.registration.reference)),
		calendar, strlen(calendar));
}

static const struct refusal *
back(struct request *req, const struct registration_page *page, const char *notice)
{
	return redirect(req, notice, "/registrations/%s", id_text(page->registration.id).chars);
}

/* ---- giving up ---- */

static const struct refusal *
show_cancel(struct request *req, struct registration_page *page)
{
	registration_cancel_html(respond_html(req, form_status(page->form)), req, page);
	return NULL;
}

/* Whoever keeps the door gives a reason; one's own is given up by one press. */
static const struct refusal *
ask_to_cancel(struct request *req)
{
	const struct reason_draft nothing = { 0 };
	struct registration_page page = { 0 };
	const struct refusal *refusal = find(req, &page);

	if (refusal)
		return refusal;
	if (!registration_can_cancel(req->work, &page.registration))
		return back(req, &page, NULL);
	page.form = form_show(req, reason_fields, &nothing);
	return show_cancel(req, &page);
}

static const struct refusal *
cancel(struct request *req)
{
	struct registration_page page = { 0 };
	struct reason_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = find(req, &page);

	if (refusal)
		return refusal;
	page.form = form;
	if (!form_valid(form))
		return show_cancel(req, &page);
	refusal = registration_cancel(req->work, &page.registration, draft.reason);
	if (refusal && refusal->kind == REFUSED_CONFLICT)
		return refusal;
	if (!form_accept(form, refusal))
		return show_cancel(req, &page);
	return back(req, &page, N_("Given up. Thank you: the place is for others now."));
}

static const struct refusal *
undo(struct request *req)
{
	struct registration_page page = { 0 };
	const struct refusal *refusal = find(req, &page);

	if (!refusal)
		refusal = registration_undo(req->work, &page.registration);
	if (refusal)
		return refusal;
	return back(req, &page, N_("Taken back, as if nobody had signed up."));
}

/* ---- answering an offer ---- */

static const struct refusal *
answer(struct request *req, const struct answer_draft *draft, struct registration_page *page)
{
	if (draft->answer == &answer_decline)
		return offer_decline(req->work, &page->registration);
	return offer_accept(req->work, &page->registration, &draft->party);
}

static const char *
answered(const struct answer_draft *draft)
{
	return draft->answer == &answer_decline ? N_("Declined. The place goes to the next person.")
						: N_("Accepted. You are in.");
}

static const struct refusal *
answer_offer(struct request *req)
{
	struct registration_page page = { 0 };
	struct answer_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = find(req, &page);

	if (!refusal && !page.registration.own)
		refusal = &refused_forbidden;
	if (refusal)
		return refusal;
	page.form = form;
	if (!form_valid(form) || !form_accept(form, answer(req, &draft, &page)))
		return show(req, &page);
	return back(req, &page, answered(&draft));
}

/* ---- by a link ---- */

static const struct refusal *
find_by_link(struct request *req, struct registration_page *page)
{
	const char *code = path_text(req, "code");
	const struct refusal *refusal =
		offer_find(req->work, path_id(req, "registration"), code, &page->registration);

	if (refusal)
		return refusal;
	page->by_link = true;
	page->seats = registration_seats(req->work, page->registration.id, &page->count);
	page->answer_way =
		text(req->work, "/offers/%s/%s", id_text(page->registration.id).chars, code);
	return NULL;
}

static const struct refusal *
show_by_link(struct request *req, struct registration_page *page)
{
	struct html *out = respond_html(req, page->form ? form_status(page->form) : 200);
	const struct answer_draft nothing = { 0 };

	if (!page->form)
		page->form = form_show(req, answer_fields, &nothing);
	offer_page_html(out, req, page);
	return NULL;
}

static const struct refusal *
show_offer(struct request *req)
{
	struct registration_page page = { 0 };
	const struct refusal *refusal = find_by_link(req, &page);

	return refusal ? refusal : show_by_link(req, &page);
}

static const struct refusal *
answer_by_link(struct request *req)
{
	struct registration_page page = { 0 };
	struct answer_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	const struct refusal *refusal = find_by_link(req, &page);

	if (refusal)
		return refusal;
	page.form = form;
	if (!form_valid(form) || !form_accept(form, answer(req, &draft, &page)))
		return show_by_link(req, &page);
	return redirect(req, answered(&draft), "%s", page.answer_way);
}

/* clang-format off */
const struct route registration_web_routes[] = {
	{ .method = GET, .path = "/registrations/:registration", .handle = show_registration, .permission = SIGNED_IN },
	{ .method = GET, .path = "/registrations/:registration/calendar", .handle = show_calendar, .permission = SIGNED_IN },
	{ .method = GET, .path = "/registrations/:registration/cancel", .handle = ask_to_cancel, .permission = SIGNED_IN },
	{ .method = POST, .path = "/registrations/:registration/cancel", .handle = cancel, .permission = SIGNED_IN, .body = reason_fields },
	{ .method = POST, .path = "/registrations/:registration/undo", .handle = undo, .permission = SIGNED_IN },
	{ .method = POST, .path = "/registrations/:registration/answer", .handle = answer_offer, .permission = SIGNED_IN, .body = answer_fields },
	{ .method = GET, .path = "/offers/:registration/:code", .handle = show_offer, .permission = ANYONE },
	{ .method = POST, .path = "/offers/:registration/:code", .handle = answer_by_link, .permission = ANYONE, .body = answer_fields },
	ROUTES_END,
};
/* clang-format on */
