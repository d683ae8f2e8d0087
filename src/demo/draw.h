/* draw.h - chance that is the same each time: all that is drawn follows from a seed and a name. */
#ifndef DRAW_H
#define DRAW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/work.h"
#include "demo/csv.h"

struct draw {
	uint64_t state;
};

struct draw draw_begin(struct work *work, int64_t seed, const char *what, int64_t number);

/* From least up to and without most. */
int64_t draw_between(struct draw *draw, int64_t least, int64_t most);
bool draw_chance(struct draw *draw, int64_t percent);

/* A name of a generation: "old", "middle" or "young". */
const char *draw_name(struct work *work, struct draw *draw, const struct csv *names,
		      const char *generation);

/* The id of a thing of the demonstration, by what it is and what it is called. */
struct id demo_id(struct work *work, const char *what, const char *name);

#endif
