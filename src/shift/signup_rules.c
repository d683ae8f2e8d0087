/* signup_rules.c - who may take a shift, and when.
 *
 * Each rule says what it looked at and what it needs, in a sentence that is true either way. */

#include "shift/signup_rules.h"

#include "base/arena.h"
#include "base/text.h"
#include "diary/diary.h"
#include "shift/shift_part.h"
#include "shift/signup_sql.h"
#include "shift/skill.h"

#include <string.h>

REFUSAL_CODE(signup_off, "cancelled", REFUSED_CONFLICT, NULL,
	     N_("This shift was cancelled. Look at the other shifts of that day."));
REFUSAL_CODE(signup_too_early, "too_early", REFUSED_BY_RULE, NULL,
	     N_("Come back when signing up opens, or take an earlier shift."));
REFUSAL_CODE(signup_too_late, "too_late", REFUSED_BY_RULE, NULL,
	     N_("This shift has begun. Look at those that are still to come."));
REFUSAL_CODE(signup_too_young, "too_young", REFUSED_BY_RULE, "for",
	     N_("Look at shifts for younger people."));
REFUSAL_CODE(signup_skill_missing, "skill_missing", REFUSED_BY_RULE, "for",
	     N_("Show the coordinator of a centre that you have the skill; once it is confirmed, "
		"the shift is open to you."));
REFUSAL_CODE(signup_full, "full", REFUSED_CONFLICT, NULL,
	     N_("All places on this shift are taken. Look at the other shifts of that day."));
REFUSAL_CODE(signup_clash, "clash", REFUSED_CONFLICT, "keep_both",
	     N_("Something else stands in the diary at this time. Two shifts cannot overlap: leave "
		"one first. Anything else can be kept if you say so."));

/* What the rules look at. */
struct plan {
	struct work *work;
	const struct shift *shift;
	const struct signup_draft *draft;
	struct id person;
	struct newcomer candidate;
};

struct id
signup_person(const struct work *work, const struct signup_draft *draft)
{
	return id_given(draft->person_id) ? draft->person_id : work->person;
}

static struct finding
is_on(const struct plan *plan)
{
	bool on = plan->shift->status == &shift_open;

	return (struct finding){
		.passed = on,
		.why = on ? _("The shift takes place.") : _("The shift was cancelled."),
	};
}

static struct finding
is_open_yet(const struct plan *plan)
{
	int64_t days = setting_at(plan->work, plan->shift->centre_id, &shift_opens_days);
	time_t opens = quarter_time(plan->shift->start_quarter) - days * DAY_SECONDS;
	bool open = opens <= plan->work->now;

	return (struct finding){
		.passed = open,
		.why = text(plan->work,
			    open ? _("Signing up opened on %s.") : _("Signing up opens on %s."),
			    when(plan->work, opens)),
		.clears_at = open ? 0 : opens,
	};
}

static struct finding
still_to_come(const struct plan *plan)
{
	time_t start = quarter_time(plan->shift->start_quarter);

	return (struct finding){
		.passed = start > plan->work->now,
		.why = text(plan->work, _("It begins on %s; now it is %s."),
			    when(plan->work, start), when(plan->work, plan->work->now)),
	};
}

/* Years completed on a day. */
static int64_t
age_on(int64_t born, int64_t day)
{
	struct local birth = day_date(born), date = day_date(day);
	bool before_birthday =
		date.month < birth.month || (date.month == birth.month && date.day < birth.day);

	return date.year - birth.year - before_birthday;
}

static struct finding
old_enough(const struct plan *plan)
{
	int64_t least = plan->shift->min_age, born = plan->candidate.born, age;

	if (least == 0)
		return (struct finding){ .passed = true, .why = _("People of any age may.") };
	if (born == DAY_NONE)
		return (struct finding){
			.passed = false,
			.why = text(plan->work,
				    _("One must be %ld years old; the date of birth of %s is not "
				      "known."),
				    least, plan->candidate.name),
		};
	age = age_on(born, day_of(quarter_time(plan->shift->start_quarter)));
	return (struct finding){
		.passed = age >= least,
		.why = text(plan->work, _("One must be %ld years old; %s is %ld that day."), least,
			    plan->candidate.name, age),
	};
}

static struct finding
has_the_skills(const struct plan *plan)
{
	const struct shift *shift = plan->shift;
	const char *lacking =
		skills_lacking(plan->work, shift->skills, plan->person, shift->start_quarter);

	if (!shift->skills)
		return (struct finding){ .passed = true, .why = _("No skill is asked for.") };
	return (struct finding){
		.passed = !lacking,
		.why = lacking ? text(plan->work,
				      _("It asks for “%s”, which is missing or out of date that "
					"day."),
				      lacking)
			       : text(plan->work, _("It asks for “%s”, which is good that day."),
				      shift->skill_names),
	};
}

static struct finding
has_a_place(const struct plan *plan)
{
	const struct shift *shift = plan->shift;

	return (struct finding){
		.passed = shift->taken < shift->needed,
		.why = text(plan->work, _("%ld of %ld places are taken."), shift->taken,
			    shift->needed),
	};
}

const struct clash *
signup_clashes(struct work *work, const struct shift *shift, const struct signup_draft *draft)
{
	const struct diary_wish wish = {
		.person_id = signup_person(work, draft),
		.place_id = id_given(shift->venue_id) ? shift->venue_id : shift->centre_id,
		.besides = shift->id,
		.start_quarter = shift->start_quarter,
		.end_quarter = shift->end_quarter,
	};

	return diary_clashes(work, &wish);
}

/* Two shifts at once are never kept, whatever is said. */
static bool
overlaps(const struct clash *other, const struct shift *shift)
{
	return strcmp(other->kind, "shift") == 0 && other->end_quarter > shift->start_quarter &&
	       other->start_quarter < shift->end_quarter;
}

static struct finding
time_is_free(const struct plan *plan)
{
	const struct clash *first = signup_clashes(plan->work, plan->shift, plan->draft);
	bool kept = plan->draft->keep_both;

	for (const struct clash *other = first; id_given(other->thing_id); other++)
		if (overlaps(other, plan->shift))
			kept = false;
	return clash_finding(plan->work, first, kept);
}

/* What a write decides is not asked before it: see signup.sql and shift.sql. */
static const struct rule {
	const struct refusal *refusal;
	struct finding (*ask)(const struct plan *);
	bool claimed;
} rules[] = {
	{ &signup_off, is_on, false },
	{ &signup_too_early, is_open_yet, false },
	{ &signup_too_late, still_to_come, false },
	{ &signup_too_young, old_enough, false },
	{ &signup_skill_missing, has_the_skills, false },
	{ &signup_clash, time_is_free, false },
	{ &signup_full, has_a_place, true },
	RULES_END,
};

const struct finding *
signup_judge(struct work *work, const struct shift *shift, const struct signup_draft *draft,
	     bool claims)
{
	struct plan plan = { work, shift, draft, signup_person(work, draft), { "", DAY_NONE } };
	struct finding *findings = arena_array(work->arena, COUNT(rules), sizeof(*findings));
	size_t count = 0;

	if (!sql_candidate_find(work, plan.person, &plan.candidate))
		fault("a person who signs up is not there");
	for (const struct rule *rule = rules; rule->refusal; rule++) {
		if (rule->claimed && claims)
			continue;
		findings[count] = rule->ask(&plan);
		findings[count++].rule = rule->refusal;
	}
	return findings;
}
