/* me.c - changes one's own account. */

#include "account/me.h"

#include "person/person.h"

const struct field me_fields[] = {
	FIELD_TEXT(struct me_draft, name, .max = PERSON_NAME_MAX),
	FIELD_WORD(struct me_draft, language, languages),
	FIELD_INT(struct me_draft, version),
	FIELD_END,
};

const struct field me_page_fields[] = {
	FIELD_TEXT(struct me_draft, name, .required = true, .max = PERSON_NAME_MAX,
		   .label = N_("Name")),
	FIELD_WORD(struct me_draft, language, languages, .label = N_("Language")),
	FIELD_WORD(struct me_draft, care, type_sizes, .label = N_("Type size")),
	FIELD_WORD(struct me_draft, theme, themes, .label = N_("Appearance")),
	FIELD_INT(struct me_draft, version),
	FIELD_END,
};

const char *
choice_kept(const struct word *const *words, const struct word *word)
{
	return word == words[0] ? "" : word ? word->word : NULL;
}

static const struct word *
choice_shown(const struct word *const *words, const char *kept)
{
	const struct word *word = word_find(words, kept);

	return word ? word : words[0];
}

struct me_draft
me_shown(const struct account *account)
{
	return (struct me_draft){
		.name = account->name,
		.language = choice_shown(languages, account->language),
		.care = choice_shown(type_sizes, account->care),
		.theme = choice_shown(themes, account->theme),
		.version = account->version,
	};
}

const struct refusal *
me_change(struct work *work, const struct me_draft *draft, struct account *account)
{
	struct person person;
	const struct refusal *refusal = account_find(work, work->actor, account);

	if (refusal)
		return refusal;
	person = (struct person){
		.id = account->person_id,
		.name = draft->name ? draft->name : account->name,
		.language = draft->language ? draft->language->word : account->language,
		.version = draft->version ? draft->version : account->version,
	};
	refusal = person_change(work, &person);
	if (refusal)
		return refusal;
	if (draft->care || draft->theme)
		account_prefer(work, NULL, choice_kept(type_sizes, draft->care),
			       choice_kept(themes, draft->theme));
	return account_find(work, work->actor, account);
}
