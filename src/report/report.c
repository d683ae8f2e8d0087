/* report.c - adds up who came, by month or by field of service. */

#include "report/report.h"

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "report/report_sql.h"

#define MONTHS_MOST 120
#define MONTHS_UNLESS_SAID 12

WORD(by_month, "month", N_("by month"));
WORD(by_field, "field", N_("by field"));
const struct word *const report_groups[] = { &by_month, &by_field, NULL };

REFUSAL(impossible_period, REFUSED_MALFORMED, "to",
	N_("Say a first day and a last one that is not before it, ten years at most."));

const struct field report_query_fields[] = {
	FIELD_DAY(struct report_query, from, .label = N_("From")),
	FIELD_DAY(struct report_query, to, .label = N_("To")),
	FIELD_WORD(struct report_query, by, report_groups, .label = N_("Lines")),
	FIELD_END,
};

const struct column report_part_columns[] = {
	COLUMN_TEXT(struct report_part, key),
	COLUMN_TEXT(struct report_part, label),
	COLUMN_INT(struct report_part, activities),
	COLUMN_INT(struct report_part, people),
	COLUMN_END,
};

/* The first day of a month that lies so many months after that of a day. */
static int64_t
month_start(int64_t day, int64_t months)
{
	struct local date = day_date(day);
	int64_t month = date.year * 12 + date.month - 1 + months;

	return day_of_date((int)(month / 12), (int)(month % 12) + 1, 1);
}

static struct report_part
sum_of(struct work *work, struct id centre, int64_t from, int64_t until)
{
	struct report_part part;

	if (!sql_report_sum(work, centre, quarter_of(day_time(from, 0)),
			    quarter_of(day_time(until, 0)), &part))
		fault("a sum gives no row");
	return part;
}

static struct report_part
month_part(struct work *work, const struct report *report, int64_t month)
{
	int64_t next = month_start(month, 1);
	struct report_part part =
		sum_of(work, report->centre.id, month < report->from ? report->from : month,
		       next > report->to ? report->to + 1 : next);
	struct local date = day_date(month);

	part.key = text(work, "%04d-%02d", date.year, date.month);
	/* year, month */
	part.label = text(work, _("%1$d-%2$02d"), date.year, date.month);
	return part;
}

static void
by_months(struct work *work, struct report *report)
{
	report->parts = arena_array(work->arena, MONTHS_MOST + 2, sizeof(*report->parts));
	for (int64_t month = month_start(report->from, 0); month <= report->to;
	     month = month_start(month, 1))
		report->parts[report->count++] = month_part(work, report, month);
}

static const struct refusal *
set_period(const struct work *work, const struct report_query *query, struct report *report)
{
	report->to = query->to == DAY_NONE ? day_of(work->now) : query->to;
	report->from = query->from == DAY_NONE ? month_start(report->to, 1 - MONTHS_UNLESS_SAID)
					       : query->from;
	if (report->from > report->to || month_start(report->from, MONTHS_MOST) < report->to)
		return &impossible_period;
	return NULL;
}

static void
add_up(struct work *work, struct report *report)
{
	struct report_part whole = sum_of(work, report->centre.id, report->from, report->to + 1);

	report->activities = whole.activities;
	report->people = whole.people;
	if (report->by == &by_month)
		by_months(work, report);
	else
		report->parts = sql_report_by_field(
			work, report->centre.id, quarter_of(day_time(report->from, 0)),
			quarter_of(day_time(report->to + 1, 0)), &report->count);
}

const struct refusal *
report_of_centre(struct work *work, struct id centre, const struct report_query *query,
		 struct report *report)
{
	const struct refusal *refusal = centre_find(work, centre, &report->centre);

	if (refusal)
		return refusal;
	if (!work_may(work, MAY_SEE_REPORTS, centre))
		return &refused_forbidden;
	refusal = set_period(work, query, report);
	if (refusal)
		return refusal;
	report->by = query->by ? query->by : &by_month;
	report->count = 0;
	add_up(work, report);
	return NULL;
}
