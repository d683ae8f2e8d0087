/* database.c - makes a database for one test program. */

#include "database.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/quarter.h"
#include "db/migrate.h"

#define ARENA_MOST (16U << 20)

static char name[64];

static void
make(void *argument)
{
	struct work *work = argument;
	char sql[256];

	conf.database_name = "";
	db_connect(work->db);
	snprintf(sql, sizeof(sql), "DROP DATABASE IF EXISTS %s", name);
	db_execute(work->db, sql, strlen(sql));
	snprintf(sql, sizeof(sql), "CREATE DATABASE %s CHARACTER SET utf8mb4", name);
	db_execute(work->db, sql, strlen(sql));
	db_disconnect(work->db);
	conf.database_name = name;
	db_connect(work->db);
	migrate_run(work, conf.data_dir);
	db_disconnect(work->db);
}

struct db *
database_connection(struct sql_statement *const *const *lists)
{
	return db_new(conf.migrate_user, conf.migrate_password, lists);
}

static void
stop_if(int failed, const char *what)
{
	if (!failed)
		return;
	fprintf(stderr, "Bail out! %s\n", what);
	exit(99);
}

void
database_make(const char *program)
{
	const char *path = getenv("QUARTER_TEST_CONFIG");
	struct work work = { .arena = arena_new(ARENA_MOST), .name = "database_make" };

	stop_if(!path, "QUARTER_TEST_CONFIG names no configuration");
	stop_if(sodium_init() < 0 || !conf_load(path) || !zone_set(conf.time_zone),
		"the configuration cannot be used");
	stop_if(!key_load(KEY_FIELD, conf.field_key_file) ||
			!key_load(KEY_INDEX, conf.index_key_file) ||
			!key_load(KEY_COOKIE, conf.cookie_key_file),
		"the keys cannot be read");
	key_load(KEY_SIGN, conf.sign_key_file); /* which few tests need */
	language_load(conf.locale_dir);
	language_use("en");
	snprintf(name, sizeof(name), "quarter_test_%s", program);
	work.db = database_connection(NULL);
	stop_if(work_try(make, &work) != FAULT_NONE, fault_message());
	db_free(work.db);
	arena_free(work.arena);
}
