/* delivery_jobs.c - sends what is ready, one message after the other.
 *
 * A message is taken in one transaction, under the lease of all sending, and settled in another;
 * in between it goes out.  Who dies in between leaves it ready, and it goes out again as the same
 * message: never lost, and twice only under one Message-ID. */

#include "outbox/delivery.h"

#include <string.h>

#include "base/language.h"
#include "base/log.h"
#include "base/refusal.h"
#include "base/seal.h"
#include "base/setting.h"
#include "base/text.h"
#include "db/unit.h"
#include "outbox/lease.h"
#include "outbox/outbox_jobs_sql.h"
#include "outbox/recipient.h"

#define SENDING "outbox.send"
#define TAKEN_SECONDS 60 /* before one that was taken and never settled is tried again */

const struct column delivery_mark_columns[] = {
	COLUMN_ID(struct delivery_mark, id),
	COLUMN_ID(struct delivery_mark, owner),
	COLUMN_INT(struct delivery_mark, epoch),
	COLUMN_END,
};

const struct column delivery_columns[] = {
	COLUMN_ID(struct delivery, id),
	COLUMN_ID(struct delivery, letter_id),
	COLUMN_ID(struct delivery, person_id),
	COLUMN_TEXT(struct delivery, person_name),
	COLUMN_TEXT(struct delivery, channel),
	COLUMN_TEXT(struct delivery, language),
	COLUMN_INT(struct delivery, tries),
	COLUMN_BYTES(struct delivery, address),
	COLUMN_BYTES(struct delivery, own_address),
	COLUMN_BYTES(struct delivery, secret),
	COLUMN_END,
};

/* How long to wait after each try that failed, in minutes; after one more it is given up. */
static const struct setting waits[] = {
	{ "notice.retry_1", 1, 1, 1440 },
	{ "notice.retry_2", 5, 1, 1440 },
	{ "notice.retry_3", 30, 1, 1440 },
	{ "notice.retry_4", 120, 1, 1440 },
};

/* Never shown to anyone: they end a unit of work that has nothing to do. */
static REFUSAL(nothing_ready, REFUSED_MISSING, NULL, "");
static REFUSAL(sent_elsewhere, REFUSED_CONFLICT, NULL, "");

/* A message from the moment that it is taken until it is settled. */
struct sending {
	struct delivery_mark mark;
	struct delivery delivery;
	struct message message;
	bool unreachable;    /* nobody has an address for it: no other try would help */
	const char *why_not; /* NULL: it is out */
};

static const struct refusal *
take(struct work *work, void *with)
{
	struct sending *sending = with;

	if (!sql_delivery_next(work, &sending->mark))
		return &nothing_ready;
	if (!lease_hold(work, SENDING) ||
	    !sql_delivery_take(work, &sending->mark, lease_owner(), TAKEN_SECONDS))
		return &sent_elsewhere;
	return NULL;
}

static const char *
address_of(struct work *work, const struct delivery *delivery)
{
	if (delivery->address.data)
		return unseal(work, SEAL_DELIVERY_ADDRESS, delivery->id, delivery->address);
	if (delivery->own_address.data)
		return unseal(work, SEAL_PERSON_ADDRESS, delivery->person_id,
			      delivery->own_address);
	return NULL;
}

static const char *
secret_of(struct work *work, const struct delivery *delivery)
{
	if (!delivery->secret.data)
		return NULL;
	return unseal(work, SEAL_DELIVERY_SECRET, delivery->id, delivery->secret);
}

static bool
is_mail(const struct delivery *delivery)
{
	return strcmp(delivery->channel, channel_mail) == 0;
}

static struct message
text_message(const char *to, const struct letter_words *words)
{
	const char *said = words->short_text ? words->short_text : words->title;

	return (struct message){ .to = to, .content = said, .size = strlen(said) };
}

