/* shift_web.h - what the pages of volunteering show. */
#ifndef SHIFT_WEB_H
#define SHIFT_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/choice.h"
#include "base/cursor.h"
#include "centre/centre.h"
#include "http/form.h"
#include "http/html.h"
#include "http/request.h"
#include "shift/shift.h"
#include "shift/signup.h"
#include "shift/skill.h"

/* A condition of the board, set or taken off by one press. */
struct board_chip {
	const char *label, *way;
	bool on;
};

/* A shift, and the signup of the reader's household for it, or NULL. */
struct board_line {
	const struct shift *shift;
	const struct signup *own;
};

struct board_day {
	int64_t day;
	const struct board_line *lines;
	size_t count;
};

struct board {
	const struct form *form;
	const struct board_day *days;
	size_t day_count;
	const struct cursor *cursor;
	const struct board_chip *chips;
	size_t chip_count;
	bool narrowed; /* by a condition */
	const struct centre *centres;
	size_t centre_count;
	const struct signup *mine; /* still to come, of the household */
	size_t mine_count;
};

/* The page of one shift. */
struct shift_page {
	const struct shift *shift;
	struct form *form;
	const struct choice *people;
	size_t people_count;
	const struct signup *own; /* of the household */
	size_t own_count;
	const struct clash *clashes; /* in spite of which one may go on, or NULL */
};

/* Shifts of the household, and what it can do. */
struct my_shifts {
	const struct signup *signups;
	size_t count;
	const struct cursor *cursor;
	bool coming;
	const char *earlier;
	const struct person_skill *skills;
	size_t skill_count;
};

/* At the place: the shift whose reference was typed, and who of the household has signed up. */
struct arrival {
	struct form *form;
	const struct shift *shift; /* NULL: not typed yet, or none */
	const struct signup *signups;
	size_t count;
};

/* "2 of 5 places are taken, 3 are free". */
const char *need_said(struct work *work, const struct shift *shift);

/* The badge that goes with a status. */
const char *signup_badge(const struct word *status);

/* The two steps at the place. */
extern const struct word arrival_in, arrival_out;
extern const struct word *const arrival_steps[];

/* What may be done with a signup when one stands at the place: "in", "out" or NULL. */
const char *arrival_step(const struct signup *signup);

/* Whether this is the tab that one looks at. */
bool tab_is(const char *here, const char *tab);

/* Whether signing up is open now. */
bool shift_is_open(const struct work *work, const struct shift *shift);

/* ---- for who runs shifts ---- */

struct shift_list_page {
	const struct centre *centre;
	const struct shift *shifts;
	size_t count;
	const struct cursor *cursor;
	const char *earlier;
	bool coming;
};

struct shift_form_page {
	struct form *form;
	const struct centre *centre;
	const struct shift *shift; /* NULL: a new one */
	const struct opportunity *opportunities;
	size_t opportunity_count;
	const struct centre_room *rooms;
	size_t room_count;
	const struct skill *skills;
	size_t skill_count;
};

struct people_page {
	const struct shift *shift;
	const struct signup *signups;
	size_t count;
	const struct form *form; /* of the hours that were refused, or NULL */
	struct id refused_id;    /* whose */
};

/* What is proposed for a signup whose hours wait, and whether it can be confirmed. */
int64_t people_minutes(const struct work *work, const struct people_page *page,
		       const struct signup *signup);
bool people_wait(const struct work *work, const struct shift *shift, const struct signup *signup);

/* The poster's code: it leads to the check-in with the reference filled in. */
struct markup shift_code(struct request *req, const struct shift *shift);

#endif
