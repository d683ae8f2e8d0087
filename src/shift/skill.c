/* skill.c - confirming skills, and the roles in which they are needed. */

#include "shift/skill.h"

#include <string.h>

#include "account/account.h"
#include "audit/audit.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/text.h"
#include "household/household.h"
#include "shift/shift_part.h"
#include "shift/skill_sql.h"

static WORD(kind_volunteer, "volunteer", N_("Volunteers"));
static WORD(kind_social_worker, "social_worker", N_("Social workers"));
static WORD(kind_party_member, "party_member", N_("Party members"));
const struct word *const opportunity_kinds[] = {
	&kind_volunteer,
	&kind_social_worker,
	&kind_party_member,
	NULL,
};

const struct column skill_columns[] = {
	COLUMN_TEXT(struct skill, key),
	COLUMN_TEXT(struct skill, name),
	COLUMN_TEXT(struct skill, proof),
	COLUMN_INT(struct skill, valid_months, .given = true),
	COLUMN_END,
};

const struct column person_skill_columns[] = {
	COLUMN_ID(struct person_skill, id),
	COLUMN_TEXT(struct person_skill, skill),
	COLUMN_TEXT(struct person_skill, name),
	COLUMN_QUARTER(struct person_skill, from_quarter, .as = "from"),
	COLUMN_INT(struct person_skill, until_quarter, .hidden = true),
	COLUMN_TIME(struct person_skill, until, .made = true),
	COLUMN_TEXT(struct person_skill, confirmed_name, .as = "confirmed_by"),
	COLUMN_END,
};

const struct field skill_fields[] = {
	FIELD_TEXT(struct skill_draft, login, .required = true, .max = 120,
		   .label = N_("Phone or e-mail of the person")),
	FIELD_TEXT(struct skill_draft, skill, .required = true, .max = 24, .key = true,
		   .label = N_("Skill")),
	FIELD_DAY(struct skill_draft, from, .label = N_("Good from")),
	FIELD_END,
};

const struct column opportunity_columns[] = {
	COLUMN_ID(struct opportunity, id),
	COLUMN_TEXT(struct opportunity, title),
	COLUMN_TEXT(struct opportunity, role),
	COLUMN_TEXT(struct opportunity, role_zh, .hidden = true),
	COLUMN_TEXT(struct opportunity, role_en, .hidden = true),
	COLUMN_TEXT(struct opportunity, summary),
	COLUMN_WORD(struct opportunity, kind, opportunity_kinds),
	COLUMN_TEXT(struct opportunity, skills, .list = true),
	COLUMN_TEXT(struct opportunity, skill_names, .hidden = true),
	COLUMN_INT(struct opportunity, min_age, .given = true),
	COLUMN_INT(struct opportunity, needed),
	COLUMN_INT(struct opportunity, minutes),
	COLUMN_END,
};

const struct field opportunity_fields[] = {
	FIELD_TEXT(struct opportunity_draft, title_zh, .of = "title", .language = "zh-CN",
		   .required = true, .max = 100, .label = N_("Title in Chinese")),
	FIELD_TEXT(struct opportunity_draft, title_en, .of = "title", .language = "en",
		   .required = true, .max = 100, .label = N_("Title in English")),
	FIELD_TEXT(struct opportunity_draft, role_zh, .of = "role", .language = "zh-CN",
		   .required = true, .max = 60, .label = N_("Role in Chinese")),
	FIELD_TEXT(struct opportunity_draft, role_en, .of = "role", .language = "en",
		   .required = true, .max = 60, .label = N_("Role in English")),
	FIELD_TEXT(struct opportunity_draft, summary_zh, .of = "summary", .language = "zh-CN",
		   .required = true, .max = 1000, .label = N_("What one does, in Chinese")),
	FIELD_TEXT(struct opportunity_draft, summary_en, .of = "summary", .language = "en",
		   .required = true, .max = 1000, .label = N_("What one does, in English")),
	FIELD_WORD(struct opportunity_draft, kind, opportunity_kinds, .required = true,
		   .label = N_("Who mostly does it")),
	FIELD_TEXT(struct opportunity_draft, skills, .key = true, .list = true, .max = 400,
		   .label = N_("Skills")),
	FIELD_INT(struct opportunity_draft, min_age, .max = 99, .label = N_("Youngest age")),
	FIELD_INT(struct opportunity_draft, needed, .required = true, .min = 1, .max = 500,
		  .label = N_("People needed")),
	FIELD_INT(struct opportunity_draft, minutes, .required = true, .min = QUARTER_MINUTES,
		  .max = DAY_MINUTES, .label = N_("Minutes")),
	FIELD_END,
};

REFUSAL(unknown_skill, REFUSED_MISSING, "skill", N_("There is no such skill."));
REFUSAL(unknown_person, REFUSED_BY_RULE, "login",
	N_("Nobody signs in with this. Ask the person for the phone or address they sign in "
	   "with."));
