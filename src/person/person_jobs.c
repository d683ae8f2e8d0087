/* person_jobs.c - makes the keys of names that are new. */

#include "person/person_jobs.h"

#include "person/name_key.h"

const struct job person_jobs[] = {
	{ .name = name_keys_due, .run = name_keys_make },
	JOBS_END,
};
