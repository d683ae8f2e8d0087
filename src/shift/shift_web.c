/* shift_web.c - the board of shifts, the page of one, and taking it. */

#include "shift/shift_web.h"

#include <string.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/area.h"
#include "household/household.h"
#include "http/page.h"
#include "http/respond.h"
#include "shift/board_html.h"
#include "shift/shift_routes.h"
#include "venue/venue.h"

#define MINE_MOST 50
#define WEEK_DAYS 7
#define CHIPS_MOST 4

const char *
need_said(struct work *work, const struct shift *shift)
{
	if (shift->places_left <= 0)
		return text(work, _("%ld of %ld, nobody more is needed"), shift->taken,
			    shift->needed);
	return text(work,
		    ngettext("%ld of %ld, %ld more is needed", "%ld of %ld, %ld more are needed",
			     shift->places_left),
		    shift->taken, shift->needed, shift->places_left);
}

const char *
signup_badge(const struct word *status)
{
	if (status == &signup_signed_up || status == &signup_confirmed)
		return "is-ok";
	if (status == &signup_checked_in || status == &signup_checked_out)
		return "is-info";
	return "";
}

bool
shift_is_open(const struct work *work, const struct shift *shift)
{
	return shift->status == &shift_open && !shift_has_begun(work, shift);
}

bool
tab_is(const char *here, const char *tab)
{
	return strcmp(here, tab) == 0;
}

/* ---- the board ---- */

struct board_find {
	struct shift_query query;
	struct id area_id;
	bool week;
};

static const struct field board_fields[] = {
	FIELD_POINT(struct board_find, query.near, .as = "near"),
	FIELD_ID(struct board_find, area_id, .as = "area"),
	FIELD_INT(struct board_find, query.within_minutes, .as = "within_minutes", .min = 1,
		  .max = 600),
	FIELD_ID(struct board_find, query.centre_id, .as = "centre"),
	FIELD_DAY(struct board_find, query.from, .as = "from"),
	FIELD_FLAG(struct board_find, query.fitting, .as = "fitting"),
	FIELD_FLAG(struct board_find, query.open, .as = "open"),
	FIELD_FLAG(struct board_find, week),
	FIELD_END,
};

/* Ways are measured from the point, else from the area, else from home; they narrow the list only
 * where a time to walk is said. */
static const struct refusal *
read_place(struct work *work, struct board_find *find)
{
	struct shift_query *query = &find->query;
	struct point from = query->near;
	struct area area;

	if (!from.given && id_given(find->area_id)) {
		const struct refusal *refusal = area_find(work, find->area_id, &area);

		if (refusal)
			return refusal;
		from = area_point(&area);
	}
	if (!from.given)
		from = venue_home(work);
	query->home = from;
	query->near = query->within_minutes > 0 ? from : (struct point){ .given = false };
	if (find->week)
		query->to = day_of(work->now) + WEEK_DAYS - 1;
	return NULL;
}

static void
add_chip(struct request *req, struct board *board, struct board_chip *chips, const char *name,
	 const char *value, const char *label)
{
	bool on = query_text(req, name) != NULL && *query_text(req, name);

	chips[board->chip_count++] = (struct board_chip){
		.label = label,
		.way = page_with(req, name, on ? NULL : value),
		.on = on,
	};
	board->narrowed = board->narrowed || on;
}

static void
set_chips(struct request *req, const struct board_find *find, struct board *board)
{
	struct board_chip *chips = arena_array(req->work->arena, CHIPS_MOST, sizeof(*chips));
	int64_t minutes = setting_of_network(req->work, &circle_minutes);

	if (signed_in(req))
		add_chip(req, board, chips, "fitting", "true", _("Fits my skills"));
	if (find->query.home.given)
		add_chip(req, board, chips, "within_minutes", text(req->work, "%ld", minutes),
			 text(req->work, _("%ld minutes on foot"), minutes));
	add_chip(req, board, chips, "week", "true", _("This week"));
	add_chip(req, board, chips, "open", "true", _("Places free"));
	board->chips = chips;
	board->narrowed = board->narrowed || id_given(find->query.centre_id);
}

/* What the household has still ahead, in the order of time. */
static void
set_mine(struct request *req, struct board *board)
{
	const struct cursor cursor = { .rows = MINE_MOST, .after = quarter_of(req->work->now) };
	struct signup *mine;
	size_t count, kept = 0;

	if (!signed_in(req))
		return;
	mine = signup_list(req->work, &cursor, &count);
	for (size_t i = 0; i < count; i++)
		if (mine[i].status != &signup_cancelled)
			mine[kept++] = mine[i];
	board->mine = mine;
	board->mine_count = kept;
}

