/* shifts.c - weeks of shifts, over and to come, and the hours that were served in them. */

#include "demo/volunteering.h"

#include <stdlib.h>
#include <string.h>

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "centre/calendar.h"
#include "demo/demo.h"
#include "demo/demo_sql.h"
#include "demo/draw.h"
#include "demo/parts.h"
#include "demo/volunteering_sql.h"
#include "ledger/ledger.h"

#define DAYS_BEFORE 21
#define DAYS_AHEAD 14
#define A_DAY 2 /* shifts at each centre */
#define OFTEN 4 /* so many at most have signed up for one */
#define HOURS_MOST 2000

static const char *const centres[] = { "sports-park", "fenghuangtai", "fengchan-road", "713" };

/* All that is drawn from, and what was earned, to be entered at the end. */
struct crew {
	struct work *work;
	struct csv roles;
	struct draw draw;
	const struct id *people;
	size_t count, next; /* whose turn it is */
	struct earning *earned;
	size_t earned_count;
};

/* ---- a shift ---- */

static size_t
role_named(const struct crew *crew, const char *key)
{
	size_t row = 0;

	while (strcmp(csv_text(&crew->roles, row, "key"), key) != 0)
		row++;
	return row;
}

/* Sports Park's are coordinated by its manager, the others' by the administrator. */
static struct id
coordinator(struct work *work, const char *centre)
{
	return demo_id(work, "account", strcmp(centre, "sports-park") == 0 ? "manager" : "admin");
}

static struct demo_shift
make_shift(struct crew *crew, const char *centre, size_t role, time_t start, int64_t minutes)
{
	struct work *work = crew->work;
	const struct csv *roles = &crew->roles;
	struct demo_shift shift = {
		.id = id_new(),
		.reference = reference_new(work),
		.centre_id = demo_id(work, "centre", centre),
		.opportunity_id = demo_id(work, "opportunity", csv_text(roles, role, "key")),
		.made_by = coordinator(work, centre),
		.start_quarter = quarter_of(start),
		.end_quarter = quarter_of(start) + minutes / QUARTER_MINUTES,
		.needed = csv_int(roles, role, "needed"),
		.made_at = start - 21 * (time_t)86400,
	};
	size_t rooms;
	const struct demo_room *room = sql_demo_rooms(
		work, shift.centre_id, csv_text(roles, role, "place_kind"), 0, &rooms);

	if (shift.made_at > work->now)
		shift.made_at = work->now;
	if (rooms > 0)
		shift.venue_id = room->id;
	sql_demo_shift_insert(work, &shift);
	sql_demo_shift_skills_insert(work, &shift);
	return shift;
}

static void
earn(struct crew *crew, const struct demo_shift *shift, const struct demo_signup *signup)
{
	if (crew->earned_count == HOURS_MOST)
		fault("more hours were served than there is room for");
	crew->earned[crew->earned_count++] = (struct earning){
		.person_id = signup->person_id,
		.shift_id = shift->id,
		.centre_id = shift->centre_id,
		.start_quarter = signup->start_quarter,
		.end_quarter = signup->end_quarter,
		.minutes = signup->minutes,
	};
}

static struct demo_signup
signup_for(const struct demo_shift *shift, struct id person)
{
	return (struct demo_signup){
		.id = id_new(),
		.shift_id = shift->id,
		.person_id = person,
		.made_by = shift->made_by,
		.status = "signed_up",
		.start_quarter = shift->start_quarter,
		.end_quarter = shift->end_quarter,
		.made_at = shift->made_at,
	};
}

/* Who signed up for what is over came; of the last days some hours wait for the coordinator. */
static void
come(struct crew *crew, const struct demo_shift *shift, struct demo_signup *signup)
{
	time_t start = quarter_time(shift->start_quarter), end = quarter_time(shift->end_quarter);
	bool recent = end > crew->work->now - 3 * (time_t)86400;

	signup->checked_in_at = start;
	signup->status = "checked_in";
	if (recent && draw_chance(&crew->draw, 30))
		return;
	signup->checked_out_at = end;
	signup->status = "checked_out";
	if (recent)
		return;
	signup->status = "confirmed";
	signup->minutes = (signup->end_quarter - signup->start_quarter) * QUARTER_MINUTES;
	earn(crew, shift, signup);
}

static bool
sign_up(struct crew *crew, const struct demo_shift *shift, struct id person)
{
	struct demo_signup signup = signup_for(shift, person);

	if (!sql_demo_person_claim(crew->work, &signup))
		return false;
	if (quarter_time(shift->end_quarter) <= crew->work->now)
		come(crew, shift, &signup);
	sql_demo_signup_insert(crew->work, &signup);
	sql_demo_shift_diary_insert(crew->work, &signup);
	return true;
}

