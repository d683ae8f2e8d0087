/* shift_rules.c - when a shift may be.  Each rule says what it looked at and what it needs. */

#include "shift/shift_rules.h"

#include "base/arena.h"
#include "base/text.h"
#include "shift/shift_part.h"

REFUSAL(shift_bad_length, REFUSED_BY_RULE, "end", N_("Choose another end."));
REFUSAL(shift_past, REFUSED_BY_RULE, "start", N_("Choose a time that is still to come."));

static struct finding
length_allowed(struct work *work, const struct shift *shift)
{
	int64_t minutes = (shift->end_quarter - shift->start_quarter) * QUARTER_MINUTES;
	int64_t longest = setting_at(work, shift->centre_id, &shift_longest_minutes);

	return (struct finding){
		.passed = minutes > 0 && minutes <= longest,
		.why = minutes <= 0 ? _("It ends before it has lasted a quarter of an hour.")
				    : text(work, _("It lasts %s; at most %s are possible."),
					   duration(work, minutes), duration(work, longest)),
	};
}

static struct finding
still_to_come(struct work *work, const struct shift *shift)
{
	return (struct finding){
		.passed = quarter_time(shift->start_quarter) > work->now,
		.why = text(work, _("It begins on %s; now it is %s."),
			    when(work, quarter_time(shift->start_quarter)), when(work, work->now)),
	};
}

static const struct rule {
	const struct refusal *refusal;
	struct finding (*ask)(struct work *work, const struct shift *shift);
} rules[] = {
	{ &shift_bad_length, length_allowed },
	{ &shift_past, still_to_come },
	RULES_END,
};

const struct finding *
shift_time_findings(struct work *work, const struct shift *shift)
{
	struct finding *findings = arena_array(work->arena, COUNT(rules), sizeof(*findings));
	size_t count = 0;

	for (const struct rule *rule = rules; rule->refusal; rule++) {
		findings[count] = rule->ask(work, shift);
		findings[count++].rule = rule->refusal;
	}
	return findings;
}
