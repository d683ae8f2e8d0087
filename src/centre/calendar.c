/* calendar.c - the hours of days, and what is said of them. */

#include "centre/calendar.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/calendar_sql.h"

#define DAYS_AHEAD 15 /* two weeks, and what is left of today */
#define EXCEPTION_ROWS_MOST 40
#define LIST_MOST 65536 /* of a JSON list of centres */
#define SAID_MOST 200

WORD(day_workday, "workday", N_("Working days"));
WORD(day_rest_day, "rest_day", N_("Rest days"));
WORD(day_holiday, "holiday", N_("Public holidays"));

const struct word *const day_types[] = { &day_workday, &day_rest_day, &day_holiday, NULL };
#define DAY_TYPES (COUNT(day_types) - 1)

const struct column opening_row_columns[] = {
	COLUMN_INT(struct opening_row, position),
	COLUMN_INT(struct opening_row, day),
	COLUMN_WORD(struct opening_row, type, day_types),
	COLUMN_TEXT(struct opening_row, name),
	COLUMN_TEXT(struct opening_row, reason),
	COLUMN_FLAG(struct opening_row, unpublished),
	COLUMN_INT(struct opening_row, from_minute),
	COLUMN_INT(struct opening_row, until_minute),
	COLUMN_END,
};

const struct column day_kind_columns[] = {
	COLUMN_WORD(struct day_kind, type, day_types),
	COLUMN_FLAG(struct day_kind, unpublished),
	COLUMN_END,
};

/* Adds what a row says of a day; spans that touch are one. */
static void
add_span(struct span *spans, size_t *count, const struct opening_row *row)
{
	if (row->until_minute <= row->from_minute)
		return;
	if (*count > 0 && spans[*count - 1].until_minute >= row->from_minute) {
		spans[*count - 1].until_minute = row->until_minute;
		return;
	}
	if (*count == SPANS_MOST)
		fault("a day has more than %d spans", SPANS_MOST);
	spans[(*count)++] = (struct span){ row->from_minute, row->until_minute };
}

static void
add_row(struct open_day *day, const struct opening_row *row)
{
	day->day = row->day;
	day->type = row->type;
	day->name = row->name;
	day->reason = row->reason;
	day->unpublished = row->unpublished;
	add_span(day->spans, &day->span_count, row);
}

static const char *
list_of(struct work *work, const struct id *centres, size_t count)
{
	struct buf list;

	buf_init(&list, work->arena, LIST_MOST);
	buf_char(&list, '[');
	for (size_t i = 0; i < count; i++)
		buf_format(&list, "%s%ld", i ? "," : "", centres[i].value);
	buf_char(&list, ']');
	return list.chars;
}

/* The days of several centres, one centre after the other. */
static struct open_day *
days_of(struct work *work, const struct id *centres, size_t centre_count, int64_t first,
	size_t count)
{
	struct open_day *days = arena_array(work->arena, centre_count * count, sizeof(*days));
	size_t row_count;
	struct opening_row *rows = sql_opening_of_days(work, list_of(work, centres, centre_count),
						       first, first + (int64_t)count, &row_count);

	for (size_t i = 0; i < row_count; i++) {
		size_t centre = (size_t)rows[i].position - 1;

		add_row(&days[centre * count + (size_t)(rows[i].day - first)], &rows[i]);
	}
	return days;
}

struct open_day *
calendar_days(struct work *work, struct id centre, int64_t first, size_t count)
{
	return days_of(work, &centre, 1, first, count);
}

struct open_day
calendar_day(struct work *work, struct id centre, int64_t day)
{
	return *calendar_days(work, centre, day, 1);
}

static struct day_kind
kind_of(struct work *work, int64_t day)
{
	struct day_kind kind;

	if (!sql_day_kind(work, day, &kind))
		fault("the calendar has no day %ld", day);
	return kind;
}

const struct word *
calendar_type(struct work *work, int64_t day)
{
	return kind_of(work, day).type;
}

bool
calendar_is_published(struct work *work, int64_t day)
{
	return !kind_of(work, day).unpublished;
}

bool
open_between(const struct open_day *day, int64_t from_minute, int64_t until_minute)
{
	for (size_t i = 0; i < day->span_count; i++) {
		if (day->spans[i].from_minute <= from_minute &&
		    day->spans[i].until_minute >= until_minute)
			return true;
	}
	return false;
}

static const char *
spans_said(struct work *work, const struct span *spans, size_t count)
{
	struct buf said;

	buf_init(&said, work->arena, SAID_MOST);
	for (size_t i = 0; i < count; i++)
		buf_format(&said, "%s%s–%s", i ? pgettext("hours", ", ") : "",
			   at_minute(work, spans[i].from_minute),
			   at_minute(work, spans[i].until_minute));
	return said.chars;
}

