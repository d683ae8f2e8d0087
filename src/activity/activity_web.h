/* activity_web.h - what the pages of activities show, for their templates alone. */
#ifndef ACTIVITY_WEB_H
#define ACTIVITY_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "activity/activity.h"
#include "base/choice.h"
#include "base/cursor.h"
#include "centre/centre.h"
#include "http/form.h"
#include "http/html.h"

/* What a page looks for: a query, and how pages alone say time and place. */
struct look {
	struct activity_query query;
	const struct word *when; /* this week, the next, this month */
	struct id area_id;
	bool all; /* however far */
	struct form *form;
};
extern const struct field look_fields[];
extern const struct word *const look_times[];

MUST_USE const struct refusal *look_read(struct request *req, struct look *look);
const char *look_heading(struct work *work, const struct look *look);

struct activity_page_list {
	const struct look *look;
	const struct activity *activities;
	size_t count;
	const struct cursor *cursor;
	const struct field_option *fields;
	size_t field_count;
	const struct centre *centres;
	size_t centre_count;
};

/* One activity as it is shown. */
struct activity_shown {
	const struct activity *activity;
	const struct activity *dates; /* others of its series */
	size_t date_count;
	size_t draft_count; /* of its series, this one among them */
	bool may_run;
};

/* Making or changing one. */
struct activity_editor {
	const struct form *form;
	const struct activity *activity; /* NULL: a new one */
	struct centre centre;
	const struct field_option *fields;
	size_t field_count;
	const struct choice *rooms; /* the first is none */
	size_t room_count;
};

/* What those see who run the activities of a centre. */
struct activity_run_list {
	const struct centre *centre;
	const struct word *status;
	const struct activity *activities;
	size_t count;
	const struct cursor *cursor;
};

const char *activity_badge(const struct activity *activity);
int64_t month_day(int64_t quarter);
const char *weekday_of(int64_t quarter);

/* "9:30–11:00". */
const char *times_of(struct work *work, const struct activity *activity);

/* The code that leads here, to be printed and passed on. */
struct markup activity_code(struct request *req, const struct activity *activity);

/* Whether one may still sign up, or wait. */
bool activity_takes(const struct work *work, const struct activity *activity);

#endif
