/* draw.c - a small generator of numbers (splitmix64), seeded by a hash. */

#include "demo/draw.h"

#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "demo/demo.h"

static uint64_t
number_of(struct bytes digest)
{
	uint64_t number;

	memcpy(&number, digest.data, sizeof(number));
	return number;
}

struct draw
draw_begin(struct work *work, int64_t seed, const char *what, int64_t number)
{
	struct hasher *hasher = hash_begin(work);

	hash_add_int(hasher, seed);
	hash_add_text(hasher, what);
	hash_add_int(hasher, number);
	return (struct draw){ number_of(hash_end(work, hasher)) };
}

static uint64_t
next(struct draw *draw)
{
	uint64_t z = draw->state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

int64_t
draw_between(struct draw *draw, int64_t least, int64_t most)
{
	if (most <= least)
		fault("nothing to draw from");
	return least + (int64_t)(next(draw) % (uint64_t)(most - least));
}

bool
draw_chance(struct draw *draw, int64_t percent)
{
	return draw_between(draw, 0, 100) < percent;
}

/* The weight of a row, if it is of this kind and generation. */
static int64_t
weight_of(const struct csv *names, size_t row, const char *kind, const char *generation)
{
	const char *of = csv_text(names, row, "generation");

	if (strcmp(csv_text(names, row, "kind"), kind) != 0 || (*of && strcmp(of, generation) != 0))
		return 0;
	return csv_int(names, row, "weight");
}

static const char *
draw_part(struct draw *draw, const struct csv *names, const char *kind, const char *generation)
{
	int64_t whole = 0, left;

	for (size_t i = 0; i < names->count; i++)
		whole += weight_of(names, i, kind, generation);
	left = draw_between(draw, 0, whole);
	for (size_t i = 0; i < names->count; i++) {
		left -= weight_of(names, i, kind, generation);
		if (left < 0)
			return csv_text(names, i, "zh");
	}
	fault("no name of the kind %s", kind);
}

const char *
draw_name(struct work *work, struct draw *draw, const struct csv *names, const char *generation)
{
	const char *surname = draw_chance(draw, 2) ? "compound_surname" : "surname";
	const char *given = draw_chance(draw, 50) ? "given_f" : "given_m";
	const char *first = draw_part(draw, names, surname, generation);

	return text(work, "%s%s", first, draw_part(draw, names, given, generation));
}

#define ROOT 1 /* as the migration of the network plants it */

struct id
demo_id(struct work *work, const char *what, const char *name)
{
	struct hasher *hasher = hash_begin(work);

	if (strcmp(what, "area") == 0 && strcmp(name, DEMO_ROOT) == 0)
		return (struct id){ ROOT };
	hash_add_text(hasher, what);
	hash_add_text(hasher, name);
	return (struct id){ (int64_t)(number_of(hash_end(work, hasher)) >> 1) };
}
