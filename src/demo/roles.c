/* roles.c - the roles in which people volunteer, the skills for them, and who has them. */

#include <string.h>

#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "demo/csv.h"
#include "demo/draw.h"
#include "demo/volunteering.h"
#include "demo/volunteering_sql.h"

static void
load_skills(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "skills.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_skill skill = {
			.key = csv_text(&csv, i, "key"),
			.name_zh = csv_text(&csv, i, "name_zh"),
			.name_en = csv_text(&csv, i, "name_en"),
			.proof_zh = csv_text(&csv, i, "proof_zh"),
			.proof_en = csv_text(&csv, i, "proof_en"),
			.valid_months = csv_int(&csv, i, "valid_months"),
			.position = (int64_t)i + 1,
		};

		sql_demo_skill_insert(work, &skill);
	}
}

/* Keys stand in the file with blanks between. */
static const char *
with_commas(struct work *work, const char *keys)
{
	char *list = arena_text(work->arena, keys);

	for (char *blank = list; (blank = strchr(blank, ' ')); blank++)
		*blank = ',';
	return list;
}

static struct demo_role
role_of(struct work *work, const struct csv *csv, size_t row)
{
	return (struct demo_role){
		.id = demo_id(work, "opportunity", csv_text(csv, row, "key")),
		.title_zh = csv_text(csv, row, "title_zh"),
		.title_en = csv_text(csv, row, "title_en"),
		.role_zh = csv_text(csv, row, "role_zh"),
		.role_en = csv_text(csv, row, "role_en"),
		.summary_zh = csv_text(csv, row, "summary_zh"),
		.summary_en = csv_text(csv, row, "summary_en"),
		.kind = csv_text(csv, row, "kind"),
		.skills = with_commas(work, csv_text(csv, row, "skills")),
		.min_age = csv_int(csv, row, "min_age"),
		.needed = csv_int(csv, row, "needed"),
		.minutes = csv_int(csv, row, "minutes"),
	};
}

static void
load_roles(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "opportunities.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_role role = role_of(work, &csv, i);

		sql_demo_opportunity_insert(work, &role);
		sql_demo_opportunity_skills_insert(work, &role);
	}
}

/* What the volunteer can do; of each, how many days ago it was confirmed and how many it is still
 * good.  The last has run out. */
static const struct {
	const char *skill;
	int64_t ago, left;
} volunteers[] = {
	{ "phone-tutor", 300, 430 },      { "reading-aloud", 500, 600 },
	{ "child-protection", 200, 530 }, { "guide", 100, 630 },
	{ "food-handling", 380, -15 },
};

static void
load_volunteer(struct work *work)
{
	int64_t today = day_of(work->now);

	for (size_t i = 0; i < COUNT(volunteers); i++)
		sql_demo_person_skill_insert(
			work, demo_id(work, "skill of the volunteer", volunteers[i].skill),
			demo_id(work, "person", "volunteer"), volunteers[i].skill,
			quarter_of(day_time(today - volunteers[i].ago, 0)),
			quarter_of(day_time(today + volunteers[i].left, 0)));
}

void
demo_roles(struct work *work, const char *folder)
{
	load_skills(work, folder);
	load_roles(work, folder);
	load_volunteer(work);
}
