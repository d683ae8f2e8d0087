/* sheet.c - gathers what is known of a centre. */

#include "centre/sheet.h"

#include "base/quarter.h"
#include "base/text.h"

#define DAYS_PLANNED 60 /* that far ahead people ask for hours */

static int64_t
unpublished_year(struct work *work)
{
	int64_t ahead = day_of(work->now) + DAYS_PLANNED;

	return calendar_is_published(work, ahead) ? 0 : day_date(ahead).year;
}

const struct refusal *
sheet_find(struct work *work, struct id centre, struct sheet *sheet)
{
	const struct refusal *refusal;

	*sheet = (struct sheet){ .unpublished_year = unpublished_year(work) };
	refusal = centre_find(work, centre, &sheet->centre);
	if (!refusal && id_given(sheet->centre.substitute_id))
		refusal = centre_find(work, sheet->centre.substitute_id, &sheet->substitute);
	if (refusal)
		return refusal;
	sheet->now = calendar_now(work, centre);
	sheet->today = calendar_day(work, centre, day_of(work->now));
	sheet->openings = calendar_hours(work, centre);
	sheet->exceptions = calendar_exceptions(work, centre, &sheet->exception_count);
	sheet->rooms = centre_rooms(work, centre, &sheet->room_count);
	return NULL;
}

const char *
amount(struct work *work, int64_t number)
{
	if (number < 1000)
		return text(work, "%ld", number);
	return text(work, "%s,%03ld", amount(work, number / 1000), number % 1000);
}

static struct coming *(*coming_known)(struct work *work, struct id centre, size_t *count);

void
sheet_know_coming(struct coming *(*know)(struct work *work, struct id centre, size_t *count))
{
	coming_known = know;
}

const struct coming *
sheet_coming(struct work *work, struct id centre, size_t *count)
{
	*count = 0;
	return coming_known ? coming_known(work, centre, count) : NULL;
}
