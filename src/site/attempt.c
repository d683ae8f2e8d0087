/* attempt.c - counts attempts. */

#include "site/attempt.h"

#include "base/hash.h"
#include "base/text.h"
#include "db/unit.h"
#include "site/attempt_sql.h"

#define WINDOW_SECONDS 60

const struct setting attempts_a_minute = { "attempts.a_minute", 10, 1, 1000 };

const struct column attempts_columns[] = {
	COLUMN_INT(struct attempts, count),
	COLUMN_TIME(struct attempts, oldest),
	COLUMN_END,
};

REFUSAL(too_many_tries, REFUSED_TOO_OFTEN, NULL,
	N_("Too many attempts in one minute. Wait a minute and try again; your earlier bookings "
	   "are not affected."));

static void
note(struct work *work, void *with)
{
	const struct bytes *key = with;

	sql_attempt_note(work, work->actor, *key);
}

const struct refusal *
attempt_count(struct request *req)
{
	struct work *work = req->work;
	struct bytes key = work->command.key;
	struct attempts attempts;
	struct refusal *refusal;

	if (!key.data)
		key = hash_of_text(work, token_new(work));
	unit_apart(work, note, &key);
	if (!sql_attempts_since(work, work->actor, work->now - WINDOW_SECONDS, &attempts) ||
	    attempts.count <= setting_of_network(work, &attempts_a_minute))
		return NULL;
	refusal = arena_one(work->arena, struct refusal);
	*refusal = too_many_tries;
	refusal->retry_after = (int)(attempts.oldest + WINDOW_SECONDS - work->now) + 1;
	refusal->made = text(work,
			     _("Too many attempts in one minute. Try again after %s; your earlier "
			       "bookings are not affected."),
			     at_time(work, attempts.oldest + WINDOW_SECONDS + 60));
	return refusal;
}
