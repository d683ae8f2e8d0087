/* quarterctl.c - runs one command, as a unit of work of the system itself.
 *
 * Ends with 0 when it is done, 1 when it was refused or failed, 2 when it was used wrongly. */

#include "bin/quarterctl.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/quarter.h"
#include "db/connection.h"
#include "db/migrate.h"
#include "db/unit.h"
#include "setting/network.h"
#include "site/site.h"

#define MEMORY_MOST ((size_t)1 << 30)

/* What was said on the command line: the options that every command has, and the rest. */
struct line {
	const char *config;
	bool help, json, quiet;
	int argc;
	char **argv;
};

static bool
read_option(struct line *line, char **argv, int *at)
{
	if (strcmp(argv[*at], "--help") == 0 || strcmp(argv[*at], "-h") == 0)
		line->help = true;
	else if (strcmp(argv[*at], "--json") == 0)
		line->json = true;
	else if (strcmp(argv[*at], "--quiet") == 0)
		line->quiet = true;
	else if (strncmp(argv[*at], "--config=", 9) == 0)
		line->config = argv[*at] + 9;
	else if (strcmp(argv[*at], "--config") == 0 && argv[*at + 1])
		line->config = argv[++*at];
	else
		return false;
	return true;
}

static struct line
read_line(int argc, char **argv)
{
	struct line line = { .config = getenv("QUARTER_CONFIG"), .argv = argv };
	bool options = true; /* until "--" */

	for (int i = 1; i < argc; i++) {
		options = options && strcmp(argv[i], "--") != 0;
		if (!options || !read_option(&line, argv, &i))
			argv[line.argc++] = argv[i];
	}
	argv[line.argc] = NULL;
	return line;
}

/* The language of whoever sits at the terminal. */
static void
use_language_of_terminal(void)
{
	const char *name = getenv("LC_ALL");

	if (!name || !*name)
		name = getenv("LANG");
	language_use(name && strncasecmp(name, "zh", 2) == 0 ? "zh-CN" : "en");
}

/* Keys may be out of order: those commands that need them will say so, and doctor why. */
static bool
prepare(const struct line *line)
{
	if (!line->config) {
		fprintf(stderr, "quarterctl: %s\n",
			_("say where the configuration is, by --config or QUARTER_CONFIG."));
		return false;
	}
	if (!conf_load(line->config))
		return false;
	log_level_use(conf.log_level);
	language_load(conf.locale_dir);
	zone_set(conf.time_zone);
	key_load(KEY_FIELD, conf.field_key_file);
	key_load(KEY_INDEX, conf.index_key_file);
	key_load(KEY_COOKIE, conf.cookie_key_file);
	key_load(KEY_SIGN, conf.sign_key_file);
	site_begin();
	site_begin_jobs();
	return true;
}

static void
connect(void *db)
{
	db_connect(db);
}

/* Whether the statements can be prepared; reads the clock, which a test may have moved. */
static bool
schema_is_current(struct work *work)
{
	int64_t offset = 0;
	bool current;

	work->db = db_new(conf.migrate_user, conf.migrate_password, NULL);
	if (work_try(connect, work->db) != FAULT_NONE) {
		fprintf(stderr, "quarterctl: %s\n", fault_message());
		db_free(work->db);
		return false;
	}
	current = migrate_current(work) == migrate_newest(conf.data_dir);
	if (current && conf.test_clock &&
	    db_query_int(work->db, "SELECT clock_offset FROM network_state", &offset))
		work->now += offset;
	db_free(work->db);
	if (!current)
		fprintf(stderr, "quarterctl: %s\n",
			_("the schema is not current: run \"quarterctl migrate\" first."));
	return current;
}

struct running {
	const struct ctl_command *command;
	const struct ctl *ctl;
	int result;
};

/* Stands for what a command has said itself, and has its transaction rolled back. */
static REFUSAL(command_refused, REFUSED_BY_RULE, NULL, "");

static const struct refusal *
run_unit(struct work *work, void *with)
{
	struct running *running = with;

	ctl_begin_anew();
	network_refresh(work);
	running->result = running->command->run(work, running->ctl);
	return running->result == 0 ? NULL : &command_refused;
}

static int
run_as_unit(struct work *work, struct running *running)
{
	const struct unit unit = { .run = run_unit, .with = running };
	const struct refusal *refusal;
	enum unit_end end;
	bool ended;

	ctl_keep();
	end = unit_run(work, &unit, &refusal);
	ended = end == UNIT_DONE || end == UNIT_REPLAYED || end == UNIT_REFUSED;
	ctl_let_out(ended);
	if (ended)
		return running->result;
	fprintf(stderr, "quarterctl: %s\n", fault_message());
	return 1;
}

/* What may run before there is a schema is given a connection with nothing prepared on it. */
static int
run_command(struct work *work, const struct ctl_command *command, const struct ctl *ctl)
{
	struct running running = { .command = command, .ctl = ctl };
	int result;

	if (!command->unmigrated && !schema_is_current(work))
		return 1;
	work->db = db_new(conf.migrate_user, conf.migrate_password,
			  command->unmigrated ? NULL : site_command_statements);
	if (command->outside || command->unmigrated)
		result = command->run(work, ctl);
	else
		result = run_as_unit(work, &running);
	db_free(work->db);
	return result;
}

static int
run(const struct ctl_command *command, const struct ctl *ctl)
{
	static struct work
		work; /* and not on the stack: a fault outside any unit ends the process */
	int result;

	work = (struct work){
		.arena = arena_new(MEMORY_MOST),
		.now = time(NULL),
		.name = command->name,
		.may_write = true,
		.command.route = command->name,
	};
	result = run_command(&work, command, ctl);
	arena_free(work.arena);
	return result;
}

int
main(int argc, char **argv)
{
	struct line line = read_line(argc, argv);
	struct ctl ctl = { .json = line.json, .quiet = line.quiet };
	const struct ctl_command *command;
	int words;

	use_language_of_terminal();
	command = command_find(line.argc, line.argv, &words);
	if (line.help && command)
		return help_command(stdout, command) ? 0 : CTL_USAGE;
	if (line.help && help_commands(stdout, line.argc, line.argv))
		return 0;
	if (!command) {
		if (line.argc > 0)
			guess_command(line.argc, line.argv);
		if (line.argc == 0 || !help_commands(stderr, line.argc, line.argv))
			help_commands(stderr, 0, NULL);
		return CTL_USAGE;
	}
	if (!prepare(&line))
		return 1;
	ctl.argc = line.argc - words + 1;
	ctl.argv = line.argv + words - 1;
	return run(command, &ctl);
}
