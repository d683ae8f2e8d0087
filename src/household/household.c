/* household.c - acting for oneself and for those who depend on one. */

#include "household/household.h"

#include "audit/audit.h"
#include "base/quarter.h"
#include "base/text.h"
#include "household/household_sql.h"

const struct setting household_most = { "household.most", 12, 1, 50 };

/* Said of a name: "Li Guilan (my mother)". */
WORD(relation_self, "self", N_("myself"));
static WORD(mother, "mother", N_("my mother"));
static WORD(father, "father", N_("my father"));
static WORD(child, "child", N_("my child"));
static WORD(spouse, "spouse", N_("my spouse"));
static WORD(ward, "ward", N_("in my care"));
static WORD(other, "other", N_("another relation"));

const struct word *const every_relation[] = {
	&relation_self, &mother, &father, &child, &spouse, &ward, &other, NULL,
};

const struct word *const relations[] = {
	&mother, &father, &child, &spouse, &ward, &other, NULL,
};

const struct column member_columns[] = {
	COLUMN_ID(struct member, person_id, .as = "id"),
	COLUMN_TEXT(struct member, name),
	COLUMN_WORD(struct member, relation, every_relation),
	COLUMN_DAY(struct member, born),
	COLUMN_FLAG(struct member, has_account),
	COLUMN_END,
};

const struct field dependant_fields[] = {
	FIELD_TEXT(struct dependant_draft, name, .required = true, .max = PERSON_NAME_MAX,
		   .label = N_("Name")),
	FIELD_DAY(struct dependant_draft, born, .required = true, .label = N_("Date of birth")),
	FIELD_WORD(struct dependant_draft, relation, relations, .required = true,
		   .label = N_("Relation")),
	FIELD_END,
};

static REFUSAL(born_ahead, REFUSED_BY_RULE, "born", N_("The date of birth lies ahead."));
static REFUSAL(born_too_long_ago, REFUSED_BY_RULE, "born",
	       N_("The date of birth is more than 130 years ago. Please check the year."));
static REFUSAL(
	household_full, REFUSED_BY_RULE, "name",
	N_("Your household has as many people as can be kept. Ask at the front desk of a centre."));

const struct refusal *
household_may_act(struct work *work, struct id person)
{
	if (!id_given(work->actor) || !sql_household_may_act(work, work->actor, person))
		return &refused_missing;
	return NULL;
}

struct member *
household_members(struct work *work, size_t *count)
{
	return sql_household_members(work, work->actor, count);
}

const char *
member_called(struct work *work, const struct member *member)
{
	/* A name, and in brackets how the person is related to the reader. */
	return text(work, _("%s (%s)"), member->name, _(member->relation->label));
}

struct choice *
household_choices(struct work *work, size_t *count)
{
	const struct member *members = household_members(work, count);
	struct choice *choices = arena_array(work->arena, *count + 1, sizeof(*choices));

	for (size_t i = 0; i < *count; i++)
		choices[i] =
			(struct choice){ members[i].person_id, member_called(work, &members[i]) };
	return choices;
}

#define OLDEST_DAYS (130 * 366)

static const struct refusal *
judge(struct work *work, const struct dependant_draft *draft)
{
	int64_t today = day_of(work->now);

	if (draft->born > today)
		return &born_ahead;
	if (draft->born < today - OLDEST_DAYS)
		return &born_too_long_ago;
	return NULL;
}

/* Counted behind a touch: of two who add at once the second waits, and counts the first. */
static const struct refusal *
count_members(struct work *work)
{
	size_t count;

	person_touch(work, work->person);
	household_members(work, &count);
	return count < (size_t)setting_of_network(work, &household_most) ? NULL : &household_full;
}

const struct refusal *
household_add(struct work *work, const struct dependant_draft *draft, struct member *member)
{
	const struct refusal *refusal = judge(work, draft);

	if (!refusal)
		refusal = count_members(work);
	if (refusal)
		return refusal;
	*member = (struct member){
		.person_id = id_new(),
		.name = draft->name,
		.relation = draft->relation,
		.born = draft->born,
	};
	person_make(work, &(struct person){ .id = member->person_id,
					    .name = member->name,
					    .language = language_tag(),
					    .born = member->born });
	sql_household_insert(work, work->actor, member->person_id, member->relation);
	audit_note(work, "dependant_added", member->person_id, member->person_id, NULL);
	return NULL;
}
