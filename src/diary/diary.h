/* diary.h - one diary a person: whatever takes a person's time stands in it. */
#ifndef DIARY_H
#define DIARY_H

#include <stdint.h>

#include "base/cursor.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/rule.h"
#include "base/setting.h"
#include "base/work.h"
#include "db/column.h"

struct diary_entry {
	struct id person_id;
	struct id thing_id;
	struct id place_id; /* a venue or a centre, which has a name in each language */
	const char *kind;   /* "booking", "activity", "shift" */
	const char *status;
	const char *title; /* JSON by language, or NULL where the place says it */
	int64_t start_quarter;
	int64_t end_quarter;
};

/* How many minutes before it begins somebody is reminded of a thing; 0: not at all. */
extern const struct setting remind_first, remind_second;

/* Writes a thing into the diary of a person, in the transaction that makes, moves or cancels it;
 * each change raises its sequence.  What is in force is remembered twice before it begins. */
void diary_enter(struct work *work, const struct diary_entry *entry);

/* An entry as it is shown. */
struct diary_item {
	struct id thing_id;
	struct id person_id;
	const char *person_name;
	const char *kind;
	const char *status;
	const char *title; /* in the reader's language */
	struct id place_id;
	struct id centre_id;
	const char *centre_name;
	int64_t start_quarter;
	int64_t end_quarter;
	int64_t sequence;
};
extern const struct column diary_item_columns[];

/* All that the actor and those for whom the actor acts have between two quarters, in order;
 * what was cancelled is left out. */
struct diary_item *diary_between(struct work *work, int64_t from, int64_t to, size_t *count);

/* What would take a person's time. */
struct diary_wish {
	struct id person_id;
	struct id place_id; /* a venue or a centre; names nothing where nobody has to go anywhere */
	struct id besides;  /* a thing that does not count, or names nothing */
	int64_t start_quarter;
	int64_t end_quarter;
};

/* What the person has then already, the way on foot between the two counted in; the last names
 * nothing.  What is only asked for or waited for takes no time yet. */
const struct clash *diary_clashes(struct work *work, const struct diary_wish *wish);

/* Such a clash as a sentence. */
const char *clash_said(struct work *work, const struct clash *clash);

/* That nothing clashes, or the first that does; kept: it is to be so all the same. */
struct finding clash_finding(struct work *work, const struct clash *clashes, bool kept);

/* Something else takes the time, and nobody has said that both are to be kept. */
extern const struct refusal clash;

/* A way longer than this is not walked, and counts as so long. */
extern const struct setting clash_walk_most; /* clash.walk_most, 60 minutes */
/* From what age people walk slowly. */
extern const struct setting walk_elder_age; /* walk.elder_age, 65 */

#endif