static const struct refusal *
put_into_words(struct work *work, void *with)
{
	struct sending *sending = with;
	struct delivery *delivery = &sending->delivery;
	struct letter letter;
	struct letter_words words;
	const char *to;

	if (!sql_delivery_find(work, sending->mark.id, delivery) ||
	    !sql_letter_find(work, delivery->letter_id, &letter))
		return &nothing_ready;
	to = address_of(work, delivery);
	sending->unreachable = !to;
	if (!to)
		return NULL;
	language_use(delivery->language);
	words = letter_in_words(work, &letter, secret_of(work, delivery), delivery->person_name);
	sending->message = is_mail(delivery) ? mail_compose(work, delivery, to, &letter, &words)
					     : text_message(to, &words);
	sending->message.name = text(work, "%ld-%s", letter.made_at, id_text(delivery->id).chars);
	return NULL;
}

static const char *
go_out(struct work *work, const struct sending *sending)
{
	if (sending->unreachable)
		return "no address";
	if (is_mail(&sending->delivery))
		return mail_deliver(work, &sending->message);
	return sms_deliver(work, &sending->message);
}

/* When to try again; 0: that was the last time. */
static time_t
next_try(const struct work *work, const struct sending *sending)
{
	int64_t tries = sending->delivery.tries;

	if (sending->unreachable || tries >= (int64_t)COUNT(waits))
		return 0;
	return work->now + 60 * setting_of_network(work, &waits[tries]);
}

/* Carries owner and epoch: who has slept while another sent it has nothing to say any more. */
static const struct refusal *
settle(struct work *work, void *with)
{
	struct sending *sending = with;
	const struct delivery_mark mine = {
		.id = sending->mark.id,
		.owner = lease_owner(),
		.epoch = sending->mark.epoch + 1,
	};
	time_t again = sending->why_not ? next_try(work, sending) : 0;
	bool still_mine;

	if (again)
		still_mine = sql_delivery_put_off(work, &mine, again);
	else
		still_mine = sql_delivery_settle(work, &mine, sending->why_not ? "failed" : "sent");
	return still_mine ? NULL : &sent_elsewhere;
}

static const struct refusal *
let_go(struct work *work, void *with)
{
	(void)with;
	lease_let_go(work, SENDING);
	return NULL;
}

/* Each step is a unit of work of its own, under a key of its own. */
static enum unit_end
step(struct work *work, const struct refusal *(*run)(struct work *work, void *with),
     struct sending *sending, const struct refusal **refusal)
{
	const struct unit unit = { .run = run, .with = sending };

	work->command = (struct command){ .route = SENDING };
	return unit_run(work, &unit, refusal);
}

static void
log_why_not(const struct sending *sending)
{
	log_begin(LOG_WARNING, "not_sent");
	log_text("delivery", id_text(sending->mark.id).chars);
	log_text("why", sending->why_not);
	log_end();
}

static enum errand
send_taken(struct work *work, struct sending *sending)
{
	const struct refusal *refusal;
	enum unit_end end = step(work, put_into_words, sending, &refusal);

	if (end == UNIT_AWAY)
		return ERRAND_AWAY;
	sending->why_not = end == UNIT_DONE ? go_out(work, sending) : "it cannot be put into words";
	if (sending->why_not)
		log_why_not(sending);
	return step(work, settle, sending, &refusal) == UNIT_AWAY ? ERRAND_AWAY : ERRAND_RUN;
}

/* The lease is kept from one message to the next, and given back when there is none. */
enum errand
send_next(struct work *work)
{
	static bool holding;
	struct sending sending = { .why_not = NULL };
	const struct refusal *refusal;
	enum unit_end end = step(work, take, &sending, &refusal);

	if (end == UNIT_DONE) {
		holding = true;
		return send_taken(work, &sending);
	}
	if (end != UNIT_REFUSED)
		return ERRAND_AWAY;
	if (refusal == &sent_elsewhere)
		return ERRAND_ELSEWHERE;
	if (holding)
		holding = step(work, let_go, &sending, &refusal) != UNIT_DONE;
	return ERRAND_NONE;
}
