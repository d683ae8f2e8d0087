/* fixture.c - the demonstration, loaded once for each program, and a unit of work for each test. */

#include "fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "account/role.h"
#include "audit/audit.h"
#include "base/conf.h"
#include "base/quarter.h"
#include "base/text.h"
#include "database.h"
#include "db/unit.h"
#include "demo/csv.h"
#include "demo/demo.h"
#include "demo/draw.h"
#include "setting/network.h"
#include "site/site.h"

#define ARENA_MOST ((size_t)64 << 20)
#define TEST_SECONDS 100

static struct arena *arena;
static struct db *db;
static struct work work;
static bool settings_changed;

static const char *
demo_folder(struct work *in)
{
	return text(in, "%s/demo", conf.data_dir);
}

static const struct refusal *
load(struct work *in, void *with)
{
	const struct refusal *refusal = demo_load_ground(in, demo_folder(in));

	(void)with;
	if (!refusal)
		network_refresh(in);
	return refusal;
}

static struct work
work_at(time_t now)
{
	return (struct work){
		.arena = arena,
		.db = db,
		.now = now,
		.name = "test",
		.may_write = true,
		.command.route = "test",
	};
}

/* Once for each program, whose database has its name. */
static void
load_demonstration(void)
{
	const struct unit unit = { .run = load };
	const struct refusal *refusal;
	struct work loading;

	database_make(program_invocation_short_name);
	site_begin();
	site_begin_jobs();
	arena = arena_new(ARENA_MOST);
	db = database_connection(site_command_statements);
	loading = work_at(quarter_time(at("2026-11-25 06:00")));
	if (unit_run(&loading, &unit, &refusal) != UNIT_DONE) {
		fprintf(stderr, "Bail out! the demonstration cannot be loaded: %s\n",
			fault_message());
		exit(99);
	}
	arena_reset(arena);
}

/* Where cleaning up hangs, too, the program ends. */
static void
fail_late(int number)
{
	(void)number;
	alarm(TEST_SECONDS);
	fail_msg("it did not end in %d seconds", TEST_SECONDS);
}

/* A loop that never ends fails its test, in place of running for ever. */
static void
set_limit(void)
{
	const struct sigaction act = { .sa_handler = fail_late,
				       .sa_flags = SA_NODEFER | SA_RESETHAND };

	sigaction(SIGALRM, &act, NULL);
	alarm(TEST_SECONDS);
}

int
begin_work(void **state)
{
	if (!arena)
		load_demonstration();
	set_limit();
	language_use("en");
	work = work_at(quarter_time(at("2027-02-28 12:00")));
	sign_in(&work, "resident");
	*state = &work;
	return 0;
}

int
undo_work(void **state)
{
	(void)state;
	db_rollback(&work);
	audit_forgotten(&work);
	if (settings_changed)
		network_refresh(&work);
	settings_changed = false;
	arena_reset(arena);
	alarm(0);
	return 0;
}

int64_t
at(const char *local)
{
	time_t moment;

	if (!time_parse(local, true, &moment))
		fail_msg("no time: %s", local);
	return quarter_of(moment);
}

int64_t
day_at(const char *date)
{
	int64_t day;

	if (!day_parse(date, &day))
		fail_msg("no day: %s", date);
	return day;
}

struct id
person(struct work *in, const char *name)
{
	return demo_id(in, "person", name);
}

struct id
account(struct work *in, const char *name)
{
	return demo_id(in, "account", name);
}

static void
take_role(struct work *in, const char *role, struct id node)
{
	struct grant *grant = arena_one(in->arena, struct grant);

	*grant = (struct grant){ node, role_may(role) };
	in->grants = grant;
	in->grant_count = 1;
}

/* A role holds at a centre or at an area, as the demonstration's table says. */
static void
take_role_of(struct work *in, const char *name)
{
	struct csv csv = csv_read(in, demo_folder(in), "sign_ins.csv");

	for (size_t i = 0; i < csv.count; i++) {
		const char *place = csv_text(&csv, i, "place");
		struct id node = centre_at(in, place);

		if (strcmp(csv_text(&csv, i, "key"), name) != 0)
			continue;
		if (!id_given(tree_parent(node)))
			node = area_at(in, place);
		if (*csv_text(&csv, i, "role"))
			take_role(in, csv_text(&csv, i, "role"), node);
		return;
	}
	fail_msg("nobody signs in as %s", name);
}

void
sign_in(struct work *in, const char *name)
{
	bool elsewhere = strcmp(name, "manager elsewhere") == 0;

	sign_out(in);
	in->actor = account(in, name);
	in->person = person(in, name);
	if (elsewhere)
		take_role(in, "manager", centre_at(in, "fenghuangtai"));
	else
		take_role_of(in, name);
}

void
sign_out(struct work *in)
{
	in->actor = in->person = (struct id){ 0 };
	in->grants = NULL;
	in->grant_count = 0;
}

struct id
centre_at(struct work *in, const char *key)
{
	return demo_id(in, "centre", key);
}

struct id
area_at(struct work *in, const char *code)
{
	return demo_id(in, "area", code);
}

struct venue
venue_at(struct work *in, const char *key)
{
	struct venue venue;

	assert_allowed(venue_find(in, demo_id(in, "venue", key), &venue));
	return venue;
}

struct venue
a_venue(struct work *in)
{
	return venue_at(in, "sports-park-reading");
}

void
execute(struct work *in, const char *sql)
{
	db_begin(in);
	db_execute(in->db, sql, strlen(sql));
}

int64_t
number_of(struct work *in, const char *sql)
{
	int64_t number;

	db_connect(in->db);
	assert_true(db_query_int(in->db, sql, &number));
	return number;
}

void
set(struct work *in, const struct setting *setting, struct id place, int64_t value)
{
	execute(in, text(in, "REPLACE INTO setting VALUES (%ld, '%s', %ld)", place.value,
			 setting->key, value));
	network_refresh(in);
	settings_changed = true;
}

const char *
code_of(const struct refusal *refusal)
{
	return refusal ? refusal->code : "allowed";
}
