/* door.c - letting in, counting, and taking back. */

#include "activity/door.h"

#include <string.h>

#include "activity/door_part.h"
#include "activity/door_sql.h"
#include "activity/feedback.h"
#include "audit/audit.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"

const struct setting door_minutes = { "door.open_before", 60, 0, 720 };
const struct setting door_late_days = { "door.late_days", 7, 0, 90 };

WORD(source_scan, "scan", N_("by the ticket"));
WORD(source_list, "list", N_("by the list"));
WORD(source_tally, "tally", N_("counted"));
WORD(source_late, "late", N_("entered later"));
static const struct word *const sources[] = { &source_scan, &source_list, &source_tally,
					      &source_late, NULL };
static const struct word *const statuses[] = {
	&registration_registered,
	&registration_waiting,
	&registration_offered,
	&registration_cancelled,
	NULL,
};

REFUSAL(already_checked_in, REFUSED_CONFLICT, "code", N_("Has been let in already."));
REFUSAL(unknown_ticket, REFUSED_MISSING, "code",
	N_("No ticket has this code. Look for the name in the list."));
REFUSAL(other_activity, REFUSED_BY_RULE, "code", N_("This ticket is for another activity."));
REFUSAL(has_no_place, REFUSED_BY_RULE, "code", N_("Whoever shows this has no place here."));
REFUSAL(door_not_open, REFUSED_BY_RULE, "code", N_("The door is not open yet."));
REFUSAL(door_closed, REFUSED_BY_RULE, "code",
	N_("The day is over. Who came is entered by the list."));

const struct column entrance_columns[] = {
	COLUMN_ID(struct entrance, id),
	COLUMN_ID(struct entrance, registration_id, .as = "registration"),
	COLUMN_TEXT(struct entrance, person_name, .as = "name"),
	COLUMN_WORD(struct entrance, source, sources),
	COLUMN_TIME(struct entrance, came_at),
	COLUMN_INT(struct entrance, people),
	COLUMN_END,
};

const struct column guest_columns[] = {
	COLUMN_ID(struct guest, seat_id, .hidden = true),
	COLUMN_ID(struct guest, registration_id, .as = "registration"),
	COLUMN_TEXT(struct guest, person_name, .as = "name"),
	COLUMN_REFERENCE(struct guest, reference, .as = "code"),
	COLUMN_WORD(struct guest, mode, seat_modes),
	COLUMN_ID(struct guest, entrance_id, .as = "entrance"),
	COLUMN_TIME(struct guest, came_at),
	COLUMN_END,
};

const struct column door_count_columns[] = {
	COLUMN_INT(struct door_count, expected),
	COLUMN_INT(struct door_count, came),
	COLUMN_INT(struct door_count, counted),
	COLUMN_END,
};

const struct column ticket_columns[] = {
	COLUMN_ID(struct ticket, seat_id),
	COLUMN_ID(struct ticket, registration_id),
	COLUMN_ID(struct ticket, activity_id),
	COLUMN_TEXT(struct ticket, person_name),
	COLUMN_WORD(struct ticket, status, statuses),
	COLUMN_FLAG(struct ticket, is_live),
	COLUMN_TEXT(struct ticket, title),
	COLUMN_QUARTER(struct ticket, start_quarter),
	COLUMN_END,
};

/* ---- whether the door is open ---- */

const struct refusal *
door_may(const struct work *work, const struct activity *activity)
{
	return work_may(work, MAY_RUN_VENUES, activity->centre_id) ? NULL : &refused_forbidden;
}

time_t
door_opens_at(const struct work *work, const struct activity *activity)
{
	return quarter_time(activity->start_quarter) -
	       60 * setting_at(work, activity->centre_id, &door_minutes);
}

time_t
door_closes_at(const struct activity *activity)
{
	return day_time(day_of(quarter_time(activity->end_quarter) - 1) + 1, 0);
}

static bool
is_late(const struct work *work, const struct activity *activity)
{
	return work->now >= door_closes_at(activity);
}

