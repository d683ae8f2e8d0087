/* shift_jobs.c - reminds whoever coordinates a shift of hours that wait. */

#include "shift/shift_jobs.h"

#include "outbox/outbox.h"
#include "shift/shift_jobs_sql.h"
#include "shift/shift_part.h"

const struct column shift_waiting_columns[] = {
	COLUMN_ID(struct shift_waiting, person_id),
	COLUMN_TEXT(struct shift_waiting, role_zh),
	COLUMN_TEXT(struct shift_waiting, role_en),
	COLUMN_TEXT(struct shift_waiting, place_zh),
	COLUMN_TEXT(struct shift_waiting, place_en),
	COLUMN_QUARTER(struct shift_waiting, start_quarter),
	COLUMN_QUARTER(struct shift_waiting, end_quarter),
	COLUMN_END,
};

/* Looks at the shift again: all may have been confirmed meanwhile. */
static void
remind(struct work *work, struct id thing)
{
	const struct shift_news nothing = { 0 };
	struct shift_waiting waiting;

	if (!sql_shift_waiting(work, thing, &waiting))
		return;
	outbox_write(work, waiting.person_id, shift_unconfirmed, thing,
		     shift_told(work,
				&(struct shift){ .role_zh = waiting.role_zh,
						 .role_en = waiting.role_en,
						 .place_zh = waiting.place_zh,
						 .place_en = waiting.place_en,
						 .start_quarter = waiting.start_quarter,
						 .end_quarter = waiting.end_quarter },
				NULL, &nothing));
}

const struct job shift_jobs[] = {
	{ .name = shift_unconfirmed, .run = remind },
	JOBS_END,
};
