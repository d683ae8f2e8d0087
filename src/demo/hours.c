/* hours.c - the hours that were served before the portal kept shifts, and certificates of some. */

#include "base/quarter.h"
#include "base/text.h"
#include "certificate/certificate.h"
#include "demo/parts.h"
#include "ledger/ledger.h"

#define MINUTES 150 /* of each attendance */
#define QUARTERS (MINUTES / QUARTER_MINUTES)
#define MORNING (9 * 60)
#define WEEKS 150   /* of the volunteer's, a morning each; */
#define WEEKS_AGO 9 /* the last of them lies so far back */
#define CORRECTED_AFTER 120

/* Fengchan Road from July 2021 to 20 January 2022: 54 people came 19 times each, which is 1,026
 * attendances of two hours and a half, and what was counted again adds two hours: 2,567 in all. */
#define VISITS 19
#define DAYS_BETWEEN 10
#define FORGOTTEN 120

static struct earning
morning(struct id person, struct id centre, int64_t day)
{
	int64_t start = quarter_of(day_time(day, MORNING));

	return (struct earning){
		.person_id = person,
		.centre_id = centre,
		.start_quarter = start,
		.end_quarter = start + QUARTERS,
		.minutes = MINUTES,
	};
}

static void
load(struct work *work, const struct earning *earnings, size_t count)
{
	if (ledger_load(work, earnings, count))
		fault("hours of the demonstration overlap");
}

static void
load_visitor(struct work *work, struct id person, struct id centre, int64_t first_day)
{
	struct earning visits[VISITS];

	for (size_t i = 0; i < VISITS; i++)
		visits[i] = morning(person, centre, first_day + (int64_t)i * DAYS_BETWEEN);
	load(work, visits, VISITS);
}

void
demo_hours_of_fengchan_road(struct work *work, const struct id *people)
{
	struct id centre = demo_id(work, "centre", "fengchan-road");
	int64_t first_day = day_of_date(2021, 7, 1);
	const struct correction counted_again = {
		.person_id = people[0],
		.centre_id = centre,
		.kind = &ledger_adjusted,
		.minutes = FORGOTTEN,
		.reason = "闭馆盘点，补记两小时",
	};

	for (int64_t i = 0; i < DEMO_VISITORS; i++)
		load_visitor(work, people[i], centre, first_day + i % DAYS_BETWEEN);
	ledger_load_correction(work, &counted_again, day_time(day_of_date(2022, 1, 20), 18 * 60));
}

/* ---- the volunteer who signs in ---- */

static void
certify(struct work *work, time_t moment)
{
	struct work asking = *work;
	struct certificate certificate;

	work->now = moment;
	work->actor = demo_id(work, "account", "volunteer");
	work->person = demo_id(work, "person", "volunteer");
	if (certificate_make(work, &certificate))
		fault("the hours of the demonstration cannot be certified");
	work->now = asking.now;
	work->actor = asking.actor;
	work->person = asking.person;
}

/* The first certificate was superseded by a correction; the second holds. */
void
demo_hours_of_volunteer(struct work *work)
{
	struct id person = demo_id(work, "person", "volunteer");
	struct id centre = demo_id(work, "centre", "sports-park");
	struct earning mornings[WEEKS];
	const struct correction forgotten = {
		.person_id = person,
		.centre_id = centre,
		.kind = &ledger_adjusted,
		.minutes = -30,
		.reason = "提前离开，更正半小时",
	};
	int64_t last_day = day_of(work->now) - WEEKS_AGO * 7;
	time_t corrected;

	for (size_t i = 0; i < WEEKS; i++)
		mornings[i] = morning(person, centre, last_day - (int64_t)(WEEKS - 1 - i) * 7);
	load(work, mornings, CORRECTED_AFTER);
	corrected = quarter_time(mornings[CORRECTED_AFTER].start_quarter);
	certify(work, corrected - 86400);
	ledger_load_correction(work, &forgotten, corrected);
	load(work, mornings + CORRECTED_AFTER, WEEKS - CORRECTED_AFTER);
	certify(work, work->now - 86400);
}
