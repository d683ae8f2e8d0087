/* activity_series.c - the dates of a rule of repetition (RFC 5545), on the clock of the city. */

#include <libical/ical.h>
#include <string.h>

#include "activity/activity.h"
#include "activity/activity_part.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"

const struct setting series_dates = { "series.dates", 52, 1, 366 };
const struct setting series_days = { "series.days", 365, 1, 3650 };

WORD(repeat_weekly, "weekly", N_("Every week"));
WORD(repeat_fortnightly, "fortnightly", N_("Every two weeks"));
WORD(repeat_monthly, "monthly", N_("Every month, on the same weekday"));
const struct word *const repeats[] = { &repeat_weekly, &repeat_fortnightly, &repeat_monthly, NULL };

REFUSAL(rule_malformed, REFUSED_BY_RULE, "rrule",
	N_("Say by day, week or month, and until when: FREQ=WEEKLY;COUNT=8, for instance."));
REFUSAL(end_missing, REFUSED_BY_RULE, "repeat_until",
	N_("Choose the last day of the repetition, after the first."));
REFUSAL(too_many_dates, REFUSED_BY_RULE, "rrule", N_("Choose an earlier end of the repetition."));

/* What a rule may say: days, weeks and months, and no part that hours would need. */
static const char *const parts[] = {
	"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "INTERVAL=", "COUNT=",
	"UNTIL=",     "BYDAY=",      "BYMONTHDAY=",  "WKST=",
};

static bool
is_known_part(const char *part, size_t size)
{
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t length = strlen(parts[i]);
		bool whole = parts[i][length - 1] != '=';

		if ((whole ? size == length : size > length) &&
		    strncmp(part, parts[i], length) == 0)
			return true;
	}
	return false;
}

static bool
is_known_rule(const char *rule)
{
	for (;; rule++) {
		size_t size = strcspn(rule, ";");

		if (!is_known_part(rule, size))
			return false;
		rule += size;
		if (!*rule)
			return true;
	}
}

/* On the city's clock, which libical is told nothing of. */
static struct icaltimetype
clock_time(int64_t quarter)
{
	struct local local = local_of(quarter_time(quarter));

	return (struct icaltimetype){
		.year = local.year,
		.month = local.month,
		.day = local.day,
		.hour = local.hour,
		.minute = local.minute,
	};
}

static time_t
moment_of(struct icaltimetype at)
{
	int64_t day = day_of_date(at.year, at.month, at.day);

	if (icaltime_is_utc(at))
		return icaltime_as_timet(at);
	return at.is_date ? day_time(day + 1, 0) - 1 : day_time(day, at.hour * 60 + at.minute);
}

/* An end is compared here, since it may be a day, a moment, or a time of the clock. */
struct repetition {
	struct icalrecurrencetype rule;
	time_t until;  /* of the rule, where it has one */
	time_t latest; /* that is allowed */
	size_t most;   /* dates that are allowed */
	int64_t *starts;
	size_t count;
};

/* Fills the dates, one more than is allowed at most. */
static void
collect(struct repetition *repetition, struct icaltimetype from)
{
	icalrecur_iterator *dates = icalrecur_iterator_new(repetition->rule, from);
	struct icaltimetype date;

	while (dates && repetition->count <= repetition->most) {
		date = icalrecur_iterator_next(dates);
		if (icaltime_is_null_time(date) || moment_of(date) > repetition->until)
			break;
		repetition->starts[repetition->count++] = quarter_of(moment_of(date));
		if (moment_of(date) > repetition->latest)
			break;
	}
	if (dates)
		icalrecur_iterator_free(dates);
}

static bool
read_rule(const char *chars, struct repetition *repetition)
{
	struct icalrecurrencetype *rule = &repetition->rule;

	if (!is_known_rule(chars))
		return false;
	*rule = icalrecurrencetype_from_string(chars);
	if (rule->freq == ICAL_NO_RECURRENCE)
		return false;
	repetition->until = INT64_MAX;
	if (!icaltime_is_null_time(rule->until))
		repetition->until = moment_of(rule->until);
	else if (rule->count == 0)
		return false;
	rule->until = icaltime_null_time();
	return true;
}

static const struct refusal *
too_many(struct work *work, int64_t dates, int64_t days)
{
	return refuse_saying(work, &too_many_dates,
			     text(work,
				  _("A series has %ld dates at most, within %ld days. Choose an "
				    "earlier end of the repetition."),
				  dates, days));
}

/* "FREQ=MONTHLY;BYDAY=2SA" of a second Saturday; of a fifth, the last is meant. */
static const char *
monthly(struct work *work, int64_t day)
{
	static const char *const weekdays[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
	int week = (day_date(day).day + 6) / 7;

	return text(work, "FREQ=MONTHLY;BYDAY=%d%s", week > 4 ? -1 : week,
		    weekdays[day_weekday(day)]);
}

static const char *
rule_of_form(struct work *work, const struct activity_draft *draft)
{
	if (draft->repeat == &repeat_monthly)
		return monthly(work, day_of(quarter_time(draft->start_quarter)));
	return draft->repeat == &repeat_weekly ? "FREQ=WEEKLY" : "FREQ=WEEKLY;INTERVAL=2";
}

const char *
series_rule(struct work *work, const struct activity_draft *draft)
{
	struct local until;

	if (draft->rrule || !draft->repeat)
		return draft->rrule;
	if (draft->repeat_until == DAY_NONE)
		return rule_of_form(work, draft);
	until = day_date(draft->repeat_until);
	return text(work, "%s;UNTIL=%04d%02d%02d", rule_of_form(work, draft), until.year,
		    until.month, until.day);
}

const struct refusal *
series_starts(struct work *work, const struct activity_draft *draft, int64_t **starts,
	      size_t *count)
{
	int64_t most = setting_at(work, draft->centre_id, &series_dates);
	int64_t days = setting_at(work, draft->centre_id, &series_days);
	const char *rule = series_rule(work, draft);
	struct repetition repetition = {
		.most = (size_t)most,
		.latest = quarter_time(draft->start_quarter) + days * DAY_MINUTES * 60,
		.starts = arena_array(work->arena, (size_t)most + 1, sizeof(int64_t)),
	};

	*starts = repetition.starts;
	*count = 1;
	repetition.starts[0] = draft->start_quarter;
	if (!rule)
		return NULL;
	if (!read_rule(rule, &repetition))
		return draft->rrule ? &rule_malformed : &end_missing;
	collect(&repetition, clock_time(draft->start_quarter));
	*count = repetition.count;
	if (*count == 0)
		return draft->rrule ? &rule_malformed : &end_missing;
	if (*count > (size_t)most || quarter_time((*starts)[*count - 1]) > repetition.latest)
		return too_many(work, most, days);
	return NULL;
}
