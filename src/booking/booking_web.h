/* booking_web.h - what the pages of bookings show, and the steps of booking. */
#ifndef BOOKING_WEB_H
#define BOOKING_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/choice.h"
#include "base/cursor.h"
#include "base/rule.h"
#include "booking/booking.h"
#include "centre/centre.h"
#include "diary/diary.h"
#include "http/form.h"
#include "http/html.h"
#include "http/request.h"
#include "venue/venue.h"

/* A start or an end that may be chosen. */
struct time_option {
	const char *value, *label;
};

/* Booking takes three steps: time and for whom, people and purpose, check.  Each begins with what
 * came, keeps it, and hands it on. */
struct step {
	struct form *form;
	struct booking_draft draft;
	struct venue venue;
	int64_t day; /* of the start */
	/* To choose from, in the first step: */
	struct time_option *starts, *ends;
	size_t start_count, end_count;
	const struct choice *people;
	size_t people_count;
	/* To check, in the last: */
	const struct finding *findings;
	const struct clash *clashes;
	const char *person_name;
	int64_t undo_minutes;
};

/* The handlers of the steps; a step that is refused shows the page where it can be mended. */
const struct refusal *book_time(struct request *req);
const struct refusal *book_people(struct request *req);
const struct refusal *book_check(struct request *req);
const struct refusal *book_make(struct request *req);

/* A step with what was typed kept; at another venue and time, for alternatives. */
const char *step_way(struct work *work, const char *path, const struct step *step);
const char *other_way(struct work *work, const struct step *step,
		      const struct alternative *alternative);

/* The time that was chosen, in words; or that none is yet. */
const char *draft_time(struct work *work, const struct step *step);

/* Alternatives to what was refused, or NULL. */
const struct alternative *step_alternatives(const struct step *step);

/* A page of bookings. */
struct booking_page_list {
	const struct booking *bookings;
	size_t count;
	const struct cursor *cursor;
	bool coming;         /* the page that begins with today */
	const char *earlier; /* where those before today begin */
};

/* The day of a centre, for who runs it. */
struct manager_day {
	const struct centre *centre;
	const struct open_day *open;
	const struct held_booking *bookings;
	size_t count;
	int64_t people, waiting;
	const char *before, *after; /* the days around, as addresses */
};
const struct refusal *show_centre_day(struct request *req);
extern const struct field centre_day_fields[];

/* The badge that goes with a status. */
const char *status_badge(const struct word *status);

/* "14:00–15:30". */
const char *clock_between(struct work *work, int64_t start_quarter, int64_t end_quarter);

/* Whether the reader acts for whom a booking is for. */
bool is_own(struct request *req, const struct booking *booking);

/* The reference as a picture to scan. */
struct markup booking_code(struct request *req, const struct booking *booking);

/* Where one books the same room again. */
const char *again_way(struct work *work, const struct booking *booking);

#endif
