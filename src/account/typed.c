/* typed.c - reads the words and options of a command, and says what came of it. */

#include "account/typed.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "account/password.h"
#include "base/language.h"
#include "base/text.h"

REFUSAL(password_needed, REFUSED_BY_RULE, "password",
	N_("Give the password as one line on standard input."));

static const struct option options[] = {
	{ "name", required_argument, NULL, 'n' },     { "reason", required_argument, NULL, 'r' },
	{ "language", required_argument, NULL, 'l' }, { "days", required_argument, NULL, 'd' },
	{ "password-stdin", no_argument, NULL, 'p' }, { NULL, 0, NULL, 0 },
};

static bool
take_option(int option, struct typed *typed)
{
	char *end;

	switch (option) {
	case 'n':
		typed->name = optarg;
		return true;
	case 'r':
		typed->reason = optarg;
		return true;
	case 'l':
		typed->language = optarg;
		return language_known(optarg);
	case 'd':
		typed->days = strtoll(optarg, &end, 10);
		return *end == '\0' && typed->days > 0 && typed->days <= 36500;
	case 'p':
		typed->password = true;
		return true;
	default:
		return false;
	}
}

bool
typed_read(const struct ctl *ctl, int words, struct typed *typed)
{
	int option;

	*typed = (struct typed){ .language = "zh-CN" };
	optind = 0; /* glibc: begin anew */
	while ((option = getopt_long(ctl->argc, ctl->argv, "", options, NULL)) != -1) {
		if (!take_option(option, typed)) {
			fprintf(stderr, "quarterctl: an option is not right; see --help\n");
			return false;
		}
	}
	for (int i = 0; i < words && optind + i < ctl->argc; i++)
		typed->words[i] = ctl->argv[optind + i];
	if (ctl->argc - optind == words)
		return true;
	fprintf(stderr, "quarterctl: this takes %d word%s; see --help\n", words,
		words == 1 ? "" : "s");
	return false;
}

const struct refusal *
password_read(struct work *work, const char *name, const char *login, const char **hash)
{
	static char line[PASSWORD_MAX + 2]; /* still there when the work is run again */
	const char *const own[] = { name, login, NULL };
	const char *password;
	const struct refusal *refusal;

	if (!*line && !fgets(line, sizeof(line), stdin))
		return &password_needed;
	password = arena_copy(work->arena, line, strcspn(line, "\r\n"));
	if (!text_is_clean(password, strlen(password), false))
		return &password_needed;
	refusal = password_judge(work, password, own);
	return refusal ? refusal : password_hash(work, password, hash);
}

/* ---- what is said ---- */

void
say_json(json_t *value)
{
	json_dumpf(value, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(value);
}

int
say_value(const struct ctl *ctl, const char *name, const char *value)
{
	if (ctl->json)
		say_json(json_pack("{s:s}", name, value));
	else if (!ctl->quiet)
		printf("%s\n", value);
	return 0;
}

int
say_done(const struct ctl *ctl, const struct refusal *refusal, const char *what)
{
	if (refusal)
		return ctl_refused(refusal);
	return say_value(ctl, "done", what);
}

void
say_line(const char *name, const json_t *value)
{
	char line[200];
	size_t size = json_dumpb(value, line, sizeof(line), JSON_COMPACT | JSON_ENCODE_ANY);

	if (json_is_string(value))
		printf("%-10s%s\n", name, json_string_value(value));
	else
		printf("%-10s%.*s\n", name, (int)(size < sizeof(line) ? size : sizeof(line)), line);
}
