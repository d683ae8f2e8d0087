/* waiting_queue.c - what the jobs process does with a queue: offers in order, lapses, its end. */

#include "activity/registration_part.h"
#include "activity/registration_sql.h"
#include "activity/waiting.h"
#include "activity/waiting_part.h"
#include "activity/waiting_sql.h"
#include "base/quarter.h"
#include "outbox/due.h"

const struct column freed_places_columns[] = {
	COLUMN_WORD(struct freed_places, mode, seat_modes),
	COLUMN_INT(struct freed_places, freed),
	COLUMN_INT(struct freed_places, waiting),
	COLUMN_END,
};

const struct column waiter_columns[] = {
	COLUMN_ID(struct waiter, id),
	COLUMN_INT(struct waiter, number),
	COLUMN_INT(struct waiter, seats),
	COLUMN_INT(struct waiter, at_least),
	COLUMN_INT(struct waiter, passed_over),
	COLUMN_INT(struct waiter, version),
	COLUMN_END,
};

static const struct id nobody = { 0 };

static struct registration
found(struct work *work, struct id id)
{
	struct registration registration;

	if (!sql_registration_find(work, id, nobody, &registration))
		fault("a registration is not there any more");
	return registration;
}

/* ---- offers ---- */

/* A queue as it is served. */
struct queue {
	const struct activity *activity;
	const struct word *mode;
	int64_t freed;
	bool saving; /* for a party that was passed over often enough */
	struct waiter *waiters;
	size_t count;
};

/* Twelve hours, or what is left until offers stop; but never less than the least. */
static time_t
offer_end(const struct work *work, const struct activity *activity)
{
	int64_t longest = 60 * setting_at(work, activity->centre_id, &waitlist_offer);
	int64_t least = 60 * setting_at(work, activity->centre_id, &waitlist_floor);
	int64_t left = waiting_ends_at(work, activity) - work->now;

	if (left < longest)
		longest = left;
	return work->now + (longest < least ? least : longest);
}

static void
offer(struct work *work, const struct queue *queue, const struct waiter *waiter, int64_t given)
{
	time_t until = offer_end(work, queue->activity);
	struct registration registration;

	if (!sql_places_offer(work, queue->activity->id, queue->mode, given) ||
	    !sql_waiter_offer(work, waiter, given, until))
		registration_changed();
	sql_waiters_pass_over(work, queue->activity->id, queue->mode, waiter->number);
	due_at(work, offer_lapse, waiter->id, until);
	registration = found(work, waiter->id);
	registration_tell(work, &registration, "registration_offered", NULL);
}

/* Until when what is freed may be saved for a party. */
static time_t
release_at(const struct work *work, const struct activity *activity)
{
	return quarter_time(activity->start_quarter) -
	       3600 * setting_at(work, activity->centre_id, &waitlist_release);
}

static bool
is_saved_for(const struct work *work, const struct queue *queue, const struct waiter *waiter)
{
	return waiter->passed_over >=
		       setting_at(work, queue->activity->centre_id, &waitlist_skips) &&
	       work->now < release_at(work, queue->activity);
}

/* Each of those who stand before it was passed over once more. */
static void
count_passed_over(struct queue *queue, size_t served)
{
	for (size_t i = 0; i < served; i++)
		queue->waiters[i].passed_over++;
}

static bool
someone_is_saved_for(const struct work *work, const struct queue *queue, size_t until)
{
	for (size_t i = 0; i < until; i++)
		if (queue->waiters[i].seats > 0 && is_saved_for(work, queue, &queue->waiters[i]))
			return true;
	return false;
}

/* Whoever was served has no seats to wait for any more. */
static void
serve(struct work *work, struct queue *queue)
{
	for (size_t i = 0; i < queue->count && queue->freed > 0 && !queue->saving; i++) {
		struct waiter *waiter = &queue->waiters[i];
		int64_t given = queue->freed < waiter->seats ? queue->freed : waiter->seats;

		if (given >= waiter->at_least) {
			offer(work, queue, waiter, given);
			queue->freed -= given;
			waiter->seats = 0;
			count_passed_over(queue, i);
		}
		queue->saving = someone_is_saved_for(work, queue, i + 1);
	}
}

static void
serve_mode(struct work *work, const struct activity *activity, const struct freed_places *places)
{
	struct queue queue = { activity, places->mode, .freed = places->freed };

	queue.waiters = sql_waiters(work, activity->id, places->mode, &queue.count);
	serve(work, &queue);
	if (queue.freed > 0)
		sql_places_left_over(work, activity->id, places->mode);
	if (queue.saving)
		due_at(work, waiting_offer, activity->id, release_at(work, activity));
}

void
waiting_make_offers(struct work *work, struct id id)
{
	struct activity activity;
	const struct freed_places *places;
	size_t count;

	if (activity_find(work, id, &activity) || !activity_is_on(&activity))
		return;
	if (!waiting_is_open(work, &activity)) {
		waiting_close(work, id);
		return;
	}
	places = sql_freed_places(work, id, &count);
	for (size_t i = 0; i < count; i++)
		serve_mode(work, &activity, &places[i]);
}

/* ---- the end of an offer, and of the queue ---- */

void
offer_let_lapse(struct work *work, struct id id)
{
	struct registration registration = found(work, id);

	if (registration.status != &registration_offered)
		return;
	if (registration.offered_until > work->now) {
		due_at(work, offer_lapse, id, registration.offered_until);
		return;
	}
	places_give_back(work, &registration, registration.offered);
	if (!sql_offer_lapse(work, &registration))
		registration_changed();
	sql_seats_give_up(work, id);
	registration.status = &registration_cancelled;
	registration_tell(work, &registration, "offer_lapsed", NULL);
}

static void
tell_of_the_end(struct work *work, const struct waiter *waiter)
{
	struct registration registration;

	if (!sql_waiter_end(work, waiter))
		registration_changed();
	sql_seats_give_up(work, waiter->id);
	registration = found(work, waiter->id);
	registration_tell(work, &registration, "waiting_over", NULL);
}

void
waiting_close(struct work *work, struct id id)
{
	struct activity activity;
	const struct waiter *waiters;
	size_t count;

	if (activity_find(work, id, &activity) || !activity_is_on(&activity))
		return;
	if (waiting_is_open(work, &activity)) {
		due_at(work, waiting_end, id, waiting_ends_at(work, &activity));
		return;
	}
	sql_places_end_queue(work, id);
	waiters = sql_waiters_of_all(work, id, &count);
	for (size_t i = 0; i < count; i++)
		tell_of_the_end(work, &waiters[i]);
}
