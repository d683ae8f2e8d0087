/* start.c - what every process of the server begins with: its options, then all that it reads. */

#include <getopt.h>
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

int
start_usage(FILE *out, int code)
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

int
start_failed(const char *what, const char *where)
{
	fprintf(stderr, "quarterd: %s: %s\n", what, where);
	return 1;
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
start_options(int argc, char **argv, struct start *start)
{
	static const struct option options[] = { { "config", required_argument, NULL, 'c' },
						 { "help", no_argument, NULL, 'h' },
						 { "child", required_argument, NULL, 'k' },
						 { "slot", required_argument, NULL, 's' },
						 { NULL, 0, NULL, 0 } };
	int option;

	*start = (struct start){ .config = getenv("QUARTER_CONFIG"), .kind = KIND_COUNT };
	while ((option = getopt_long(argc, argv, "", options, NULL)) >= 0) {
		if (option == 'h')
			start->helped = true;
		else if (option == 'c')
			start->config = optarg;
		else if (option == 'k')
			start->kind = kind_named(optarg);
		else if (option == 's')
			start->slot = strtoul(optarg, NULL, 10);
		else
			return start_usage(stderr, 2);
	}
	if (start->helped)
		return start_usage(stdout, 0);
	return start->config ? 0 : start_usage(stderr, 2);
}

int
start_reading(const char *config_path)
{
	if (sodium_init() < 0)
		return start_failed("libsodium cannot start", "no source of randomness");
	if (!conf_load(config_path))
		return 1;
	log_level_use(conf.log_level);
	if (!zone_set(conf.time_zone))
		return start_failed("the time zone is not known to this system", conf.time_zone);
	if (!language_load(conf.locale_dir))
		return start_failed("the translations cannot be read", conf.locale_dir);
	if (!asset_load(conf.asset_manifest))
		return start_failed("the list of web files cannot be read", conf.asset_manifest);
	if (!key_load(KEY_FIELD, conf.field_key_file) ||
	    !key_load(KEY_INDEX, conf.index_key_file) ||
	    !key_load(KEY_COOKIE, conf.cookie_key_file))
		return start_failed("a key cannot be read", "see [keys] of the configuration");
	return 0;
}
