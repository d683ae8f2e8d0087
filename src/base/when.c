/* when.c - moments in words, in the reader's language and on the city's clock. */

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"

static const char *const weekdays[] = {
	N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"),
};

static const char *const months[] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

const char *
weekday(int64_t day)
{
	return _(weekdays[day_weekday(day)]);
}

/* As it stands in a full date, where Chinese has a longer name for it. */
static const char *
weekday_in_date(int weekday)
{
	switch (weekday) {
	case 0:
		return pgettext("in a date", "Sun");
	case 1:
		return pgettext("in a date", "Mon");
	case 2:
		return pgettext("in a date", "Tue");
	case 3:
		return pgettext("in a date", "Wed");
	case 4:
		return pgettext("in a date", "Thu");
	case 5:
		return pgettext("in a date", "Fri");
	default:
		return pgettext("in a date", "Sat");
	}
}

const char *
on_day(struct work *work, int64_t day)
{
	struct local date = day_date(day);

	/* weekday, day, month, year */
	return text(work, _("%1$s %2$d %3$s %4$d"), weekday_in_date(date.weekday), date.day,
		    _(months[date.month - 1]), date.year);
}

const char *
on_day_short(struct work *work, int64_t day)
{
	struct local date = day_date(day);

	/* weekday, day, month */
	return text(work, _("%1$s %2$d %3$s"), weekday(day), date.day, _(months[date.month - 1]));
}

const char *
at_minute(struct work *work, int64_t minute)
{
	return text(work, "%02ld:%02ld", minute / 60, minute % 60);
}

const char *
at_time(struct work *work, time_t moment)
{
	return at_minute(work, minute_of(moment));
}

const char *
when(struct work *work, time_t moment)
{
	/* day, time */
	return text(work, pgettext("a moment", "%1$s, %2$s"), on_day(work, day_of(moment)),
		    at_time(work, moment));
}

const char *
between_times(struct work *work, time_t start, time_t end)
{
	int64_t first = day_of(start), last = day_of(end);

	if (last == first + 1 && minute_of(end) == 0)
		return text(work, "%s–%s", when(work, start), at_minute(work, DAY_MINUTES));
	if (last == first)
		return text(work, "%s–%s", when(work, start), at_time(work, end));
	return text(work, "%s – %s", when(work, start), when(work, end));
}

const char *
iso_day(struct work *work, int64_t day)
{
	struct local date = day_date(day);

	return text(work, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *
rfc3339(struct work *work, time_t moment)
{
	struct local local = local_of(moment);
	int64_t second = (moment % 60 + 60) % 60;
	int64_t ahead = day_of(moment) * DAY_MINUTES + minute_of(moment) - (moment - second) / 60;
	int64_t apart = ahead < 0 ? -ahead : ahead;

	return text(work, "%04d-%02d-%02dT%02d:%02d:%02ld%c%02ld:%02ld", local.year, local.month,
		    local.day, local.hour, local.minute, second, ahead < 0 ? '-' : '+', apart / 60,
		    apart % 60);
}

const char *
duration(struct work *work, int64_t minutes)
{
	int64_t hours = minutes / 60, rest = minutes % 60;
	const char *in_hours = text(work, ngettext("%ld hour", "%ld hours", hours), hours);
	const char *in_minutes = text(work, ngettext("%ld minute", "%ld minutes", rest), rest);

	if (hours == 0)
		return in_minutes;
	if (rest == 0)
		return in_hours;
	/* hours, minutes */
	return text(work, pgettext("a duration", "%1$s %2$s"), in_hours, in_minutes);
}
