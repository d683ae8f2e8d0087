/* registration_rules.c - who may sign up for an activity.
 *
 * Each rule says what it looked at and what it needs, in a sentence that is true either way. */

#include "activity/registration_rules.h"

#include <string.h>

#include "activity/registration_sql.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"

const struct setting party_most = { "party.most", 6, 1, 12 };

REFUSAL(registration_closed, REFUSED_BY_RULE, "mode",
	N_("Nobody can sign up for this activity any more. Look for another date."));
REFUSAL(mode_not_offered, REFUSED_BY_RULE, "mode",
	N_("Choose a way of taking part that is offered."));
REFUSAL(party_too_large, REFUSED_BY_RULE, "party", N_("Choose fewer people for one form."));
REFUSAL(at_least_too_many, REFUSED_BY_RULE, "at_least",
	N_("Choose a number between one and those whom you sign up."));
REFUSAL(too_few_places, REFUSED_BY_RULE, "party",
	N_("The activity has not so many places in all. Choose fewer people."));
REFUSAL(wrong_age, REFUSED_BY_RULE, "party", N_("Leave out whoever is not of the age."));

/* What the rules look at. */
struct plan {
	struct work *work;
	const struct activity *activity;
	const struct registration_draft *draft;
	const struct party *party;
	const struct word *mode;
};

const struct word *
mode_of(const struct activity *activity, const struct registration_draft *draft)
{
	if (draft->mode)
		return draft->mode;
	return activity->mode == &mode_online ? &mode_online : &mode_onsite;
}

int64_t
at_least_of(const struct registration_draft *draft, const struct party *party)
{
	return draft->at_least ? draft->at_least : (int64_t)party->count;
}

static struct finding
still_open(const struct plan *plan)
{
	const struct activity *activity = plan->activity;
	time_t closes = quarter_time(activity->closes_quarter);

	if (!activity_is_on(activity))
		return (struct finding){
			.why = text(plan->work, _("“%s”: %s."), activity->title,
				    _(activity->status->label)),
		};
	return (struct finding){
		.passed = closes > plan->work->now,
		.why = text(plan->work,
			    closes > plan->work->now ? _("One can sign up until %s.")
						     : _("One could sign up until %s."),
			    when(plan->work, closes)),
	};
}

static struct finding
mode_offered(const struct plan *plan)
{
	const struct word *offered = plan->activity->mode;

	return (struct finding){
		.passed = offered == &mode_both || offered == plan->mode,
		.why = text(plan->work, _("It is held this way: %s."), _(offered->label)),
	};
}

static struct finding
party_small_enough(const struct plan *plan)
{
	int64_t most = setting_at(plan->work, plan->activity->centre_id, &party_most);

	return (struct finding){
		.passed = (int64_t)plan->party->count <= most,
		.why = text(plan->work,
			    ngettext("One form signs up %ld person at most; you chose %ld.",
				     "One form signs up %ld people at most; you chose %ld.", most),
			    most, (int64_t)plan->party->count),
	};
}

static struct finding
enough_of_them(const struct plan *plan)
{
	int64_t least = at_least_of(plan->draft, plan->party);

	return (struct finding){
		.passed = least >= 1 && least <= (int64_t)plan->party->count,
		.why = text(plan->work, _("At least %ld of %ld are to be in together."), least,
			    (int64_t)plan->party->count),
	};
}

static struct finding
places_for_so_many(const struct plan *plan)
{
	const struct activity *activity = plan->activity;
	int64_t places = plan->mode == &mode_online ? activity->online_places : activity->places;

	return (struct finding){
		.passed = at_least_of(plan->draft, plan->party) <= places,
		.why = text(plan->work,
			    ngettext("There is %ld place in all.", "There are %ld places in all.",
				     places),
			    places),
	};
}

/* Years completed on a day. */
static int64_t
age_on(int64_t born, int64_t day)
{
	struct local birth = day_date(born), then = day_date(day);
	bool had_birthday =
		then.month > birth.month || (then.month == birth.month && then.day >= birth.day);

	return then.year - birth.year - !had_birthday;
}

/* Whose birth nobody has noted is taken at their word; the door sees them. */
const char *
age_against(struct work *work, const struct activity *activity, const struct member *member)
{
	int64_t day = day_of(quarter_time(activity->start_quarter)), age;

	if (member->born == DAY_NONE)
		return NULL;
	age = age_on(member->born, day);
	if (age >= activity->min_age && (!activity->max_age || age <= activity->max_age))
		return NULL;
	return text(work, _("%s is %ld on that day; for whom it is: %s."), member->name, age,
		    activity_ages_said(work, activity));
}

static struct finding
of_the_age(const struct plan *plan)
{
	for (size_t i = 0; i < plan->party->count; i++) {
		const char *against =
			age_against(plan->work, plan->activity, &plan->party->members[i]);

		if (against)
			return (struct finding){ .why = against };
	}
	return (struct finding){
		.passed = true,
		.why = text(plan->work, _("For whom it is: %s."),
			    activity_ages_said(plan->work, plan->activity)),
	};
}

/* Whoever takes part online need not go anywhere. */
static const struct clash *
clashes_of(struct work *work, const struct activity *activity, bool online, struct id person)
{
	const struct diary_wish wish = {
		.person_id = person,
		.place_id = online ? (struct id){ 0 } : activity->centre_id,
		.start_quarter = activity->start_quarter,
		.end_quarter = activity->end_quarter,
	};

	return diary_clashes(work, &wish);
}

static struct clash *
with_one_more(struct work *work, const struct clash *clashes, size_t count,
	      const struct clash *added)
{
	struct clash *more = arena_array(work->arena, count + 2, sizeof(*more));

	memcpy(more, clashes, count * sizeof(*more));
	more[count] = *added;
	return more;
}

/* That somebody has signed up for this very activity is no clash: the key of seats says so. */
const struct clash *
party_clashes(struct work *work, const struct activity *activity,
	      const struct registration_draft *draft, const struct party *party)
{
	struct clash *all = arena_one(work->arena, struct clash);
	size_t count = 0;

	for (size_t i = 0; i < party->count; i++) {
		const struct clash *with =
			clashes_of(work, activity, mode_of(activity, draft) == &mode_online,
				   party->members[i].person_id);

		for (; id_given(with->thing_id); with++)
			if (!sql_registration_is_of(work, with->thing_id, activity->id))
				all = with_one_more(work, all, count++, with);
	}
	return all;
}

static struct finding
diaries_empty(const struct plan *plan)
{
	return clash_finding(plan->work,
			     party_clashes(plan->work, plan->activity, plan->draft, plan->party),
			     plan->draft->keep_both);
}

static const struct rule {
	const struct refusal *refusal;
	struct finding (*ask)(const struct plan *);
} rules[] = {
	{ &registration_closed, still_open },
	{ &mode_not_offered, mode_offered },
	{ &party_too_large, party_small_enough },
	{ &at_least_too_many, enough_of_them },
	{ &too_few_places, places_for_so_many },
	{ &wrong_age, of_the_age },
	{ &clash, diaries_empty },
	RULES_END,
};

const struct finding *
registration_findings(struct work *work, const struct activity *activity,
		      const struct registration_draft *draft, const struct party *party)
{
	const struct plan plan = { work, activity, draft, party, mode_of(activity, draft) };
	struct finding *findings = arena_array(work->arena, COUNT(rules), sizeof(*findings));

	for (size_t i = 0; rules[i].refusal; i++) {
		findings[i] = rules[i].ask(&plan);
		findings[i].rule = rules[i].refusal;
	}
	return findings;
}
