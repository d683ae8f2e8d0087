/* demo_ctl.c - quarterctl demo load. */

#include "demo/demo_ctl.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "demo/demo.h"

#define RESIDENTS_MOST 10000000
#define DAYS_MOST 3660

static const struct option options[] = {
	{ "residents", required_argument, NULL, 'r' },
	{ "days", required_argument, NULL, 'd' },
	{ "seed", required_argument, NULL, 's' },
	{ "tokens", required_argument, NULL, 't' },
	{ 0 },
};

static bool
read_number(const char *typed, int64_t most, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(typed, &end, 10);
	if (errno == 0 && end != typed && !*end && *number >= 0 && *number <= most)
		return true;
	fprintf(stderr, _("quarterctl: %s is to be a number from 0 to %ld.\n"), typed, most);
	return false;
}

/* Nobody else may read the tokens: each acts as its resident. */
static bool
open_tokens(const char *path, FILE **file)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	*file = fd < 0 ? NULL : fdopen(fd, "w");
	if (!*file)
		fprintf(stderr, "quarterctl: %s: %s\n", path, strerror(errno));
	return *file != NULL;
}

static bool
read_option(int option, struct demo_options *load)
{
	switch (option) {
	case 'r':
		return read_number(optarg, RESIDENTS_MOST, &load->residents);
	case 'd':
		return read_number(optarg, DAYS_MOST, &load->days);
	case 's':
		return read_number(optarg, INT64_MAX, &load->seed);
	case 't':
		return open_tokens(optarg, &load->tokens);
	default:
		return false;
	}
}

static bool
read_options(const struct ctl *ctl, struct demo_options *load)
{
	int option;

	optind = 0;
	while ((option = getopt_long(ctl->argc, ctl->argv, "", options, NULL)) != -1) {
		if (!read_option(option, load))
			return false;
	}
	return optind == ctl->argc;
}

static void
progress(void *with, int64_t done, int64_t of)
{
	ctl_progress(with, done, of);
}

static int
load_demo(struct work *work, const struct ctl *ctl)
{
	struct ctl talk = *ctl;
	char folder[4096];
	struct demo_options load = {
		.folder = folder,
		.days = 30,
		.seed = 1,
		.progress = progress,
		.with = &talk,
	};
	bool loaded;

	snprintf(folder, sizeof(folder), "%s/demo", conf.data_dir);
	if (!read_options(ctl, &load))
		return CTL_USAGE;
	loaded = demo_load(work, &load);
	if (load.tokens && (fclose(load.tokens) != 0 || !loaded)) {
		fputs(_("quarterctl: the tokens could not be written.\n"), stderr);
		return 1;
	}
	if (loaded && ctl->json)
		printf("{\"residents\":%ld}\n", load.residents);
	else if (loaded && !ctl->quiet)
		printf(_("The demonstration is loaded; made-up residents added: %ld.\n"),
		       load.residents);
	return loaded ? 0 : 1;
}

const struct ctl_command demo_commands[] = {
	{
		.name = "demo load",
		.run = load_demo,
		.arguments = "[--residents N] [--days N] [--tokens FILE] [--seed N]",
		.about = N_("Loads the demonstration network, and so many made-up residents more."),
		.outside = true,
	},
	CTL_END,
};
