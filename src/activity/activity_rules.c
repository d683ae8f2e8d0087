/* activity_rules.c - what an activity must be before it is kept, and again before it is published.
 *
 * Each rule says what it looked at and what it needs, in a sentence that is true either way. */

#include "activity/activity_rules.h"

#include <string.h>

#include "activity/activity_sql.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "booking/booking.h"

#define HTTPS "https://"

const struct setting activity_ahead = { "activity.ahead_days", 730, 1, 3650 };
const struct setting activity_longest = { "activity.longest_minutes", 1440, 15, 10080 };

REFUSAL(ends_before_start, REFUSED_BY_RULE, "end", N_("Choose an end that comes after the start."));
REFUSAL(lasts_too_long, REFUSED_BY_RULE, "end",
	N_("Choose an earlier end, or make one activity of each day."));
REFUSAL(too_far_ahead, REFUSED_BY_RULE, "start", N_("Choose an earlier day."));
REFUSAL(title_missing, REFUSED_BY_RULE, "title_zh",
	N_("Say what it is called, and what one does."));
REFUSAL(unknown_field, REFUSED_BY_RULE, "field", N_("Choose one of the fields of service."));
REFUSAL(no_places, REFUSED_BY_RULE, "places",
	N_("Say for how many people there is a place, on the spot and online each."));
REFUSAL(ages_swapped, REFUSED_BY_RULE, "max_age", N_("Choose a highest age above the lowest."));
REFUSAL(room_needed, REFUSED_BY_RULE, "venue",
	N_("Choose a room of the centre, or hold it online alone."));
REFUSAL(room_too_small, REFUSED_BY_RULE, "places",
	N_("Offer fewer places, or choose a larger room."));
REFUSAL(link_malformed, REFUSED_BY_RULE, "online_link",
	N_("Give the whole address of the broadcast, beginning with https://."));

/* What the rules look at. */
struct plan {
	struct work *work;
	const struct activity_draft *draft;
	const struct venue *venue; /* NULL: none was named */
};

static int64_t
minutes_of(const struct plan *plan)
{
	return (plan->draft->end_quarter - plan->draft->start_quarter) * QUARTER_MINUTES;
}

static struct finding
ends_after_start(const struct plan *plan)
{
	return (struct finding){
		.passed = minutes_of(plan) > 0,
		.why = text(plan->work, _("It begins on %s and ends on %s."),
			    when(plan->work, quarter_time(plan->draft->start_quarter)),
			    when(plan->work, quarter_time(plan->draft->end_quarter))),
	};
}

static struct finding
short_enough(const struct plan *plan)
{
	int64_t most = setting_at(plan->work, plan->draft->centre_id, &activity_longest);

	return (struct finding){
		.passed = minutes_of(plan) <= most,
		.why = text(plan->work, _("An activity lasts %s at most."),
			    duration(plan->work, most)),
	};
}

static struct finding
still_to_come(const struct plan *plan)
{
	return (struct finding){
		.passed = quarter_time(plan->draft->start_quarter) >= plan->work->now,
		.why = text(plan->work, _("It begins on %s; now it is %s."),
			    when(plan->work, quarter_time(plan->draft->start_quarter)),
			    when(plan->work, plan->work->now)),
	};
}

static struct finding
near_enough(const struct plan *plan)
{
	int64_t days = setting_at(plan->work, plan->draft->centre_id, &activity_ahead);

	return (struct finding){
		.passed = day_of(quarter_time(plan->draft->end_quarter)) <=
			  day_of(plan->work->now) + days,
		.why = text(plan->work, _("Activities are made %ld days ahead at most."), days),
	};
}

static struct finding
has_title(const struct plan *plan)
{
	return (struct finding){
		.passed = plan->draft->title_zh && plan->draft->summary_zh,
		.why = _("An activity has a title and a summary in Chinese."),
	};
}

static struct finding
field_known(const struct plan *plan)
{
	return (struct finding){
		.passed = plan->draft->field && sql_field_exists(plan->work, plan->draft->field),
		.why = _("An activity belongs to one of the fields of service."),
	};
}

static struct finding
has_places(const struct plan *plan)
{
	const struct activity_draft *draft = plan->draft;

	return (struct finding){
		.passed = (!is_onsite(draft->mode) || draft->places > 0) &&
			  (!is_online(draft->mode) || draft->online_places > 0),
		.why = text(plan->work, _("Places on the spot: %ld; online: %ld."), draft->places,
			    draft->online_places),
	};
}

static struct finding
ages_in_order(const struct plan *plan)
{
	const struct activity_draft *draft = plan->draft;

	return (struct finding){
		.passed = draft->max_age == 0 || draft->max_age >= draft->min_age,
		.why = text(plan->work, _("The lowest age is %ld, the highest %ld; 0 is no limit."),
			    draft->min_age, draft->max_age),
	};
}

static struct finding
has_room(const struct plan *plan)
{
	return (struct finding){
		.passed = plan->venue || !is_onsite(plan->draft->mode),
		.why = _("What is held on the spot needs a room."),
	};
}

static struct finding
room_enough(const struct plan *plan)
{
	const struct venue *venue = plan->venue;
	int64_t people = is_onsite(plan->draft->mode) ? plan->draft->places : 0;

	if (!venue)
		return (struct finding){ .passed = true, .why = _("It needs no room.") };
	return (struct finding){
		.passed = people <= venue->seats,
		.why = text(plan->work, _("%s holds %ld people; the places are %ld."), venue->name,
			    venue->seats, people),
	};
}

/* Of the characters alone that an address is written with. */
static bool
is_plain(const char *link)
{
	for (; *link; link++)
		if (*link <= ' ' || *link > '~' || strchr("\"<>\\^`{|}", *link))
			return false;
	return true;
}

static struct finding
link_whole(const struct plan *plan)
{
	const char *link = plan->draft->online_link;

	return (struct finding){
		.passed = !link || (strncmp(link, HTTPS, strlen(HTTPS)) == 0 && is_plain(link)),
		.why = _("The address of a broadcast begins with https://."),
	};
}

static const struct rule {
	const struct refusal *refusal;
	struct finding (*ask)(const struct plan *);
} rules[] = {
	{ &title_missing, has_title },
	{ &unknown_field, field_known },
	{ &ends_before_start, ends_after_start },
	{ &lasts_too_long, short_enough },
	{ &already_past, still_to_come },
	{ &too_far_ahead, near_enough },
	{ &no_places, has_places },
	{ &ages_swapped, ages_in_order },
	{ &room_needed, has_room },
	{ &room_too_small, room_enough },
	{ &link_malformed, link_whole },
	RULES_END,
};

const struct refusal *
activity_judge(struct work *work, const struct activity_draft *draft, const struct venue *venue)
{
	const struct plan plan = { work, draft, venue };
	struct finding *findings = arena_array(work->arena, COUNT(rules), sizeof(*findings));

	for (size_t i = 0; rules[i].refusal; i++) {
		findings[i] = rules[i].ask(&plan);
		findings[i].rule = rules[i].refusal;
	}
	return findings_refusal(work, findings);
}

bool
is_onsite(const struct word *mode)
{
	return mode != &mode_online;
}

bool
is_online(const struct word *mode)
{
	return mode == &mode_online || mode == &mode_both;
}
