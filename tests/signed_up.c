/* signed_up.c - registrations, as the tests ask for them. */

#include "signed_up.h"

#include "base/text.h"
#include "fixture.h"
#include "held.h"

static const char *const people[] = { "neighbour", "volunteer", "carer",   "desk",
				      "organiser", "district",  "auditor", "manager" };

struct activity
held_beside(struct work *work, int64_t places)
{
	struct activity_draft asked = class_for(work, places);

	asked.venue_id = venue_at(work, "sports-park-handicraft").id;
	return published(work, asked);
}

const struct refusal *
try_to_sign_up(struct work *work, const char *name, const struct activity *activity)
{
	const struct registration_draft oneself = { .keep_both = true };
	struct registration registration;

	sign_in(work, name);
	return registration_make(work, activity, &oneself, &registration);
}

struct registration
signed_up(struct work *work, const char *name, const struct activity *activity)
{
	const struct registration_draft oneself = { .keep_both = true };
	struct registration registration;

	sign_in(work, name);
	assert_allowed(registration_make(work, activity, &oneself, &registration));
	return registration;
}

struct registration
a_party(struct work *work, const struct activity *activity, int64_t at_least)
{
	const struct id both[] = { person(work, "mother"), person(work, "child") };
	const struct registration_draft draft = {
		.party = { both, 2 },
		.at_least = at_least,
		.keep_both = true,
	};
	struct registration registration;

	sign_in(work, "resident");
	assert_allowed(registration_make(work, activity, &draft, &registration));
	return registration;
}

struct registration
number(struct work *work, const struct activity *activity, int64_t number)
{
	return signed_up(work, people[number], activity);
}

struct registration
as_it_is(struct work *work, const struct registration *registration)
{
	struct registration now;

	work->actor = registration->made_by;
	assert_allowed(registration_find(work, registration->id, &now));
	return now;
}

void
give_up(struct work *work, const struct registration *registration)
{
	struct registration now = as_it_is(work, registration);

	assert_allowed(registration_cancel(work, &now, NULL));
}

const struct word *
status(struct work *work, const struct registration *registration)
{
	return as_it_is(work, registration).status;
}

void
make_offers(struct work *work, const struct activity *activity)
{
	sign_out(work);
	waiting_make_offers(work, activity->id);
}

int64_t
counted(struct work *work, const struct activity *activity, const char *column)
{
	return number_of(work, text(work,
				    "SELECT %s FROM activity_places WHERE activity_id = %ld"
				    " AND mode = 'onsite'",
				    column, activity->id.value));
}
