/* diary_clash.c - what else takes a person's time, and the way from one place to another. */

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "centre/centre.h"
#include "diary/diary.h"
#include "diary/diary_part.h"
#include "diary/diary_sql.h"

const struct setting clash_walk_most = { "clash.walk_most", 60, 0, 240 };
const struct setting walk_elder_age = { "walk.elder_age", 65, 40, 120 };

REFUSAL(clash, REFUSED_CONFLICT, "keep_both",
	N_("Something else stands in the diary at this time. Choose another time, or say that both "
	   "are to be kept."));

const struct column diary_near_columns[] = {
	COLUMN_ID(struct diary_near, thing_id),
	COLUMN_TEXT(struct diary_near, person_name),
	COLUMN_DAY(struct diary_near, born),
	COLUMN_TEXT(struct diary_near, kind),
	COLUMN_TEXT(struct diary_near, title),
	COLUMN_QUARTER(struct diary_near, start_quarter),
	COLUMN_QUARTER(struct diary_near, end_quarter),
	COLUMN_FLAG(struct diary_near, elsewhere),
	COLUMN_REAL(struct diary_near, latitude),
	COLUMN_REAL(struct diary_near, longitude),
	COLUMN_REAL(struct diary_near, wished_latitude),
	COLUMN_REAL(struct diary_near, wished_longitude),
	COLUMN_END,
};

static enum pace
pace_of_person(const struct work *work, const struct diary_near *near)
{
	struct local today = local_of(work->now);
	int64_t age = setting_of_network(work, &walk_elder_age);

	if (near->born == DAY_NONE)
		return PACE_ADULT;
	return day_date(near->born).year + age <= today.year ? PACE_ELDER : PACE_ADULT;
}

static int64_t
walk_between(const struct work *work, const struct diary_near *near)
{
	struct point here = { near->latitude, near->longitude, true };
	struct point there = { near->wished_latitude, near->wished_longitude, true };
	int64_t most = setting_of_network(work, &clash_walk_most), minutes;

	if (!near->elsewhere)
		return 0;
	minutes = walk_minutes(work, distance_between(here, there), pace_of_person(work, near));
	return minutes < most ? minutes : most;
}

/* Whether there is no time for the way between the two. */
static bool
stands_in_the_way(const struct diary_wish *wish, const struct diary_near *near, int64_t walk)
{
	time_t way = walk * 60;

	return quarter_time(near->end_quarter) + way > quarter_time(wish->start_quarter) &&
	       quarter_time(near->start_quarter) - way < quarter_time(wish->end_quarter);
}

static struct clash
clash_with(const struct diary_near *near, int64_t walk)
{
	return (struct clash){
		.thing_id = near->thing_id,
		.person_name = near->person_name,
		.kind = near->kind,
		.title = near->title,
		.walk_minutes = walk,
		.start_quarter = near->start_quarter,
		.end_quarter = near->end_quarter,
	};
}

const struct clash *
diary_clashes(struct work *work, const struct diary_wish *wish)
{
	int64_t way = setting_of_network(work, &clash_walk_most) / QUARTER_MINUTES + 1;
	size_t count, found = 0;
	const struct diary_near *near = sql_diary_near(work, wish, wish->start_quarter - way,
						       wish->end_quarter + way, &count);
	struct clash *clashes = arena_array(work->arena, count + 1, sizeof(*clashes));

	for (size_t i = 0; i < count; i++) {
		int64_t walk = walk_between(work, &near[i]);

		if (stands_in_the_way(wish, &near[i], walk))
			clashes[found++] = clash_with(&near[i], walk);
	}
	return clashes;
}

const char *
clash_said(struct work *work, const struct clash *with)
{
	const char *time = between_times(work, quarter_time(with->start_quarter),
					 quarter_time(with->end_quarter));

	if (with->walk_minutes == 0)
		return text(work, _("%s already has “%s” then: %s."), with->person_name,
			    with->title, time);
	return text(work,
		    ngettext("%s already has “%s” near that time: %s. The way between the two "
			     "takes %ld minute on foot.",
			     "%s already has “%s” near that time: %s. The way between the two "
			     "takes %ld minutes on foot.",
			     with->walk_minutes),
		    with->person_name, with->title, time, with->walk_minutes);
}

struct finding
clash_finding(struct work *work, const struct clash *clashes, bool kept)
{
	if (!id_given(clashes->thing_id))
		return (struct finding){
			.passed = true,
			.why = _("Nothing else stands in the diary then."),
		};
	return (struct finding){ .passed = kept, .why = clash_said(work, clashes) };
}
