/* venue_table.c - the rooms of a centre as rows, the hours of a day as columns. */

#include "base/arena.h"
#include "base/quarter.h"
#include "venue/venue.h"

#define HOUR 4 /* quarters */

static int64_t
at_minute_of(const struct open_day *open, int64_t minute)
{
	return quarter_of(day_time(open->day, minute));
}

/* From the hour in which the centre opens to that in which it closes. */
static void
set_hours(struct venue_table *table, const struct open_day *open)
{
	int64_t from, until;

	if (open->span_count == 0)
		return;
	from = open->spans[0].from_minute / 60 * 60;
	until = open->spans[open->span_count - 1].until_minute;
	table->first_hour = at_minute_of(open, from);
	table->hour_count = (size_t)((until - from + 59) / 60);
}

static const struct stretch *
stretch_at(const struct venue_day *day, int64_t quarter)
{
	for (size_t i = 0; i < day->count; i++)
		if (day->stretches[i].start_quarter <= quarter &&
		    day->stretches[i].end_quarter > quarter)
			return &day->stretches[i];
	return NULL;
}

/* Free from here on, but not so late that the shortest booking does not fit any more. */
static struct table_cell
free_cell(const struct venue_day *day, const struct stretch *stretch, int64_t hour, int64_t quarter)
{
	int64_t shortest = day->venue.shortest_minutes / QUARTER_MINUTES;
	int64_t latest = venue_grid_down(&day->venue, stretch->end_quarter - shortest);
	int64_t start = venue_grid_up(&day->venue, quarter);

	return (struct table_cell){
		.state = SLOT_FREE,
		.hours = 1,
		.start_quarter = start < latest ? start : latest,
		.end_quarter = stretch->end_quarter,
		.late = quarter > hour,
	};
}

/* What is free in an hour comes first, then what is one's own. */
static struct table_cell
cell_of(const struct venue_day *day, int64_t hour)
{
	struct table_cell cell = { .state = SLOT_SHUT, .hours = 1 };

	for (int64_t quarter = hour; quarter < hour + HOUR; quarter++) {
		const struct stretch *stretch = stretch_at(day, quarter);

		if (!stretch)
			continue;
		if (stretch->state == SLOT_FREE)
			return free_cell(day, stretch, hour, quarter);
		if (stretch->state == SLOT_MINE || cell.state == SLOT_SHUT) {
			cell.state = stretch->state;
			cell.booking_id = stretch->booking_id;
		}
	}
	return cell;
}

static bool
goes_on(const struct table_cell *before, const struct table_cell *cell)
{
	return cell->state != SLOT_FREE && before->state == cell->state &&
	       id_same(before->booking_id, cell->booking_id);
}

static struct table_row
row_of(struct work *work, const struct venue_table *table, const struct venue_day *day)
{
	struct table_row row = {
		.day = day,
		.cells = arena_array(work->arena, table->hour_count, sizeof(struct table_cell)),
	};

	for (size_t i = 0; i < table->hour_count; i++) {
		struct table_cell cell = cell_of(day, table->first_hour + (int64_t)i * HOUR);

		if (row.count > 0 && goes_on(&row.cells[row.count - 1], &cell))
			row.cells[row.count - 1].hours++;
		else
			row.cells[row.count++] = cell;
	}
	return row;
}

struct venue_table
venue_table(struct work *work, const struct venue_day *days, size_t count,
	    const struct open_day *open)
{
	struct venue_table table = { .count = count };

	set_hours(&table, open);
	table.rows = arena_array(work->arena, count, sizeof(struct table_row));
	for (size_t i = 0; i < count; i++)
		table.rows[i] = row_of(work, &table, &days[i]);
	return table;
}