/* Which rule closed it. */
static const char *
closed_said(struct work *work, const struct open_day *day)
{
	if (day->reason)
		return text(work, _("closed: %s"), day->reason);
	if (day->type == &day_holiday && day->name)
		return text(work, _("closed for %s"), day->name);
	return day->type == &day_rest_day ? _("closed on rest days") : _("closed that day");
}

const char *
open_hours_said(struct work *work, const struct open_day *day)
{
	if (day->span_count == 0)
		return closed_said(work, day);
	return spans_said(work, day->spans, day->span_count);
}

/* ---- now ---- */

/* Takes the next span; true once it is known when the state of now ends. */
static bool
judge_span(struct open_now *now, time_t moment, time_t from, time_t until)
{
	if (until <= moment)
		return false;
	if (now->changes_at == 0)
		now->open = from <= moment;
	else if (from != now->changes_at)
		return true;
	now->changes_at = now->open ? until : from;
	return !now->open;
}

static const char *
opens_said(struct work *work, time_t opens)
{
	int64_t ahead = day_of(opens) - day_of(work->now);

	if (ahead == 0)
		return text(work, _("today at %s"), at_time(work, opens));
	if (ahead == 1)
		return text(work, _("tomorrow at %s"), at_time(work, opens));
	return text(work, _("on %s at %s"), on_day_short(work, day_of(opens)),
		    at_time(work, opens));
}

/* "24:00" where that is when it closes, as people say of an evening. */
static const char *
closes_said(struct work *work, time_t closes)
{
	if (minute_of(closes) == 0 && day_of(closes) == day_of(work->now) + 1)
		return at_minute(work, DAY_MINUTES);
	if (day_of(closes) != day_of(work->now))
		return when(work, closes);
	return at_time(work, closes);
}

static const char *
now_said(struct work *work, const struct open_now *now, const struct open_day *today)
{
	if (now->changes_at == 0)
		return _("No opening hours in the next two weeks");
	if (now->open)
		return text(work, _("Open until %s"), closes_said(work, now->changes_at));
	if (today->span_count > 0)
		return text(work, _("Opens %s"), opens_said(work, now->changes_at));
	return text(work, _("Opens %s (%s)"), opens_said(work, now->changes_at),
		    closed_said(work, today));
}

static struct open_now
now_of(struct work *work, const struct open_day *days)
{
	struct open_now now = { false };
	bool known = false;

	for (size_t i = 0; i < DAYS_AHEAD && !known; i++) {
		for (size_t j = 0; j < days[i].span_count && !known; j++) {
			const struct span *span = &days[i].spans[j];

			known = judge_span(&now, work->now,
					   day_time(days[i].day, span->from_minute),
					   day_time(days[i].day, span->until_minute));
		}
	}
	now.said = now_said(work, &now, days);
	return now;
}

struct open_now *
calendar_now_of(struct work *work, const struct id *centres, size_t count)
{
	struct open_now *nows = arena_array(work->arena, count, sizeof(*nows));
	struct open_day *days = days_of(work, centres, count, day_of(work->now), DAYS_AHEAD);

	for (size_t i = 0; i < count; i++)
		nows[i] = now_of(work, days + i * DAYS_AHEAD);
	return nows;
}

struct open_now
calendar_now(struct work *work, struct id centre)
{
	return *calendar_now_of(work, &centre, 1);
}

/* ---- rules and exceptions ---- */

struct opening *
calendar_hours(struct work *work, struct id centre)
{
	struct opening *openings = arena_array(work->arena, DAY_TYPES, sizeof(*openings));
	size_t count;
	struct opening_row *rows = sql_opening_hours(work, centre, &count);

	for (size_t i = 0; i < DAY_TYPES; i++) {
		openings[i].type = day_types[i];
		for (size_t j = 0; j < count; j++) {
			if (rows[j].type == day_types[i])
				add_span(openings[i].spans, &openings[i].span_count, &rows[j]);
		}
	}
	return openings;
}

const char *
opening_said(struct work *work, const struct opening *opening)
{
	if (opening->span_count == 0)
		return _("closed");
	return spans_said(work, opening->spans, opening->span_count);
}

struct open_day *
calendar_exceptions(struct work *work, struct id centre, size_t *count)
{
	size_t row_count;
	struct opening_row *rows = sql_opening_exceptions(work, centre, day_of(work->now),
							  EXCEPTION_ROWS_MOST, &row_count);
	struct open_day *days = arena_array(work->arena, row_count, sizeof(*days));

	*count = 0;
	for (size_t i = 0; i < row_count; i++) {
		if (*count == 0 || days[*count - 1].day != rows[i].day)
			++*count;
		add_row(&days[*count - 1], &rows[i]);
	}
	return days;
}
