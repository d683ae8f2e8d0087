/* ledger_web.c - the page of one's hours, and the pages on which a coordinator corrects them. */

#include "ledger/ledger_web.h"

#include "base/quarter.h"
#include "base/text.h"
#include "http/respond.h"
#include "ledger/ledger_html.h"
#include "ledger/ledger_routes.h"

const char *
stars_said(int64_t stars)
{
	static const char *const said[STARS + 1] = {
		N_("none yet"),    N_("one star"),   N_("two stars"),
		N_("three stars"), N_("four stars"), N_("five stars"),
	};

	return _(said[stars]);
}

const char *
next_star_said(struct work *work, const struct ledger_sums *sums)
{
	if (sums->next_star > 0)
		return text(work, _("%s to the next star"), duration(work, sums->next_star));
	return text(work, _("reached on %s"), on_day(work, day_of(sums->reached[sums->stars - 1])));
}

const char *
line_day(struct work *work, const struct ledger_line *line)
{
	return on_day(work, day_of(line->start ? line->start : line->made_at));
}

/* Reads the sums and a page of the entries. */
static const struct refusal *
read_hours(struct request *req, struct id person, struct cursor *cursor, struct hours_page *page)
{
	const struct refusal *refusal = cursor_read(req, INT64_MAX, cursor);
	struct ledger_line *lines;

	if (refusal)
		return refusal;
	lines = ledger_lines(req->work, person, cursor, &page->count);
	CURSOR_CLOSE(req, cursor, lines, struct ledger_line, seq, &page->count);
	page->lines = lines;
	page->cursor = cursor;
	page->sums = ledger_sums(req->work, person);
	return NULL;
}

static const struct refusal *
show_own(struct request *req)
{
	struct hours_page page = { .own = true };
	struct cursor cursor;
	const struct refusal *refusal = read_hours(req, req->work->person, &cursor, &page);

	if (!refusal)
		hours_page_html(respond_html(req, 200), req, &page);
	return refusal;
}

/* ---- a volunteer's, for a coordinator ---- */

static const struct refusal *
show_volunteer(struct request *req, const struct volunteer *volunteer, const struct form *form,
	       int status)
{
	struct hours_page page = { .volunteer = *volunteer, .form = form };
	struct cursor cursor;
	const struct refusal *refusal = read_hours(req, volunteer->person_id, &cursor, &page);

	if (!refusal)
		hours_page_html(respond_html(req, status), req, &page);
	return refusal;
}

static const struct refusal *
ask_to_correct(struct request *req)
{
	struct volunteer volunteer;
	struct correction nothing = { .kind = &ledger_adjusted };
	const struct refusal *refusal =
		ledger_volunteer(req->work, path_id(req, "person"), &volunteer);

	if (refusal)
		return refusal;
	nothing.centre_id = volunteer.centre_id;
	return show_volunteer(req, &volunteer, form_show(req, correction_fields, &nothing), 200);
}

static const struct refusal *
correct(struct request *req)
{
	struct correction correction = { 0 };
	struct form *form = form_read(req, &correction);
	struct volunteer volunteer;
	const struct refusal *refusal =
		ledger_volunteer(req->work, path_id(req, "person"), &volunteer);

	if (refusal)
		return refusal;
	correction.person_id = volunteer.person_id;
	if (form_valid(form)) {
		refusal = ledger_correct(req->work, &correction);
		if (refusal && refusal->kind == REFUSED_FORBIDDEN)
			return refusal;
	}
	if (form_valid(form) && form_accept(form, refusal))
		return redirect(req, N_("Entered; the volunteer is told."), "/volunteer/people/%s",
				id_text(volunteer.person_id).chars);
	return show_volunteer(req, &volunteer, form, form_status(form));
}

/* ---- voiding an entry ---- */

struct void_draft {
	const char *reason;
};

static const struct field void_fields[] = {
	FIELD_TEXT(struct void_draft, reason, .required = true, .max = 200, .label = N_("Reason")),
	FIELD_END,
};

static const struct refusal *
ask_to_void(struct request *req)
{
	const struct void_draft nothing = { 0 };
	struct ledger_line line;
	const struct refusal *refusal = ledger_find(req->work, path_id(req, "entry"), &line);

	if (!refusal)
		hours_void_html(respond_html(req, 200), req, form_show(req, void_fields, &nothing),
				&line);
	return refusal;
}

static const struct refusal *
void_entry(struct request *req)
{
	struct void_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct ledger_line line;
	const struct refusal *refusal = ledger_find(req->work, path_id(req, "entry"), &line);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = ledger_void(req->work, &line, draft.reason);
		if (refusal && refusal->kind != REFUSED_BY_RULE)
			return refusal;
	}
	if (form_valid(form) && form_accept(form, refusal))
		return redirect(req, N_("Entered; the volunteer is told."), "/volunteer/people/%s",
				id_text(line.person_id).chars);
	hours_void_html(respond_html(req, form_status(form)), req, form, &line);
	return NULL;
}

/* clang-format off */
const struct route ledger_web_routes[] = {
	{ .method = GET, .path = "/volunteer/hours", .handle = show_own, .permission = SIGNED_IN },
	{ .method = GET, .path = "/volunteer/people/:person", .handle = ask_to_correct, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/people/:person", .handle = correct, .permission = MAY_RUN_SHIFTS, .body = correction_fields },
	{ .method = GET, .path = "/volunteer/hours/:entry/void", .handle = ask_to_void, .permission = MAY_RUN_SHIFTS },
	{ .method = POST, .path = "/volunteer/hours/:entry/void", .handle = void_entry, .permission = MAY_RUN_SHIFTS, .body = void_fields },
	ROUTES_END,
};
/* clang-format on */
