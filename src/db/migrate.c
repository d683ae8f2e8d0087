/* migrate.c - the files of sql/, each once. */

#include "db/migrate.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

#define FILE_MOST (1U << 20)
#define NAME_MOST 256

static const char table[] = "CREATE TABLE IF NOT EXISTS migration ("
			    " version INT NOT NULL PRIMARY KEY,"
			    " statements INT NOT NULL," /* of the file, that have been run */
			    " complete TINYINT NOT NULL)";
static const char table_grant[] = "GRANT SELECT ON migration TO quarter_web@localhost,"
				  " quarter_auth@localhost, quarter_jobs@localhost";

/* The number that a migration's name begins with; 0 if it is none. */
static int64_t
number_of(const char *name)
{
	const char *end = strrchr(name, '.');
	char *rest;
	long number = strtol(name, &rest, 10);

	return rest == name + 3 && *rest == '-' && end && strcmp(end, ".sql") == 0 ? number : 0;
}

/* The name of the first migration after a number, into name; 0 if there is none. */
static int64_t
next_after(const char *folder, int64_t after, char name[static NAME_MOST])
{
	DIR *dir = opendir(folder);
	int64_t next = 0;

	for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
		int64_t number = number_of(entry->d_name);

		if (number > after && (next == 0 || number < next)) {
			next = number;
			snprintf(name, NAME_MOST, "%s", entry->d_name);
		}
	}
	if (dir)
		closedir(dir);
	return next;
}

int64_t
migrate_newest(const char *folder)
{
	char name[NAME_MOST];
	int64_t newest = 0, next;

	while ((next = next_after(folder, newest, name)) > 0)
		newest = next;
	return newest;
}

int64_t
migrate_current(struct work *work)
{
	int64_t version = 0;

	db_query_int(work->db, "SELECT MAX(version) FROM migration WHERE complete = 1", &version);
	return version;
}

static void
close_file(void *file)
{
	fclose(file);
}

static const char *
read_file(struct work *work, const char *folder, const char *name)
{
	FILE *file = fopen(text(work, "%s/%s", folder, name), "r");
	char *content = arena_array(work->arena, FILE_MOST, 1);

	if (!file)
		fault("the migration %s cannot be read", name);
	arena_defer(work->arena, close_file, file);
	if (fread(content, 1, FILE_MOST - 1, file) == FILE_MOST - 1)
		fault("the migration %s is too long", name);
	return content;
}

/* Where a statement ends: at a semicolon that ends its line, comments left aside. */
static const char *
statement_end(const char *from)
{
	while (*from) {
		size_t length = strcspn(from, "\n");
		const char *comment = strstr(from, "--");
		const char *end = comment && comment < from + length ? comment : from + length;

		while (end > from && (end[-1] == ' ' || end[-1] == '\t'))
			end--;
		if (end > from && end[-1] == ';')
			return end;
		from += length + (from[length] == '\n');
	}
	return NULL;
}

static void
note_progress(struct work *work, int64_t version, int64_t statements, bool complete)
{
	const char *sql = text(work,
			       "REPLACE INTO migration (version, statements, complete)"
			       " VALUES (%" PRId64 ", %" PRId64 ", %d)",
			       version, statements, complete);

	db_execute(work->db, sql, strlen(sql));
}

/* DDL commits by itself, so how far a file has come is noted after each of its statements. */
static void
run_file(struct work *work, const char *folder, const char *name)
{
	const char *from = read_file(work, folder, name);
	int64_t version = number_of(name), done = 0, count = 0;
	const char *end;

	db_query_int(
		work->db,
		text(work, "SELECT statements FROM migration WHERE version = %" PRId64, version),
		&done);
	while ((end = statement_end(from)) != NULL) {
		if (count++ >= done) {
			db_execute(work->db, from, (size_t)(end - from - 1));
			note_progress(work, version, count, false);
		}
		from = end;
	}
	note_progress(work, version, count, true);
	fprintf(stderr, "migrated: %s\n", name);
}

int64_t
migrate_run(struct work *work, const char *folder)
{
	char name[NAME_MOST];
	int64_t run = 0, number;

	if (migrate_newest(folder) == 0)
		fault("the folder of migrations has none: %s", folder);
	db_execute(work->db, table, strlen(table));
	db_execute(work->db, table_grant, strlen(table_grant));
	number = migrate_current(work);
	while ((number = next_after(folder, number, name)) > 0) {
		run_file(work, folder, name);
		run++;
	}
	return run;
}
