/* volunteering.h - what the demonstration has of volunteering: roles and skills, and weeks of
 * shifts. */
#ifndef VOLUNTEERING_H
#define VOLUNTEERING_H

#include <time.h>

#include "base/id.h"
#include "base/work.h"
#include "db/column.h"

struct demo_skill {
	const char *key, *name_zh, *name_en, *proof_zh, *proof_en;
	int64_t valid_months, position;
};

struct demo_role {
	struct id id;
	const char *title_zh, *title_en, *role_zh, *role_en, *summary_zh, *summary_en;
	const char *kind, *skills;
	int64_t min_age, needed, minutes;
};

struct demo_shift {
	struct id id, centre_id, venue_id, opportunity_id, made_by;
	const char *reference;
	int64_t start_quarter, end_quarter, needed;
	time_t made_at;
};

struct demo_signup {
	struct id id, shift_id, person_id, made_by;
	const char *status;
	int64_t start_quarter, end_quarter, minutes;
	time_t checked_in_at, checked_out_at, made_at;
};

/* The roles and the skills, and what the volunteer can do. */
void demo_roles(struct work *work, const char *folder);

/* Weeks of shifts at the big centres, over and to come, that these people take by turns; those of
 * the volunteer and of the resident; what was confirmed stands in the ledger. */
void demo_shifts(struct work *work, const char *folder, const struct id *people, size_t count);

#endif
