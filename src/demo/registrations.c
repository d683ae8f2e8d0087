/* registrations.c - who takes part in what the demonstration holds, and who came.
 *
 * What is over has rows of attendance without names, and the Lantern Festival
 * as many as came. What is to come in the next two weeks has people signed up;
 * one class is full, with a queue and an offer running, and the resident stands
 * in one. */

#include <string.h>

#include "activity/registration.h"
#include "activity/waiting.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"
#include "outbox/due.h"

#define LANTERNS_ON_THE_SPOT 236
#define LANTERNS_ONLINE 178
#define DAYS_FILLED 14
#define MOST_SIGNED_UP 20
#define QUEUE 5 /* who wait for the class that is full */

const struct column demo_guest_columns[] = {
	COLUMN_ID(struct demo_guest, id),
	COLUMN_ID(struct demo_guest, account_id),
	COLUMN_DAY(struct demo_guest, born),
	COLUMN_END,
};

/* The people of the demonstration, and whose turn it is. */
struct guests {
	struct work *work;
	const struct demo_guest *all;
	size_t count, next;
};

/* ---- what is over ---- */

static void
count_guests(struct work *work, const struct demo_activity *activity, const char *source,
	     int64_t people)
{
	if (people > 0)
		sql_demo_attendance_insert(
			work, activity->id,
			demo_id(work, source, id_text(activity->id).chars).value >> 1, people,
			source, activity->made_by, quarter_time(activity->start_quarter));
}

static void
hold_festival(struct work *work, const struct demo_activity *activity)
{
	count_guests(work, activity, "tally", LANTERNS_ON_THE_SPOT);
	count_guests(work, activity, "online", LANTERNS_ONLINE);
}

static void
hold_past(struct work *work, const struct demo_activity *activity)
{
	struct draw draw = draw_begin(work, 0, "attendance", activity->id.value);

	count_guests(work, activity, "tally", activity->places * draw_between(&draw, 50, 96) / 100);
	count_guests(work, activity, "online",
		     activity->online_places * draw_between(&draw, 30, 80) / 100);
}

/* ---- what is to come ---- */

static bool
is_of_the_age(const struct demo_activity *activity, const struct demo_guest *guest)
{
	int64_t day = day_of(quarter_time(activity->start_quarter));
	int64_t years = (day - guest->born) * 100 / 36525;

	return guest->born != DAY_NONE && years > activity->min_age &&
	       (activity->max_age == 0 || years < activity->max_age);
}

static void
sign_up(struct work *work, const struct demo_activity *activity, const struct demo_guest *guest,
	const struct word *status, int64_t number)
{
	struct demo_registration registration = {
		.id = id_new(),
		.seat_id = id_new(),
		.activity_id = activity->id,
		.person_id = guest->id,
		.made_by = guest->account_id,
		.reference = reference_new(work),
		.ticket = reference_new(work),
		.mode = activity->places > 0 ? mode_onsite.word : mode_online.word,
		.status = status->word,
		.number = number,
		.made_at = activity->made_at,
	};

	if (status == &registration_offered) {
		registration.offered = 1;
		registration.offered_until = work->now + 12 * 3600L;
		due_at(work, offer_lapse, registration.id, registration.offered_until);
	}
	sql_demo_registration_insert(work, &registration);
	sql_demo_seat_insert(work, &registration);
	sql_demo_seat_diary_insert(work, &registration);
}

/* The next of the people who is of the age; each comes round again, to another
 * activity. */
static const struct demo_guest *
next_guest(struct guests *guests, const struct demo_activity *activity)
{
	for (size_t tries = 0; tries < guests->count; tries++) {
		const struct demo_guest *guest = &guests->all[guests->next++ % guests->count];

		if (is_of_the_age(activity, guest))
			return guest;
	}
	return NULL;
}

/* How many of those wanted could be signed up: nobody twice. */
static int64_t
sign_up_some(struct guests *guests, const struct demo_activity *activity, int64_t wanted,
	     const struct word *status, int64_t first_number)
{
	int64_t made = 0;

	while (made < wanted) {
		const struct demo_guest *guest = next_guest(guests, activity);

		if (!guest || sql_demo_seat_exists(guests->work, activity->id, guest->id))
			break;
		sign_up(guests->work, activity, guest, status,
			first_number ? first_number + made : 0);
		made++;
	}
	return made;
}

