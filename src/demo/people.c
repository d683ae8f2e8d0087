/* people.c - those who can be signed in as, and residents that chance makes up. */

#include <string.h>

#include "account/password.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "base/text.h"
#include "demo/demo_sql.h"
#include "demo/parts.h"
#include "person/name_key.h"

static void
reach(struct work *work, struct id person, const char *kind, const char *address)
{
	sql_demo_address_insert(work, person, kind, seal_lookup(work, kind, address),
				address_tail(work, kind, address),
				seal(work, SEAL_PERSON_ADDRESS, person, address));
}

static void
add_person(struct work *work, const struct demo_person *person)
{
	sql_demo_person_insert(work, person);
	name_keys_make(work, person->id);
}

static void
open_account(struct work *work, const struct demo_person *person)
{
	add_person(work, person);
	sql_demo_account_insert(work, person->account_id, person->id);
	sql_demo_may_act_insert(work, person->account_id, person->id, "self");
}

/* A role holds at a centre or at an area, whichever has that name. */
static void
give_role(struct work *work, struct id account, const char *role, const char *place)
{
	struct id node = demo_id(work, "centre", place);

	if (!sql_demo_node_exists(work, node))
		node = demo_id(work, "area", place);
	sql_demo_role_insert(work, id_new(), account, role, node);
}

static void
let_sign_in(struct work *work, const struct demo_person *person, const char *key, const char *hash)
{
	const char *login = text(work, "%s@quarter.example", key);

	sql_demo_credential_insert(work, person->account_id, hash);
	sql_demo_login_insert(work, seal_lookup(work, "email", login), person->account_id,
			      seal(work, SEAL_LOGIN, person->account_id, login));
	reach(work, person->id, "email", login);
}

/* Numbers of a made-up exchange; one rings, nobody answers. */
static void
give_phone(struct work *work, const struct demo_person *person, const char *typed)
{
	const char *kind;

	reach(work, person->id, "phone", address_normal(work, typed, &kind));
}

static void
load_sign_in(struct work *work, const struct csv *csv, size_t row, const char *hash)
{
	const char *key = csv_text(csv, row, "key");
	const char *role = csv_given(csv, row, "role");
	const struct demo_person person = {
		.id = demo_id(work, "person", key),
		.account_id = demo_id(work, "account", key),
		.home_id = demo_id(work, "area", csv_text(csv, row, "home")),
		.name = csv_text(csv, row, "name"),
		.born = csv_day(csv, row, "born"),
	};

	open_account(work, &person);
	if (role)
		give_role(work, person.account_id, role, csv_text(csv, row, "place"));
	let_sign_in(work, &person, key, hash);
	if (csv_given(csv, row, "phone"))
		give_phone(work, &person, csv_text(csv, row, "phone"));
}

/* Persons without an account, for whom another's acts. */
static void
load_dependants(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "dependants.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const struct demo_person person = {
			.id = demo_id(work, "person", csv_text(&csv, i, "key")),
			.home_id = demo_id(work, "area", csv_text(&csv, i, "home")),
			.name = csv_text(&csv, i, "name"),
			.born = csv_day(&csv, i, "born"),
		};

		add_person(work, &person);
		sql_demo_may_act_insert(work, demo_id(work, "account", csv_text(&csv, i, "of")),
					person.id, csv_text(&csv, i, "relation"));
	}
}

const struct refusal *
demo_sign_ins(struct work *work, const char *folder)
{
	struct csv csv = csv_read(work, folder, "sign_ins.csv");
	const char *hash; /* one for all: everybody knows the password */
	const struct refusal *refusal = password_hash(work, DEMO_PASSWORD, &hash);

	if (refusal)
		return refusal;
	for (size_t i = 0; i < csv.count; i++)
		load_sign_in(work, &csv, i, hash);
	load_dependants(work, folder);
	return NULL;
}

static const char *
resident_name(struct work *work, int64_t seed, int64_t number)
{
	return text(work, "resident %ld of %ld", number, seed);
}

bool
demo_resident_exists(struct work *work, int64_t seed, int64_t number)
{
	return sql_demo_person_exists(work,
				      demo_id(work, "person", resident_name(work, seed, number)));
}

struct generation {
	const char *name;
	int64_t percent;
	int64_t youngest, oldest;
};

static const struct generation generations[] = {
	{ "young", 20, 16, 30 },
	{ "middle", 50, 30, 60 },
	{ "old", 100, 60, 88 },
};

static const struct generation *
draw_generation(struct draw *draw)
{
	const struct generation *generation = generations;

	while (!draw_chance(draw, generation->percent))
		generation++;
	return generation;
}

#define FAR ((int64_t)3000) /* metres beyond which nobody goes to a centre */

static struct point
point_of(const struct demo_place *place)
{
	return (struct point){ place->latitude, place->longitude, true };
}

static const struct demo_scene *
nearest_scene(const struct demo_stage *stage, const struct demo_place *home)
{
	const struct demo_scene *nearest = NULL;
	int64_t least = FAR;

	for (size_t i = 0; i < stage->scene_count; i++) {
		int64_t metres =
			distance_between(point_of(home), point_of(&stage->scenes[i].centre));

		if (metres < least) {
			least = metres;
			nearest = &stage->scenes[i];
		}
	}
	return nearest;
}

/* A community with a centre of the stage near it. */
static const struct demo_place *
draw_home(const struct demo_stage *stage, struct draw *draw, const struct demo_scene **scene)
{
	for (int tries = 0; tries < 10000; tries++) {
		int64_t drawn = draw_between(draw, 0, (int64_t)stage->community_count);

		*scene = nearest_scene(stage, &stage->communities[drawn]);
		if (*scene)
			return &stage->communities[drawn];
	}
	fault("no community has a centre near it");
}

/* Numbers of the city that stand for nobody's: those of a made-up exchange. */
static const char *
phone_of(struct work *work, int64_t number)
{
	return text(work, "+863715555%04ld", 1000 + number % 9000);
}

struct demo_person
demo_resident(struct work *work, const struct demo_stage *stage, int64_t seed, int64_t number)
{
	struct draw draw = draw_begin(work, seed, "resident", number);
	const struct generation *generation = draw_generation(&draw);
	const char *name = resident_name(work, seed, number);
	const struct demo_scene *scene;
	struct demo_person person = {
		.id = demo_id(work, "person", name),
		.account_id = demo_id(work, "account", name),
		.home_id = draw_home(stage, &draw, &scene)->id,
		.name = draw_name(work, &draw, &stage->names, generation->name),
		.born = day_of(work->now) -
			draw_between(&draw, generation->youngest * 365, generation->oldest * 365),
	};

	open_account(work, &person);
	reach(work, person.id, "phone", phone_of(work, number));
	demo_bookings(work, stage, scene, &draw, &person);
	return person;
}
