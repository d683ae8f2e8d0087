/* site_ctl.c - quarterctl migrate, clock and config show. */

#include "site/site_ctl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/quarter.h"
#include "base/text.h"
#include "db/connection.h"
#include "db/migrate.h"
#include "site/clock_sql.h"

struct migrating {
	struct work *work;
	int64_t run, version;
};

static void
migrate_all(void *with)
{
	struct migrating *migrating = with;

	db_connect(migrating->work->db);
	migrating->run = migrate_run(migrating->work, conf.data_dir);
	migrating->version = migrate_current(migrating->work);
}

/* The schema is not there yet, so nothing can be prepared. */
static int
migrate(struct work *work, const struct ctl *ctl)
{
	struct migrating migrating = { .work = work };

	db_patience(work->db, 600);
	if (work_try(migrate_all, &migrating) != FAULT_NONE) {
		fprintf(stderr, "quarterctl: %s\n", fault_message());
		return 1;
	}
	if (ctl->json)
		printf("{\"run\":%ld,\"version\":%ld}\n", migrating.run, migrating.version);
	else if (!ctl->quiet)
		printf(_("The schema is at version %ld.\n"), migrating.version);
	return 0;
}

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* "+1h", "-30m", "+2d": seconds; false for anything else. */
static bool
read_span(const char *text, int64_t *seconds)
{
	char *unit;
	long number = strtol(text, &unit, 10);

	if ((*text != '+' && *text != '-') || unit == text + 1 || !*unit || unit[1])
		return false;
	if (number > 100000 || number < -100000)
		return false;
	*seconds = number * (*unit == 'd' ? DAY : *unit == 'h' ? HOUR : *unit == 'm' ? MINUTE : 1);
	return strchr("dhms", *unit) != NULL;
}

/* How far the clock is to be from the machine's; its own way of now comes with the work. */
static bool
read_offset(const struct work *work, const char *text, int64_t *offset)
{
	time_t machine = time(NULL), moment;
	int64_t span;

	if (strcmp(text, "off") == 0)
		*offset = 0;
	else if (read_span(text, &span))
		*offset = work->now - machine + span;
	else if (time_parse(text, true, &moment))
		*offset = moment - machine;
	else
		return false;
	return true;
}

static int
move_clock(struct work *work, const struct ctl *ctl)
{
	int64_t offset;

	if (ctl->argc != 2 || !read_offset(work, ctl->argv[1], &offset)) {
		fputs(_("quarterctl: say a time, such as \"2027-02-28 12:00\", +1h, or off.\n"),
		      stderr);
		return CTL_USAGE;
	}
	if (!conf.test_clock) {
		fputs(_("quarterctl: the configuration has no test_clock, so time goes its way.\n"),
		      stderr);
		return 1;
	}
	sql_clock_set(work, offset);
	if (!ctl->quiet)
		printf(ctl->json ? "{\"now\":\"%s\"}\n" : "%s\n",
		       rfc3339(work, time(NULL) + offset));
	return 0;
}

static int
show_config(struct work *work, const struct ctl *ctl)
{
	(void)work;
	(void)ctl;
	conf_show(stdout);
	return 0;
}

const struct ctl_command installation_commands[] = {
	{
		.name = "migrate",
		.run = migrate,
		.arguments = "",
		.about = N_("Brings the schema of the database up to date."),
		.unmigrated = true,
	},
	{
		.name = "config show",
		.run = show_config,
		.arguments = "",
		.about =
			N_("Shows what the configuration says, and what holds where it is silent."),
		.unmigrated = true,
	},
	{
		.name = "clock",
		.run = move_clock,
		.arguments = "TIME|+1h|off",
		.about = N_("Moves the clock of every process, where the configuration has "
			    "test_clock."),
	},
	CTL_END,
};