static const struct signup *
own_of(const struct board *board, struct id shift)
{
	for (size_t i = 0; i < board->mine_count; i++)
		if (id_same(board->mine[i].shift_id, shift))
			return &board->mine[i];
	return NULL;
}

/* Shifts come in the order of their start, so those of a day stand together. */
static void
deal_out(struct work *work, struct board *board, const struct shift *shifts, size_t count)
{
	struct board_line *lines = arena_array(work->arena, count + 1, sizeof(*lines));
	struct board_day *days = arena_array(work->arena, count + 1, sizeof(*days));

	for (size_t i = 0; i < count; i++) {
		int64_t day = day_of(quarter_time(shifts[i].start_quarter));

		lines[i] = (struct board_line){ &shifts[i], own_of(board, shifts[i].id) };
		if (board->day_count == 0 || days[board->day_count - 1].day != day)
			days[board->day_count++] =
				(struct board_day){ .day = day, .lines = &lines[i] };
		days[board->day_count - 1].count++;
	}
	board->days = days;
}

static const struct refusal *
fill_board(struct request *req, struct board_find *find, struct cursor *cursor, struct board *board)
{
	const struct centre_query all = { .pace = NULL };
	struct shift *shifts = NULL;
	size_t count = 0;
	const struct refusal *refusal = NULL;

	if (form_valid(board->form))
		refusal = shift_list(req->work, &find->query, cursor, &shifts, &count);
	if (refusal)
		return refusal;
	if (shifts)
		CURSOR_CLOSE(req, cursor, shifts, struct shift, start_quarter, &count);
	board->cursor = cursor;
	board->centres = centre_search(req->work, &all, &board->centre_count);
	set_mine(req, board);
	deal_out(req->work, board, shifts, count);
	set_chips(req, find, board);
	return NULL;
}

static const struct refusal *
show_board(struct request *req)
{
	struct board_find find = { .query = { .from = DAY_NONE, .to = DAY_NONE } };
	struct board board = { .form = query_read(req, &find) };
	struct cursor cursor;
	const struct refusal *refusal = cursor_read(req, 0, &cursor);

	if (!refusal)
		refusal = read_place(req->work, &find);
	if (!refusal)
		refusal = fill_board(req, &find, &cursor, &board);
	if (refusal)
		return refusal;
	board_html(respond_html(req, form_status(board.form)), req, &board);
	return NULL;
}

/* ---- one shift ---- */

static const struct refusal *
show(struct request *req, const struct shift *shift, struct form *form)
{
	struct shift_page page = { .shift = shift, .form = form };

	if (signed_in(req)) {
		page.people = household_choices(req->work, &page.people_count);
		page.own = signup_own(req->work, shift->id, &page.own_count);
	}
	if (form_refused(form))
		page.clashes = form_refused(form)->clashes;
	shift_page_html(respond_html(req, form_status(form)), req, &page);
	return NULL;
}

static const struct refusal *
show_shift(struct request *req)
{
	const struct signup_draft draft = { .person_id = req->work->person };
	struct shift shift;
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), &shift);

	return refusal ? refusal : show(req, &shift, form_show(req, signup_fields, &draft));
}

static const struct refusal *
take(struct request *req)
{
	struct signup_draft draft = { 0 };
	struct form *form = form_read(req, &draft);
	struct shift shift;
	struct signup signup;
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), &shift);

	if (refusal)
		return refusal;
	if (form_valid(form)) {
		refusal = signup_make(req->work, &shift, &draft, &signup);
		if (refusal && refusal->kind == REFUSED_MISSING)
			return refusal;
	}
	if (!form_valid(form) || !form_accept(form, refusal))
		return show(req, &shift, form);
	return redirect(req, N_("You are down for this shift. It stands in your diary."),
			"/volunteer/shifts/%s", id_text(shift.id).chars);
}

static const struct refusal *
show_calendar(struct request *req)
{
	struct shift shift;
	const char *calendar;
	const struct refusal *refusal = shift_find(req->work, path_id(req, "shift"), &shift);

	if (refusal)
		return refusal;
	calendar = shift_calendar(req->work, &shift);
	return respond_file(req, "text/calendar; charset=utf-8",
			    text(req->work, "%s.ics", id_text(shift.id).chars), calendar,
			    strlen(calendar));
}

/* clang-format off */
const struct route shift_web_routes[] = {
	{ .method = GET, .path = "/volunteer", .handle = show_board, .query = board_fields },
	{ .method = GET, .path = "/volunteer/shifts/:shift", .handle = show_shift },
	{ .method = POST, .path = "/volunteer/shifts/:shift", .handle = take, .permission = SIGNED_IN, .flags = ROUTE_ATTEMPT, .body = signup_fields },
	{ .method = GET, .path = "/volunteer/shifts/:shift/calendar", .handle = show_calendar },
	ROUTES_END,
};
/* clang-format on */