static void
keep_count(struct work *work, const struct demo_activity *activity, int64_t taken, int64_t waiting,
	   int64_t last_number)
{
	const char *mode = activity->places > 0 ? mode_onsite.word : mode_online.word;

	sql_demo_places_fill(work, activity->id, mode, taken, waiting, last_number);
}

static void
fill_partly(struct guests *guests, const struct demo_activity *activity)
{
	struct draw draw = draw_begin(guests->work, 0, "signed up", activity->id.value);
	int64_t places = activity->places > 0 ? activity->places : activity->online_places;
	int64_t wanted = places * draw_between(&draw, 20, 90) / 100;

	keep_count(guests->work, activity,
		   sign_up_some(guests, activity, wanted < MOST_SIGNED_UP ? wanted : MOST_SIGNED_UP,
				&registration_registered, 0),
		   0, 0);
}

/* Full but for one, which is on offer to the first of the queue. */
static void
fill_up(struct guests *guests, const struct demo_activity *activity)
{
	int64_t in =
		sign_up_some(guests, activity, activity->places - 1, &registration_registered, 0);
	int64_t offered = sign_up_some(guests, activity, 1, &registration_offered, 1);
	int64_t waiting = sign_up_some(guests, activity, QUEUE, &registration_waiting, 2);

	sql_demo_places_are(guests->work, activity->id, in + offered);
	keep_count(guests->work, activity, in + offered, waiting, 1 + waiting);
}

/* ---- which ---- */

static bool
is_coming(const struct work *work, const struct demo_activity *activity)
{
	int64_t ahead = day_of(quarter_time(activity->start_quarter)) - day_of(work->now);

	return ahead >= 0 && ahead <= DAYS_FILLED;
}

/* The class that is full: at Sports Park, for adults, some days ahead. */
static bool
suits_a_queue(struct work *work, const struct demo_activity *activity)
{
	return id_same(activity->centre_id, demo_id(work, "centre", "sports-park")) &&
	       activity->waitlist && activity->places >= 8 && activity->places <= 40 &&
	       activity->max_age == 0 &&
	       quarter_time(activity->start_quarter) > work->now + 4 * 86400L;
}

static bool
suits_the_resident(struct work *work, const struct demo_activity *activity)
{
	return id_same(activity->centre_id, demo_id(work, "centre", "sports-park")) &&
	       activity->places > MOST_SIGNED_UP && activity->max_age == 0;
}

/* Once: the resident takes part in the first class that has room for her. */
static bool
sign_up_resident(struct work *work, const struct demo_activity *activity)
{
	const struct demo_guest resident = {
		.id = demo_id(work, "person", "resident"),
		.account_id = demo_id(work, "account", "resident"),
	};

	if (!suits_the_resident(work, activity))
		return false;
	sign_up(work, activity, &resident, &registration_registered, 0);
	sql_demo_places_one_more(work, activity->id);
	return true;
}

/* What is done for one of the coming activities alone. */
struct once {
	bool queue_stands, resident_comes;
};

static void
fill_coming(struct guests *guests, const struct demo_activity *activity, struct once *once)
{
	if (!once->queue_stands && suits_a_queue(guests->work, activity)) {
		fill_up(guests, activity);
		once->queue_stands = true;
		return;
	}
	fill_partly(guests, activity);
	if (!once->resident_comes)
		once->resident_comes = sign_up_resident(guests->work, activity);
}

void
demo_registrations(struct work *work, const struct demo_activities *held)
{
	struct guests guests = { .work = work };
	struct once once = { false, false };

	guests.all = sql_demo_guests(work, &guests.count);
	for (size_t i = 0; i < held->count; i++) {
		const struct demo_activity *activity = &held->all[i];

		if (!activity->is_open)
			continue;
		if (strcmp(activity->key, DEMO_LANTERN_FESTIVAL) == 0 && i + 1 == held->count)
			hold_festival(work, activity);
		else if (quarter_time(activity->end_quarter) <= work->now)
			hold_past(work, activity);
		else if (is_coming(work, activity))
			fill_coming(&guests, activity, &once);
	}
}
