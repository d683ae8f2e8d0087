/* ledger_api.c - hours over JSON: the same entries, sums and corrections. */

#include "http/form.h"
#include "http/respond.h"
#include "ledger/ledger.h"
#include "ledger/ledger_routes.h"

static const struct column sums_columns[] = {
	COLUMN_INT(struct ledger_sums, minutes),
	COLUMN_INT(struct ledger_sums, served),
	COLUMN_INT(struct ledger_sums, this_year),
	COLUMN_INT(struct ledger_sums, shifts),
	COLUMN_INT(struct ledger_sums, stars),
	COLUMN_INT(struct ledger_sums, next_star, .as = "next_star_minutes", .given = true),
	COLUMN_END,
};

/* The names alone: cursor_read() reads them. */
struct page_query {
	const char *cursor, *limit;
};

static const struct field page_fields[] = {
	FIELD_TEXT(struct page_query, cursor),
	FIELD_TEXT(struct page_query, limit),
	FIELD_END,
};

struct reached_star {
	int64_t star;
	time_t reached_at;
};

static const struct column reached_columns[] = {
	COLUMN_INT(struct reached_star, star),
	COLUMN_TIME(struct reached_star, reached_at),
	COLUMN_END,
};

static json_t *
json_of_reached(struct request *req, const struct ledger_sums *sums)
{
	struct reached_star stars[STARS];

	for (int64_t i = 0; i < sums->stars; i++)
		stars[i] = (struct reached_star){ i + 1, sums->reached[i] };
	return json_of_rows(req, reached_columns, stars, (size_t)sums->stars, sizeof(*stars));
}

static const struct refusal *
respond_hours(struct request *req, int status, struct id person)
{
	struct ledger_sums sums = ledger_sums(req->work, person);
	struct cursor cursor;
	struct ledger_line *lines;
	json_t *hours;
	size_t count;
	const struct refusal *refusal = cursor_read(req, INT64_MAX, &cursor);

	if (refusal)
		return refusal;
	/* A whole history is what is wanted here, and not a first page of it. */
	if (!query_text(req, "limit"))
		cursor.rows = 201;
	lines = ledger_lines(req->work, person, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, lines, struct ledger_line, seq, &count);
	hours = json_of_row(req, sums_columns, &sums);
	json_object_set_new(hours, "reached", json_of_reached(req, &sums));
	json_object_set_new(hours, "entries",
			    json_of_rows(req, ledger_line_columns, lines, count, sizeof(*lines)));
	json_object_set_new(hours, "next", cursor.next ? json_string(cursor.next) : json_null());
	return respond_json(req, status, hours);
}

static const struct refusal *
get_own(struct request *req)
{
	return respond_hours(req, 200, req->work->person);
}

static const struct refusal *
get_volunteer(struct request *req)
{
	struct volunteer volunteer;
	const struct refusal *refusal =
		ledger_volunteer(req->work, path_id(req, "person"), &volunteer);

	return refusal ? refusal : respond_hours(req, 200, volunteer.person_id);
}

static const struct refusal *
post_correction(struct request *req)
{
	struct correction correction = { 0 };
	struct volunteer volunteer;
	const struct refusal *refusal =
		ledger_volunteer(req->work, path_id(req, "person"), &volunteer);

	if (!refusal)
		refusal = form_refusal(form_read(req, &correction));
	if (refusal)
		return refusal;
	correction.person_id = volunteer.person_id;
	refusal = ledger_correct(req->work, &correction);
	return refusal ? refusal : respond_hours(req, 201, correction.person_id);
}

struct void_draft {
	const char *reason;
};

static const struct field void_fields[] = {
	FIELD_TEXT(struct void_draft, reason, .required = true, .max = 200),
	FIELD_END,
};

static const struct refusal *
post_void(struct request *req)
{
	struct void_draft draft = { 0 };
	struct ledger_line line;
	const struct refusal *refusal = ledger_find(req->work, path_id(req, "entry"), &line);

	if (!refusal)
		refusal = form_refusal(form_read(req, &draft));
	if (!refusal)
		refusal = ledger_void(req->work, &line, draft.reason);
	return refusal ? refusal : respond_hours(req, 200, line.person_id);
}

const struct route ledger_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/me/hours",
		.handle = get_own,
		.permission = SIGNED_IN,
		.query = page_fields,
		.answer = sums_columns,
		.about = "The hours one has given: sums, stars, and the entries, the newest first.",
	},
	{
		.method = GET,
		.path = "/api/v1/people/:person/hours",
		.handle = get_volunteer,
		.permission = MAY_RUN_SHIFTS,
		.query = page_fields,
		.answer = sums_columns,
		.about = "The hours of somebody who has served where one runs shifts.",
	},
	{
		.method = POST,
		.path = "/api/v1/people/:person/hours",
		.handle = post_correction,
		.permission = MAY_RUN_SHIFTS,
		.body = correction_fields,
		.answer = sums_columns,
		.about = "Corrects the hours of a volunteer by another entry, or enters what was "
			 "spent of them.",
	},
	{
		.method = POST,
		.path = "/api/v1/hours/:entry/void",
		.handle = post_void,
		.permission = MAY_RUN_SHIFTS,
		.body = void_fields,
		.answer = sums_columns,
		.about = "Takes an earning back whole; its time may be earned again.",
	},
	ROUTES_END,
};
