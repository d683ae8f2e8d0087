/* quarterctl_help.c - the commands by their names, how they are used, and what may be meant. */

#include <string.h>

#include "bin/quarterctl.h"
#include "site/site.h"

/* Walks through the commands of all tables; begins with NULL and ends with NULL. */
static const struct ctl_command *
next_command(const struct ctl_command *command, size_t *table)
{
	if (!command) {
		*table = 0;
		command = site_commands[0];
	} else {
		command++;
	}
	while (command && !command->name)
		command = site_commands[++*table];
	return command;
}

/* How many words of the name the arguments begin with; all of them, or 0. */
static int
words_matched(const char *name, int argc, char **argv)
{
	int count = 0;

	for (; *name; count++) {
		size_t size = strcspn(name, " ");

		if (count == argc || strlen(argv[count]) != size ||
		    strncmp(argv[count], name, size) != 0)
			return 0;
		name += size + strspn(name + size, " ");
	}
	return count;
}

const struct ctl_command *
command_find(int argc, char **argv, int *words)
{
	const struct ctl_command *found = NULL, *command = NULL;
	size_t table;

	*words = 0;
	while ((command = next_command(command, &table))) {
		int matched = words_matched(command->name, argc, argv);

		if (matched > *words) {
			*words = matched;
			found = command;
		}
	}
	return found;
}

bool
help_command(FILE *out, const struct ctl_command *command)
{
	fprintf(out, "quarterctl %s %s\n\n%s\n", command->name, command->arguments,
		_(command->about));
	return true;
}

/* Whether the name begins with these words. */
static bool
is_within(const char *name, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		size_t size = strlen(argv[i]);

		if (strncmp(name, argv[i], size) != 0 || (name[size] && name[size] != ' '))
			return false;
		name += size + strspn(name + size, " ");
	}
	return true;
}

bool
help_commands(FILE *out, int argc, char **argv)
{
	const struct ctl_command *command = NULL;
	size_t table, shown = 0;

	while ((command = next_command(command, &table))) {
		if (!is_within(command->name, argc, argv))
			continue;
		if (shown++ == 0)
			fprintf(out, "%s\n\n",
				_("quarterctl [--config FILE] [--json] [--quiet] COMMAND …"));
		fprintf(out, "  %s %s\n      %s\n", command->name, command->arguments,
			_(command->about));
	}
	if (shown > 0)
		fprintf(out, "\n%s\n",
			_("Each command has --help.  QUARTER_CONFIG stands in for --config."));
	return shown > 0;
}

#define NAME_MOST 64

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many letters must be changed, added or left out to make one of the other. */
static size_t
distance(const char *typed, const char *name)
{
	size_t row[NAME_MOST + 1], size = least(strlen(name), NAME_MOST);

	for (size_t j = 0; j <= size; j++)
		row[j] = j;
	for (size_t i = 1; typed[i - 1]; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= size; j++) {
			size_t changed = diagonal + (typed[i - 1] != name[j - 1]);

			diagonal = row[j];
			row[j] = least(changed, least(row[j], row[j - 1]) + 1);
		}
	}
	return row[size];
}

/* The words, as far as they may belong to a name. */
static void
join(int argc, char **argv, char typed[static NAME_MOST])
{
	size_t used = 0;

	typed[0] = '\0';
	for (int i = 0; i < argc && i < 2 && argv[i][0] != '-' && used < NAME_MOST; i++)
		used += (size_t)snprintf(typed + used, NAME_MOST - used, "%s%s", i ? " " : "",
					 argv[i]);
}

void
guess_command(int argc, char **argv)
{
	const struct ctl_command *command = NULL, *nearest = NULL;
	char typed[NAME_MOST];
	size_t table, best = NAME_MOST;

	join(argc, argv, typed);
	while ((command = next_command(command, &table))) {
		size_t apart = distance(typed, command->name);

		if (apart < best) {
			best = apart;
			nearest = command;
		}
	}
	fprintf(stderr, _("quarterctl: there is no command \"%s\"."), typed);
	if (nearest)
		fprintf(stderr, _(" Is \"%s\" meant?"), nearest->name);
	fputc('\n', stderr);
}
