/* diary_part.h - what the files of diary share, and nobody else needs. */
#ifndef DIARY_PART_H
#define DIARY_PART_H

#include "diary/diary.h"

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
