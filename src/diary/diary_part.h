/* diary_part.h - what the files of diary share, and nobody else needs. */
#ifndef DIARY_PART_H
#define DIARY_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/setting.h"
#include "base/work.h"
#include "db/column.h"
#include "diary/diary.h"

/* What the status of a thing is called, in one word for all kinds of things. */
struct diary_status {
	const char *status, *label, *badge;
	bool in_force; /* it will be so: somebody is to come */
};
const struct diary_status *diary_status_of(const char *status);

/* Where a thing is shown: "/bookings/…". */
const char *diary_path(struct work *work, const char *kind, struct id thing);

/* By which row of `due` a thing is remembered, and how long before it begins. */
struct reminder {
	const char *kind;
	const struct setting *minutes;
};
extern const struct reminder reminders[];
extern const size_t reminder_count;

/* The letter by which it is told. */
extern const char diary_reminder[];

/* An entry to remind somebody of. */
struct remembered {
	struct id person_id;
	const char *person_name;
	struct id thing_id;
	const char *kind;
	const char *status;
	const char *title; /* JSON by language, or NULL */
	struct id place_id;
	int64_t start_quarter;
	int64_t end_quarter;
};
extern const struct column remembered_columns[];

/* A place in the reader's language, and the centre in which it lies: its own name where the place
 * is a centre. */
struct diary_place {
	const char *name, *centre_name;
};
extern const struct column diary_place_columns[];

/* What a person has around a time, and where that is, beside where the wish would lead. */
struct diary_near {
	struct id thing_id;
	const char *person_name;
	int64_t born; /* day, or DAY_NONE */
	const char *kind;
	const char *title;
	int64_t start_quarter;
	int64_t end_quarter;
	bool elsewhere; /* the two are at different centres */
	double latitude, longitude;
	double wished_latitude, wished_longitude;
};
extern const struct column diary_near_columns[];

#endif