REFUSAL(own_skill, REFUSED_FORBIDDEN, "login",
	N_("Nobody confirms their own skills, nor those of their household. Ask a colleague."));
REFUSAL(skill_known, REFUSED_CONFLICT, "skill",
	N_("This skill is confirmed from that day on already."));

REFUSAL(shift_off_quarter, REFUSED_BY_RULE, "minutes",
	N_("A shift lasts whole quarters of an hour. Choose a multiple of 15 minutes."));

/* ---- skills ---- */

struct skill *
skill_all(struct work *work, size_t *count)
{
	return sql_skill_all(work, count);
}

static void
complete(struct person_skill *skill)
{
	skill->until = skill->until_quarter == INT64_MAX ? 0 : quarter_time(skill->until_quarter);
}

struct person_skill *
skills_of(struct work *work, struct id person, size_t *count)
{
	struct person_skill *skills = sql_skills_of(work, person, count);

	for (size_t i = 0; i < *count; i++)
		complete(&skills[i]);
	return skills;
}

const char *
skills_lacking(struct work *work, const char *keys, struct id person, int64_t quarter)
{
	const char *names = NULL;
	struct skill *lacking;
	size_t count;

	if (!keys || !*keys)
		return NULL;
	lacking = sql_skills_lacking(work, keys, person, quarter, &count);
	for (size_t i = 0; i < count; i++)
		names = names ? text(work, "%s%s%s", names,
				     pgettext("between things of a list", ", "), lacking[i].name)
			      : lacking[i].name;
	return names;
}

bool
skills_known(struct work *work, const char *keys)
{
	struct skill skill;

	for (const char *end; keys && *keys; keys = *end ? end + 1 : end) {
		end = strchrnul(keys, ',');
		if (!sql_skill_find(work, arena_copy(work->arena, keys, (size_t)(end - keys)),
				    &skill))
			return false;
	}
	return true;
}

/* The day so many months later; the last of the month where that has no such day. */
static int64_t
months_later(int64_t day, int64_t months)
{
	struct local date = day_date(day);
	int64_t month = date.month - 1 + months;
	int64_t later = DAY_NONE;

	for (int of_month = date.day; later == DAY_NONE; of_month--)
		later = day_of_date(date.year + (int)(month / 12), (int)(month % 12) + 1, of_month);
	return later;
}

static struct person_skill
from_draft(struct work *work, const struct skill *kind, int64_t from)
{
	struct account actor;
	struct person_skill skill = {
		.id = id_new(),
		.skill = kind->key,
		.name = kind->name,
		.from_quarter = quarter_of(day_time(from, 0)),
		.until_quarter = INT64_MAX,
		.confirmed_name = account_find(work, work->actor, &actor) ? NULL : actor.name,
	};

	if (kind->valid_months > 0)
		skill.until_quarter =
			quarter_of(day_time(months_later(from, kind->valid_months), 0));
	complete(&skill);
	return skill;
}

const struct refusal *
skill_confirm(struct work *work, const struct skill_draft *draft, struct person_skill *skill)
{
	int64_t from = draft->from == DAY_NONE ? day_of(work->now) : draft->from;
	struct account account;
	struct skill kind;

	if (!work_may_somewhere(work, MAY_RUN_SHIFTS))
		return &refused_forbidden;
	if (!sql_skill_find(work, draft->skill, &kind))
		return &unknown_skill;
	if (account_find_by_login(work, draft->login, &account))
		return &unknown_person;
	if (!household_may_act(work, account.person_id))
		return &own_skill;
	*skill = from_draft(work, &kind, from);
	if (!sql_person_skill_insert(work, skill->id, account.person_id, kind.key,
				     skill->from_quarter, skill->until_quarter, work->actor))
		return &skill_known;
	audit_note(work, "skill_confirmed", skill->id, account.person_id,
		   text(work, "{\"skill\":\"%s\"}", kind.key));
	return NULL;
}

/* ---- roles ---- */

struct opportunity *
opportunity_all(struct work *work, size_t *count)
{
	return sql_opportunity_all(work, count);
}

const struct refusal *
opportunity_find(struct work *work, struct id id, struct opportunity *opportunity)
{
	return sql_opportunity_find(work, id, opportunity) ? NULL : &refused_missing;
}

const struct refusal *
opportunity_make(struct work *work, const struct opportunity_draft *draft,
		 struct opportunity *opportunity)
{
	struct id id = id_new();

	if (!work_may_somewhere(work, MAY_RUN_SHIFTS))
		return &refused_forbidden;
	if (draft->minutes % QUARTER_MINUTES != 0)
		return &shift_off_quarter;
	if (!skills_known(work, draft->skills))
		return refuse_about(work, &unknown_skill, "skills");
	sql_opportunity_insert(work, id, draft, work->actor);
	if (draft->skills)
		sql_opportunity_skills_insert(work, id, draft->skills);
	audit_note(work, "opportunity_made", id, (struct id){ 0 }, NULL);
	return opportunity_find(work, id, opportunity);
}