static const struct refusal *
may_come_now(struct work *work, const struct activity *activity, const struct word *source)
{
	time_t opens = door_opens_at(work, activity), closes = door_closes_at(activity);
	time_t latest = closes + 86400 * setting_at(work, activity->centre_id, &door_late_days);

	if (!activity_is_on(activity))
		return refuse_saying(
			work, &door_closed,
			text(work, _("“%s”: %s."), activity->title, _(activity->status->label)));
	if (work->now < opens)
		return refuse_saying(work, &door_not_open,
				     text(work, _("The door opens on %s."), when(work, opens)));
	if (work->now >= (source == &source_scan ? closes : latest))
		return &door_closed;
	return NULL;
}

/* ---- tickets ---- */

static const struct refusal *
judge(struct work *work, const struct activity *activity, const struct ticket *ticket)
{
	if (!id_same(ticket->activity_id, activity->id))
		return refuse_saying(work, &other_activity,
				     text(work, _("This ticket is for “%s”, %s."), ticket->title,
					  when(work, quarter_time(ticket->start_quarter))));
	if (!ticket->is_live || ticket->status != &registration_registered)
		return refuse_saying(work, &has_no_place,
				     text(work, _("%s has no place: %s."), ticket->person_name,
					  _(ticket->status->label)));
	return NULL;
}

static const struct refusal *
came_before(struct work *work, const struct ticket *ticket)
{
	struct entrance before;

	if (!sql_entrance_of_seat(work, ticket->seat_id, &before))
		return &already_checked_in;
	return refuse_saying(work, &already_checked_in,
			     text(work, _("%s was let in already: %s, %s."), ticket->person_name,
				  when(work, before.came_at), _(before.source->label)));
}

static struct attendance
attendance_of(struct work *work, const struct activity *activity, struct id seat,
	      const struct word *source)
{
	return (struct attendance){
		.id = id_new(),
		.activity_id = activity->id,
		.seat_id = seat,
		.source = is_late(work, activity) ? &source_late : source,
		.made_by = work->actor,
		.made_at = work->now,
	};
}

static void
write_entrance(struct work *work, const struct activity *activity,
	       const struct attendance *attendance, const struct ticket *ticket,
	       struct entrance *entrance)
{
	*entrance = (struct entrance){
		.id = attendance->id,
		.registration_id = ticket ? ticket->registration_id : (struct id){ 0 },
		.person_name = ticket ? ticket->person_name : NULL,
		.source = attendance->source,
		.came_at = attendance->made_at,
		.people = entrance->people + 1,
	};
	audit_note_at(work, "let_in", activity->id, (struct id){ 0 }, activity->centre_id,
		      text(work, "{\"entrance\":\"%s\",\"source\":\"%s\"}",
			   id_text(attendance->id).chars, attendance->source->word));
	feedback_await(work, activity);
}

/* False if the seat has been let in before. */
static bool
let_in(struct work *work, const struct activity *activity, const struct ticket *ticket,
       const struct word *source, struct entrance *entrance)
{
	struct attendance attendance = attendance_of(work, activity, ticket->seat_id, source);

	if (!sql_attendance_claim(work, &attendance))
		return false;
	write_entrance(work, activity, &attendance, ticket, entrance);
	return true;
}

/* What a scanner types: the reference, or the whole address of which it is the end. */
static const char *
reference_in(struct work *work, const char *code)
{
	const char *slash = strrchr(code, '/');

	return reference_parse(work, slash ? slash + 1 : code);
}

/* Two tickets with one reference are rare: that of this activity is meant. */
static const struct ticket *
ticket_shown(struct work *work, const struct activity *activity, const char *code)
{
	const char *reference = reference_in(work, code);
	const struct ticket *tickets;
	size_t count;

	if (!reference)
		return NULL;
	tickets = sql_tickets_with_reference(work, reference, &count);
	for (size_t i = 0; i < count; i++)
		if (id_same(tickets[i].activity_id, activity->id))
			return &tickets[i];
	return count > 0 ? tickets : NULL;
}

static const struct refusal *
admit(struct work *work, const struct activity *activity, const struct ticket *ticket,
      const struct word *source, struct entrance *entrance)
{
	const struct refusal *refusal = judge(work, activity, ticket);

	if (!refusal)
		refusal = may_come_now(work, activity, source);
	if (refusal)
		return refusal;
	*entrance = (struct entrance){ 0 };
	if (!let_in(work, activity, ticket, source, entrance))
		return came_before(work, ticket);
	return NULL;
}

