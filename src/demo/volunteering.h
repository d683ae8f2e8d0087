/* volunteering.h - what the demonstration has of volunteering: roles and skills, weeks of shifts,
 * and the hours of Fengchan Road. */
#ifndef VOLUNTEERING_H
#define VOLUNTEERING_H

#include "base/id.h"
#include "base/work.h"

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

/* The roles and the skills, and what the volunteer can do. */
void demo_roles(struct work *work, const char *folder);

#endif
