/* conf.c - the table of what can be configured, and how a file is read into it. */

#include "base/conf.h"

#include <errno.h>
#include <ini.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct conf conf;

struct entry {
	const char *section, *name;
	size_t offset;
	bool number, needed, secret;
	int64_t least, most; /* of a number */
	const char *otherwise;
};

/* The member must have the type that the macro says: checked by the compiler. */
#define MEMBER(m, ctype) .offset = _Generic(((struct conf *)0)->m, ctype : offsetof(struct conf, m))
#define TEXT(s, n, m, ...)                                                                         \
	{                                                                                          \
		.section = (s), .name = (n), MEMBER(m, const char *), __VA_ARGS__                  \
	}
#define NUMBER(s, n, m, from, to, ...)                                                             \
	{                                                                                          \
		.section = (s), .name = (n), MEMBER(m, int64_t), .number = true, .least = (from),  \
		.most = (to), __VA_ARGS__                                                          \
	}

static const struct entry entries[] = {
	TEXT("site", "base_url", base_url, .needed = true),
	TEXT("site", "state_dir", state_dir, .needed = true),
	TEXT("site", "data_dir", data_dir, .needed = true),
	TEXT("site", "locale_dir", locale_dir, .needed = true),
	TEXT("site", "asset_manifest", asset_manifest, .otherwise = ""),
	TEXT("site", "paper_program", paper_program, .otherwise = "quarterpaper"),
	TEXT("site", "time_zone", time_zone, .otherwise = "Asia/Shanghai"),
	NUMBER("site", "test_clock", test_clock, 0, 1, .otherwise = "0"),
	NUMBER("site", "demo", demo, 0, 1, .otherwise = "0"),
	TEXT("site", "log_level", log_level, .otherwise = "info"),
	TEXT("database", "socket", database_socket, .needed = true),
	TEXT("database", "name", database_name, .needed = true),
	TEXT("database", "web_user", web_user, .otherwise = "quarter_web"),
	TEXT("database", "web_password", web_password, .secret = true, .otherwise = ""),
	TEXT("database", "auth_user", auth_user, .otherwise = "quarter_auth"),
	TEXT("database", "auth_password", auth_password, .secret = true, .otherwise = ""),
	TEXT("database", "jobs_user", jobs_user, .otherwise = "quarter_jobs"),
	TEXT("database", "jobs_password", jobs_password, .secret = true, .otherwise = ""),
	TEXT("database", "audit_user", audit_user, .otherwise = "quarter_audit"),
	TEXT("database", "audit_password", audit_password, .secret = true, .otherwise = ""),
	TEXT("database", "backup_user", backup_user, .otherwise = "quarter_backup"),
	TEXT("database", "backup_password", backup_password, .secret = true, .otherwise = ""),
	TEXT("database", "migrate_user", migrate_user, .otherwise = "quarter_migrate"),
	TEXT("database", "migrate_password", migrate_password, .secret = true, .otherwise = ""),
	TEXT("pool", "socket", pool_socket, .otherwise = ""),
	TEXT("pool", "hash_socket", hash_socket, .otherwise = ""),
	TEXT("pool", "socket_group", socket_group, .otherwise = ""),
	NUMBER("pool", "workers", workers, 1, 96, .otherwise = "4"),
	NUMBER("pool", "hash_workers", hash_workers, 1, 24, .otherwise = "1"),
	NUMBER("pool", "hang_seconds", hang_seconds, 5, 600, .otherwise = "30"),
	NUMBER("pool", "worker_requests", worker_requests, 100, 1000000000, .otherwise = "10000"),
	TEXT("keys", "field_key_file", field_key_file, .otherwise = ""),
	TEXT("keys", "index_key_file", index_key_file, .otherwise = ""),
	TEXT("keys", "cookie_key_file", cookie_key_file, .otherwise = ""),
	TEXT("keys", "sign_key_file", sign_key_file, .otherwise = ""),
	TEXT("mail", "smtp_url", smtp_url, .secret = true, .otherwise = ""),
	TEXT("mail", "from", mail_from, .otherwise = ""),
	TEXT("mail", "mail_dir", mail_dir, .otherwise = ""),
	TEXT("sms", "command", sms_command, .otherwise = ""),
	TEXT("sms", "sms_dir", sms_dir, .otherwise = ""),
};

