/* person.c - making a person and changing one. */

#include "person/person.h"

#include "audit/audit.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "person/name_key.h"
#include "person/person_sql.h"

void
person_make(struct work *work, const struct person *person)
{
	sql_person_insert(work, person, person->language);
	if (person->born != DAY_NONE)
		sql_person_was_born(work, person->id, person->born);
	name_keys_later(work, person->id);
}

const struct refusal *
person_change(struct work *work, const struct person *person)
{
	if (!sql_person_change(work, person, person->language))
		return &refused_stale;
	name_keys_later(work, person->id);
	audit_note(work, "person_changed", person->id, person->id, NULL);
	return NULL;
}

void
person_reach(struct work *work, struct id person, const char *kind, const char *address)
{
	sql_person_reach(work, person, kind, seal_lookup(work, kind, address),
			 address_tail(work, kind, address),
			 seal(work, SEAL_PERSON_ADDRESS, person, address));
}

void
person_touch(struct work *work, struct id person)
{
	sql_person_touch(work, person);
}