static struct id
next_of(struct crew *crew)
{
	return crew->people[crew->next++ % crew->count];
}

/* ---- weeks at the big centres ---- */

static bool
has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (; *words; words += strcspn(words, " ") + (words[strcspn(words, " ")] == ' '))
		if (strcspn(words, " ") == length && strncmp(words, word, length) == 0)
			return true;
	return false;
}

static bool
is_done_on(const struct crew *crew, size_t role, int64_t day, const struct word *type)
{
	static const char *const names[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	const char *days = csv_text(&crew->roles, role, "days");

	return has_word(days, names[day_weekday(day)]) ||
	       (type == &day_workday && has_word(days, "workday"));
}

static void
make_one(struct crew *crew, const char *centre, int64_t day, const struct word *type)
{
	size_t role = (size_t)draw_between(&crew->draw, 0, (int64_t)crew->roles.count);
	struct demo_shift shift;
	int64_t people;

	while (!is_done_on(crew, role, day, type))
		role = (role + 1) % crew->roles.count;
	shift = make_shift(crew, centre, role,
			   day_time(day, csv_minute(&crew->roles, role, "from")),
			   csv_int(&crew->roles, role, "minutes"));
	people = draw_between(&crew->draw, 0, 1 + (shift.needed < OFTEN ? shift.needed : OFTEN));
	for (int64_t i = 0; i < people; i++)
		sign_up(crew, &shift, next_of(crew));
	sql_demo_shift_count(crew->work, shift.id);
}

static void
make_weeks(struct crew *crew)
{
	int64_t today = day_of(crew->work->now);

	for (int64_t day = today - DAYS_BEFORE; day <= today + DAYS_AHEAD; day++) {
		const struct word *type = calendar_type(crew->work, day);

		for (size_t i = 0; i < COUNT(centres) * A_DAY; i++)
			make_one(crew, centres[i / A_DAY], day, type);
	}
}

/* ---- those who are known ---- */

/* Somebody known at a shift of Sports Park, on a day so far from today. */
static void
known_at(struct crew *crew, const char *who, const char *role, int64_t away, int64_t minute,
	 int64_t minutes)
{
	time_t start = day_time(day_of(crew->work->now) + away, minute);
	struct demo_shift shift =
		make_shift(crew, "sports-park", role_named(crew, role), start, minutes);

	sign_up(crew, &shift, demo_id(crew->work, "person", who));
	sign_up(crew, &shift, next_of(crew));
	sql_demo_shift_count(crew->work, shift.id);
}

/* The volunteer, once a week since hours are kept by shifts. */
#define WEEKS 8

static void
make_known(struct crew *crew)
{
	for (int64_t week = WEEKS; week > 0; week--)
		known_at(crew, "volunteer", "phone-lesson-helper", -7 * week - 3, 14 * 60, 180);
	known_at(crew, "volunteer", "phone-lesson-helper", 2, 14 * 60 + 30, 150);
	known_at(crew, "resident", "book-exchange-table", 4, 9 * 60, 210);
}

/* ---- the ledger ---- */

static int
by_person_and_time(const void *a, const void *b)
{
	const struct earning *one = a, *other = b;

	if (!id_same(one->person_id, other->person_id))
		return one->person_id.value < other->person_id.value ? -1 : 1;
	return one->start_quarter < other->start_quarter
		       ? -1
		       : one->start_quarter > other->start_quarter;
}

/* Person by person, in the order of time. */
static void
enter_hours(struct crew *crew)
{
	size_t first = 0;

	qsort(crew->earned, crew->earned_count, sizeof(*crew->earned), by_person_and_time);
	for (size_t i = 1; i <= crew->earned_count; i++) {
		if (i < crew->earned_count &&
		    id_same(crew->earned[i].person_id, crew->earned[first].person_id))
			continue;
		if (ledger_load(crew->work, &crew->earned[first], i - first))
			fault("shifts of the demonstration overlap");
		first = i;
	}
}

void
demo_shifts(struct work *work, const char *folder, const struct id *people, size_t count)
{
	struct crew crew = {
		.work = work,
		.roles = csv_read(work, folder, "opportunities.csv"),
		.draw = draw_begin(work, 1, "volunteering", 0),
		.people = people,
		.count = count,
		.earned = arena_array(work->arena, HOURS_MOST, sizeof(struct earning)),
	};

	make_known(&crew);
	make_weeks(&crew);
	enter_hours(&crew);
}
