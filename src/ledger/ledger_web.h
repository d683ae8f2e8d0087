/* ledger_web.h - what the pages of hours show. */
#ifndef LEDGER_WEB_H
#define LEDGER_WEB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/choice.h"
#include "base/cursor.h"
#include "http/form.h"
#include "http/request.h"
#include "ledger/ledger.h"

/* A page of one person's hours: one's own, or those of a volunteer whom the reader may correct. */
struct hours_page {
	bool own;
	struct volunteer volunteer;
	struct ledger_sums sums;
	const struct ledger_line *lines;
	size_t count;
	const struct cursor *cursor;
	const struct form *form; /* of a correction, where the reader may make one */
};

/* "three stars"; "none yet". */
const char *stars_said(int64_t stars);

/* What is between the reader and the next star, or when the last was reached. */
const char *next_star_said(struct work *work, const struct ledger_sums *sums);

/* The day of an entry: that of its time, or of its making. */
const char *line_day(struct work *work, const struct ledger_line *line);

#endif
