/* text.h - text made in the memory of a unit of work, and moments in words. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/work.h"

/* An int64_t is a long wherever Quarter runs, so translators see a plain %ld. */
_Static_assert(_Generic((int64_t)0, long : 1, default : 0), "an int64_t prints as %ld");

/* printf into the arena. */
const char *text(struct work *work, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* In the city's time and the reader's language: "Sat 28 Nov 2026, 14:00", "2026年11月28日 星期六
 * 14:00". */
const char *when(struct work *work, time_t moment);
/* "Sat 28 Nov 2026", "2026年11月28日 星期六"; a day as day_of() counts them. */
const char *on_day(struct work *work, int64_t day);
/* "Sat 28 Nov", "11月28日 周六". */
const char *on_day_short(struct work *work, int64_t day);
/* "Sat", "周六". */
const char *weekday(int64_t day);
/* "14:00", in both languages. */
const char *at_time(struct work *work, time_t moment);
/* "14:00" of a minute of the day; 1440 is "24:00". */
const char *at_minute(struct work *work, int64_t minute);
/* "14:00–15:30", with the day before it; over midnight both days are said. */
const char *between_times(struct work *work, time_t start, time_t end);
/* "2026-11-28". */
const char *iso_day(struct work *work, int64_t day);
/* "2026-11-28T14:00:00+08:00". */
const char *rfc3339(struct work *work, time_t moment);
/* "1 hour 30 minutes". */
const char *duration(struct work *work, int64_t minutes);

/* A path of ours with the portal's own address before it, for mail, calendars and codes. */
const char *whole_url(struct work *work, const char *path);

/* Whether bytes are UTF-8 as it should be, without control characters but for line ends. */
bool text_is_clean(const char *chars, size_t size, bool lines_allowed);
/* How many characters a person would count. */
size_t text_length(const char *text);
/* Case, full width and blanks at the ends folded away, for what people type to be found. */
const char *text_folded(struct work *work, const char *text);
/* "138****8000", "w***@example.org": enough to know it again. */
const char *text_masked(struct work *work, const char *address);

#endif
