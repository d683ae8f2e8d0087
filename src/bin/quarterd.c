/* quarterd.c - the server: a master, and its children by kind. */

#include <getopt.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/log.h"
#include "base/quarter.h"
#include "bin/process.h"
#include "http/asset.h"

const char *const kind_names[KIND_COUNT] = { "pages", "hash", "jobs" };

static int
usage(FILE *out, int code)
{
	fputs("usage: quarterd --config FILE\n"
	      "Serves Quarter behind nginx: page workers, workers that hash passwords, and the "
	      "jobs\n"
	      "process.  SIGTERM ends it after the requests at hand, SIGHUP replaces the workers "
	      "one\n"
	      "by one.  Without --config, QUARTER_CONFIG names the file.\n",
	      out);
	return code;
}

static int
missing(const char *what, const char *where)
{
	fprintf(stderr, "quarterd: %s: %s\n", what, where);
	return 1;
}

int
begin_process(const char *config_path)
{
	if (!config_path)
		return usage(stderr, 2);
	if (sodium_init() < 0)
		return missing("libsodium cannot start", "no source of randomness");
	if (!conf_load(config_path))
		return 1;
	log_level_use(conf.log_level);
	if (!zone_set(conf.time_zone))
		return missing("the time zone is not known to this system", conf.time_zone);
	if (!language_load(conf.locale_dir))
		return missing("the translations cannot be read", conf.locale_dir);
	if (!asset_load(conf.asset_manifest))
		return missing("the list of web files cannot be read", conf.asset_manifest);
	if (!key_load(KEY_FIELD, conf.field_key_file) ||
	    !key_load(KEY_INDEX, conf.index_key_file) ||
	    !key_load(KEY_COOKIE, conf.cookie_key_file))
		return missing("a key cannot be read", "see [keys] of the configuration");
	return 0;
}

static enum kind
kind_named(const char *name)
{
	enum kind kind = KIND_PAGES;

	while (kind < KIND_COUNT && strcmp(kind_names[kind], name) != 0)
		kind++;
	return kind;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = { { "config", required_argument, NULL, 'c' },
						 { "help", no_argument, NULL, 'h' },
						 { "child", required_argument, NULL, 'k' },
						 { "slot", required_argument, NULL, 's' },
						 { NULL, 0, NULL, 0 } };
	const char *config = getenv("QUARTER_CONFIG");
	enum kind kind = KIND_COUNT;
	size_t slot = 0;
	char program[PATH_MAX];
	int option, failed;

	while ((option = getopt_long(argc, argv, "", options, NULL)) >= 0) {
		if (option == 'h')
			return usage(stdout, 0);
		else if (option == 'c')
			config = optarg;
		else if (option == 'k')
			kind = kind_named(optarg);
		else if (option == 's')
			slot = strtoul(optarg, NULL, 10);
		else
			return usage(stderr, 2);
	}
	failed = begin_process(config);
	if (failed)
		return failed;
	if (kind < KIND_COUNT)
		return child(kind, slot);
	if (!realpath("/proc/self/exe", program))
		return missing("the program cannot find itself", argv[0]);
	return master(program, config);
}