const struct refusal *
door_scan(struct work *work, const struct activity *activity, const char *code,
	  struct entrance *entrance)
{
	const struct refusal *refusal = door_may(work, activity);
	const struct ticket *ticket;

	if (refusal)
		return refusal;
	ticket = ticket_shown(work, activity, code);
	if (!ticket)
		return &unknown_ticket;
	return admit(work, activity, ticket, &source_scan, entrance);
}

const struct refusal *
door_tick(struct work *work, const struct activity *activity, struct id seat,
	  struct entrance *entrance)
{
	const struct refusal *refusal = door_may(work, activity);
	struct ticket ticket;

	if (refusal)
		return refusal;
	if (!sql_ticket_of_seat(work, seat, &ticket))
		return refuse_about(work, &refused_missing, "seat");
	return admit(work, activity, &ticket, &source_list, entrance);
}

static const struct refusal *
admit_all(struct work *work, const struct activity *activity, const struct ticket *tickets,
	  size_t count, struct entrance *entrance)
{
	*entrance = (struct entrance){ 0 };
	for (size_t i = 0; i < count; i++)
		if (tickets[i].is_live)
			let_in(work, activity, &tickets[i], &source_list, entrance);
	return entrance->people > 0 ? NULL : came_before(work, tickets);
}

const struct refusal *
door_tick_party(struct work *work, const struct activity *activity, struct id registration,
		struct entrance *entrance)
{
	const struct refusal *refusal = door_may(work, activity);
	const struct ticket *tickets;
	size_t count;

	if (refusal)
		return refusal;
	tickets = sql_tickets_of_party(work, registration, &count);
	if (count == 0)
		return refuse_about(work, &refused_missing, "registration");
	for (; count > 1 && !tickets->is_live; count--)
		tickets++;
	refusal = judge(work, activity, tickets);
	if (!refusal)
		refusal = may_come_now(work, activity, &source_list);
	return refusal ? refusal : admit_all(work, activity, tickets, count, entrance);
}

/* ---- without a name, and back ---- */

const struct refusal *
door_count_one(struct work *work, const struct activity *activity, bool less,
	       struct entrance *entrance)
{
	const struct refusal *refusal = door_may(work, activity);
	struct attendance attendance;

	if (!refusal)
		refusal = may_come_now(work, activity, &source_tally);
	if (refusal)
		return refusal;
	*entrance = (struct entrance){ .source = &source_tally, .came_at = work->now };
	if (less) {
		if (sql_tally_take_back(work, activity->id))
			audit_note_at(work, "let_in_taken_back", activity->id, (struct id){ 0 },
				      activity->centre_id, NULL);
		return NULL;
	}
	attendance = attendance_of(work, activity, (struct id){ 0 }, &source_tally);
	if (!sql_attendance_claim(work, &attendance))
		fault("somebody without a name was counted before");
	write_entrance(work, activity, &attendance, NULL, entrance);
	return NULL;
}

const struct refusal *
door_take_back(struct work *work, const struct activity *activity, struct id entrance)
{
	const struct refusal *refusal = door_may(work, activity);

	if (refusal)
		return refusal;
	if (!sql_attendance_exists(work, entrance, activity->id))
		return &refused_missing;
	if (sql_attendance_take_back(work, entrance, activity->id))
		audit_note_at(work, "let_in_taken_back", activity->id, (struct id){ 0 },
			      activity->centre_id,
			      text(work, "{\"entrance\":\"%s\"}", id_text(entrance).chars));
	return NULL;
}

/* ---- who is there ---- */

const struct refusal *
entrance_find(struct work *work, const struct activity *activity, struct id id,
	      struct entrance *entrance)
{
	return sql_entrance_find(work, id, activity->id, entrance) ? NULL : &refused_missing;
}

struct guest *
door_guests(struct work *work, const struct activity *activity, size_t *count)
{
	return sql_door_guests(work, activity->id, count);
}

struct door_count
door_counted(struct work *work, const struct activity *activity)
{
	struct door_count count;

	if (!sql_door_counted(work, activity->id, &count))
		fault("a count gives no row");
	return count;
}
