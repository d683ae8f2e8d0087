/* demo.c - loads the demonstration, in units of work that are not too large. */

#include "demo/demo.h"

#include <stdlib.h>

#include "audit/audit.h"
#include "base/hash.h"
#include "base/text.h"
#include "db/unit.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"
#include "demo/volunteering.h"
#include "setting/network.h"

#define LIVELY_RESIDENTS 100 /* of those who make the first days look alive */
#define LIVELY_SEED (-1)
#define LIVELY_DAYS 7
#define BATCH 60
#define TOKEN_DAYS 365

static bool
is_loaded(struct work *work)
{
	return sql_demo_area_exists(work, demo_id(work, "area", DEMO_ROOT));
}

const struct refusal *
demo_load_ground(struct work *work, const char *folder)
{
	const struct refusal *refusal;

	if (is_loaded(work))
		return NULL;
	demo_network(work, folder);
	refusal = demo_sign_ins(work, folder);
	if (refusal)
		return refusal;
	demo_roles(work, folder);
	audit_note(work, "demo_loaded", demo_id(work, "area", DEMO_ROOT), (struct id){ 0 }, NULL);
	return NULL;
}

/* The ground, and on it some residents; the days of the stage ask for the tree and the settings. */
static const struct refusal *
load_network(struct work *work, void *with)
{
	const struct demo_options *options = with;
	const struct refusal *refusal;
	struct id people[LIVELY_RESIDENTS];
	struct demo_activities held;
	struct demo_stage stage;

	if (is_loaded(work))
		return NULL;
	refusal = demo_load_ground(work, options->folder);
	if (refusal)
		return refusal;
	network_refresh(work);
	held = demo_activities(work, options->folder);
	stage = demo_stage(work, options->folder, true, LIVELY_DAYS);
	for (int64_t i = 0; i < LIVELY_RESIDENTS; i++)
		people[i] = demo_resident(work, &stage, LIVELY_SEED, i).id;
	demo_hours_of_fengchan_road(work, people);
	demo_hours_of_volunteer(work);
	demo_registrations(work, &held);
	demo_shifts(work, options->folder, people, LIVELY_RESIDENTS);
	return NULL;
}

/* The first number of a resident who is not there yet: they are there without a gap. */
static int64_t
first_new(struct work *work, int64_t seed)
{
	int64_t there = -1, missing = 0;

	while (demo_resident_exists(work, seed, missing)) {
		there = missing;
		missing = 2 * missing + 1;
	}
	while (missing - there > 1) {
		int64_t middle = there + (missing - there) / 2;

		if (demo_resident_exists(work, seed, middle))
			there = middle;
		else
			missing = middle;
	}
	return missing;
}

struct batch {
	const struct demo_options *options;
	int64_t count;
	const char *tokens[BATCH];
};

static const char *
give_token(struct work *work, struct id account)
{
	const char *token = token_new(work);

	sql_demo_token_insert(work, token_hash(work, token), id_new(), account,
			      work->now + TOKEN_DAYS * (time_t)86400);
	return token;
}

static const struct refusal *
load_batch(struct work *work, void *with)
{
	struct batch *batch = with;
	const struct demo_options *options = batch->options;
	struct demo_stage stage;
	int64_t first;

	network_refresh(work);
	stage = demo_stage(work, options->folder, false, options->days);
	first = first_new(work, options->seed);
	for (int64_t i = 0; i < batch->count; i++) {
		struct demo_person person = demo_resident(work, &stage, options->seed, first + i);

		if (options->tokens)
			batch->tokens[i] = give_token(work, person.account_id);
	}
	return NULL;
}

static bool
run(const struct work *work, const struct unit *unit)
{
	struct work one = *work;
	const struct refusal *refusal;

	return unit_run(&one, unit, &refusal) == UNIT_DONE;
}

/* Tokens are told only when the accounts that they belong to are there. */
static bool
load_residents(const struct work *work, const struct demo_options *options, int64_t count)
{
	struct batch batch = { .options = options, .count = count };
	const struct unit unit = { .run = load_batch, .with = &batch };

	if (!run(work, &unit))
		return false;
	for (int64_t i = 0; options->tokens && i < count; i++)
		fprintf(options->tokens, "%s\n", batch.tokens[i]);
	return true;
}

bool
demo_load(struct work *work, const struct demo_options *options)
{
	struct demo_options copy = *options;
	const struct unit network = { .run = load_network, .with = &copy };
	int64_t done = 0;

	if (!run(work, &network))
		return false;
	while (done < options->residents) {
		int64_t left = options->residents - done;
		int64_t count = left < BATCH ? left : BATCH;

		arena_reset(work->arena);
		if (!load_residents(work, options, count))
			return false;
		done += count;
		if (options->progress)
			options->progress(options->with, done, options->residents);
	}
	return true;
}
