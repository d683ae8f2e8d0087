/* registration_find.c - finding registrations, and who may see them. */

#include "activity/registration.h"
#include "activity/registration_part.h"
#include "activity/registration_sql.h"
#include "base/quarter.h"

WORD(registration_registered, "registered", N_("Signed up"));
WORD(registration_waiting, "waiting", N_("On the waiting list"));
WORD(registration_offered, "offered", N_("Place on offer"));
WORD(registration_cancelled, "cancelled", N_("Cancelled"));
static const struct word *const statuses[] = {
	&registration_registered,
	&registration_waiting,
	&registration_offered,
	&registration_cancelled,
	NULL,
};

const struct setting registration_undo_minutes = { "undo.minutes", 10, 0, 60 };
const struct setting online_minutes = { "online.open_before", 15, 0, 120 };

const struct column registration_columns[] = {
	COLUMN_ID(struct registration, id),
	COLUMN_REFERENCE(struct registration, reference),
	COLUMN_ID(struct registration, activity_id, .as = "activity"),
	COLUMN_TEXT(struct registration, title),
	COLUMN_TEXT(struct registration, title_zh, .hidden = true),
	COLUMN_TEXT(struct registration, title_en, .hidden = true),
	COLUMN_ID(struct registration, centre_id, .as = "centre"),
	COLUMN_TEXT(struct registration, centre_name),
	COLUMN_ID(struct registration, venue_id, .as = "venue"),
	COLUMN_TEXT(struct registration, venue_name),
	COLUMN_QUARTER(struct registration, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct registration, end_quarter, .as = "end"),
	COLUMN_WORD(struct registration, mode, seat_modes),
	COLUMN_WORD(struct registration, status, statuses),
	COLUMN_INT(struct registration, seats),
	COLUMN_INT(struct registration, at_least),
	COLUMN_INT(struct registration, position, .given = true),
	COLUMN_INT(struct registration, offered),
	COLUMN_TIME(struct registration, offered_until),
	COLUMN_INT(struct registration, came),
	COLUMN_FLAG(struct registration, undone),
	COLUMN_FLAG(struct registration, own, .hidden = true),
	COLUMN_ID(struct registration, made_by, .hidden = true),
	COLUMN_TIME(struct registration, made_at),
	COLUMN_TIME(struct registration, undo_until, .made = true),
	COLUMN_TEXT(struct registration, online_link),
	COLUMN_INT(struct registration, version),
	COLUMN_END,
};

const struct column seat_columns[] = {
	COLUMN_ID(struct seat, id, .hidden = true),
	COLUMN_ID(struct seat, person_id, .as = "person"),
	COLUMN_TEXT(struct seat, person_name, .as = "name"),
	COLUMN_INT(struct seat, position, .hidden = true),
	COLUMN_REFERENCE(struct seat, reference, .as = "code"),
	COLUMN_TIME(struct seat, came_at),
	COLUMN_END,
};

/* The link is for those who are in, and from shortly before the start until the end. */
static bool
may_join_now(const struct work *work, const struct registration *registration)
{
	time_t before = 60 * setting_at(work, registration->centre_id, &online_minutes);

	return registration->status == &registration_registered &&
	       registration->mode == &mode_online && registration->own &&
	       work->now >= quarter_time(registration->start_quarter) - before &&
	       work->now < quarter_time(registration->end_quarter);
}

void
registration_complete(const struct work *work, struct registration *registration)
{
	registration->undo_until =
		registration->made_at +
		60 * setting_at(work, registration->centre_id, &registration_undo_minutes);
	if (!may_join_now(work, registration))
		registration->online_link = NULL;
}

/* Another's registration is as if it were not there. */
static const struct refusal *
may_see(const struct work *work, const struct registration *registration)
{
	if (registration->own || work_may(work, MAY_RUN_VENUES, registration->centre_id))
		return NULL;
	return &refused_missing;
}

const struct refusal *
registration_find(struct work *work, struct id id, struct registration *registration)
{
	if (!sql_registration_find(work, id, work->actor, registration))
		return &refused_missing;
	registration_complete(work, registration);
	return may_see(work, registration);
}

struct seat *
registration_seats(struct work *work, struct id registration, size_t *count)
{
	return sql_registration_seats(work, registration, count);
}

struct registration *
registration_with_reference(struct work *work, const char *reference, size_t *count)
{
	struct registration *found =
		sql_registrations_with_reference(work, reference, work->actor, count);
	size_t seen = 0;

	for (size_t i = 0; i < *count; i++) {
		registration_complete(work, &found[i]);
		if (!may_see(work, &found[i]))
			found[seen++] = found[i];
	}
	*count = seen;
	return found;
}