/* What is read stays as long as the process. */
static struct arena *kept;

struct reading {
	bool given[COUNT(entries)];
	char problem[200]; /* the first */
};

static int wrong(struct reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What inih wants to be told where a line is wrong: it then knows its number. */
static int
wrong(struct reading *reading, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	if (!*reading->problem)
		vsnprintf(reading->problem, sizeof(reading->problem), format, values);
	va_end(values);
	return 0;
}

static const char **
text_of(const struct entry *entry)
{
	return (const char **)(void *)((char *)&conf + entry->offset);
}

static int64_t *
number_of(const struct entry *entry)
{
	return (int64_t *)(void *)((char *)&conf + entry->offset);
}

static bool
take_number(const struct entry *entry, const char *value)
{
	char *end;
	long long number;

	errno = 0;
	number = strtoll(value, &end, 10);
	*number_of(entry) = number;
	return errno == 0 && end != value && *end == '\0' && number >= entry->least &&
	       number <= entry->most;
}

static bool
take(const struct entry *entry, const char *value)
{
	if (entry->number)
		return take_number(entry, value);
	*text_of(entry) = arena_text(kept, value);
	return *value || !entry->needed;
}

static const struct entry *
entry_named(const char *section, const char *name)
{
	for (size_t i = 0; i < COUNT(entries); i++) {
		if (strcmp(entries[i].section, section) == 0 && strcmp(entries[i].name, name) == 0)
			return &entries[i];
	}
	return NULL;
}

static int
read_line(void *with, const char *section, const char *name, const char *value)
{
	struct reading *reading = with;
	const struct entry *entry = entry_named(section, name);

	if (!entry)
		return wrong(reading, "[%s] has no %s; is it misspelt?", section, name);
	if (reading->given[entry - entries])
		return wrong(reading, "%s is given twice", name);
	reading->given[entry - entries] = true;
	if (take(entry, value))
		return 1;
	if (!entry->number)
		return wrong(reading, "%s is empty", name);
	return wrong(reading, "%s is to be a number from %ld to %ld", name, entry->least,
		     entry->most);
}

static const struct entry *
first_missing(const struct reading *reading)
{
	for (size_t i = 0; i < COUNT(entries); i++) {
		if (entries[i].needed && !reading->given[i])
			return &entries[i];
	}
	return NULL;
}

static void
begin(void)
{
	if (!kept)
		kept = arena_new((size_t)1024 * 1024);
	arena_reset(kept);
	memset(&conf, 0, sizeof(conf));
	for (size_t i = 0; i < COUNT(entries); i++)
		take(&entries[i], entries[i].otherwise ? entries[i].otherwise : "");
}

bool
conf_load(const char *path)
{
	struct reading reading = { 0 };
	const struct entry *missing;
	int line;

	begin();
	line = ini_parse(path, read_line, &reading);
	missing = first_missing(&reading);
	if (line < 0)
		fprintf(stderr, "%s: cannot be read: %s\n", path, strerror(errno));
	else if (line > 0)
		fprintf(stderr, "%s:%d: %s\n", path, line,
			*reading.problem ? reading.problem
					 : "is neither [section] nor name = value");
	else if (missing)
		fprintf(stderr, "%s: [%s] lacks %s\n", path, missing->section, missing->name);
	return line == 0 && !missing;
}

static void
show_value(FILE *out, const struct entry *entry)
{
	if (entry->number)
		fprintf(out, "%s = %ld\n", entry->name, *number_of(entry));
	else if (entry->secret && **text_of(entry))
		fprintf(out, "; %s is given\n", entry->name);
	else
		fprintf(out, "%s = %s\n", entry->name, *text_of(entry));
}

void
conf_show(FILE *out)
{
	for (size_t i = 0; i < COUNT(entries); i++) {
		if (i == 0 || strcmp(entries[i].section, entries[i - 1].section) != 0)
			fprintf(out, "%s[%s]\n", i == 0 ? "" : "\n", entries[i].section);
		show_value(out, &entries[i]);
	}
}
