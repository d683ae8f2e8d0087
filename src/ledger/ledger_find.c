/* ledger_find.c - reading the ledger: entries, sums and stars. */

#include "base/arena.h"
#include "base/quarter.h"
#include "ledger/ledger_part.h"
#include "ledger/ledger_reader_sql.h"

/* Hours of a life, as the country's rule for star volunteers counts them. */
static const struct setting thresholds[STARS] = {
	{ "stars.first_hours", 100, 1, 100000 },  { "stars.second_hours", 300, 1, 100000 },
	{ "stars.third_hours", 600, 1, 100000 },  { "stars.fourth_hours", 1000, 1, 100000 },
	{ "stars.fifth_hours", 1500, 1, 100000 },
};

const struct column ledger_totals_columns[] = {
	COLUMN_INT(struct ledger_totals, minutes),   COLUMN_INT(struct ledger_totals, served),
	COLUMN_INT(struct ledger_totals, this_year), COLUMN_INT(struct ledger_totals, shifts),
	COLUMN_INT(struct ledger_totals, last_seq),  COLUMN_END,
};

const struct column ledger_reached_columns[] = {
	COLUMN_TIME(struct ledger_reached, first), COLUMN_TIME(struct ledger_reached, second),
	COLUMN_TIME(struct ledger_reached, third), COLUMN_TIME(struct ledger_reached, fourth),
	COLUMN_TIME(struct ledger_reached, fifth), COLUMN_END,
};

const struct column volunteer_columns[] = {
	COLUMN_ID(struct volunteer, person_id),
	COLUMN_TEXT(struct volunteer, name),
	COLUMN_ID(struct volunteer, centre_id),
	COLUMN_END,
};

const struct column ledger_line_columns[] = {
	COLUMN_ID(struct ledger_line, id),
	COLUMN_ID(struct ledger_line, person_id, .hidden = true),
	COLUMN_INT(struct ledger_line, seq),
	COLUMN_WORD(struct ledger_line, kind, ledger_kinds),
	COLUMN_INT(struct ledger_line, minutes),
	COLUMN_TIME(struct ledger_line, start),
	COLUMN_TIME(struct ledger_line, end),
	COLUMN_ID(struct ledger_line, shift_id, .as = "shift"),
	COLUMN_ID(struct ledger_line, centre_id, .as = "centre"),
	COLUMN_TEXT(struct ledger_line, centre_name),
	COLUMN_TEXT(struct ledger_line, reason),
	COLUMN_TIME(struct ledger_line, made_at),
	COLUMN_FLAG(struct ledger_line, voided),
	COLUMN_END,
};

const struct refusal *
ledger_volunteer(struct work *work, struct id person, struct volunteer *volunteer)
{
	size_t count;
	const struct volunteer *centres = sql_ledger_volunteers(work, person, &count);

	for (size_t i = 0; i < count; i++) {
		*volunteer = centres[i];
		if (work_may(work, MAY_RUN_SHIFTS, volunteer->centre_id))
			return NULL;
	}
	return &refused_missing;
}

const struct refusal *
ledger_find(struct work *work, struct id id, struct ledger_line *line)
{
	if (!sql_ledger_line(work, id, line) || !work_may(work, MAY_RUN_SHIFTS, line->centre_id))
		return &refused_missing;
	return NULL;
}

struct ledger_line *
ledger_lines(struct work *work, struct id person, const struct cursor *cursor, size_t *count)
{
	if (cursor->backward)
		return sql_ledger_lines_before(work, person, cursor, count);
	return sql_ledger_lines_from(work, person, cursor, count);
}

static int64_t
threshold(const struct work *work, size_t star)
{
	return 60 * setting_of_network(work, &thresholds[star]);
}

/* The date of a star is that of the entry which brought it, and no spending moves it. */
static void
count_stars(struct work *work, struct id person, struct ledger_sums *sums)
{
	struct ledger_reached reached = { 0 };

	if (!sql_ledger_reached(work, person, threshold(work, 0), threshold(work, 1),
				threshold(work, 2), threshold(work, 3), threshold(work, 4),
				&reached))
		fault("a smallest date has no row");
	const time_t when[STARS] = { reached.first, reached.second, reached.third, reached.fourth,
				     reached.fifth };

	while (sums->stars < STARS && sums->served >= threshold(work, (size_t)sums->stars)) {
		sums->reached[sums->stars] = when[sums->stars];
		sums->stars++;
	}
	if (sums->stars < STARS)
		sums->next_star = threshold(work, (size_t)sums->stars) - sums->served;
}

struct ledger_sums
ledger_sums(struct work *work, struct id person)
{
	int64_t year = day_date(day_of(work->now)).year;
	struct ledger_totals totals = { 0 };
	struct ledger_sums sums;

	if (!sql_ledger_totals(work, person, day_time(day_of_date((int)year, 1, 1), 0), &totals))
		fault("a sum has no row");
	sums = (struct ledger_sums){
		.minutes = totals.minutes,
		.served = totals.served,
		.this_year = totals.this_year,
		.shifts = totals.shifts,
		.last_seq = totals.last_seq,
	};
	count_stars(work, person, &sums);
	return sums;
}
