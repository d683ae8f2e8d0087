/* outbox_ctl.c - quarterctl outbox list, and jobs run. */

#include "outbox/outbox_ctl.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/language.h"
#include "base/quarter.h"
#include "base/text.h"
#include "outbox/jobs.h"
#include "outbox/outbox_reader_sql.h"

#define ROWS_MOST 1000

const struct column sent_letter_columns[] = {
	COLUMN_ID(struct sent_letter, id),
	COLUMN_TEXT(struct sent_letter, letter),
	COLUMN_TEXT(struct sent_letter, channel),
	COLUMN_TEXT(struct sent_letter, state),
	COLUMN_INT(struct sent_letter, tries),
	COLUMN_TIME(struct sent_letter, made_at),
	COLUMN_TIME(struct sent_letter, due_at),
	COLUMN_TIME(struct sent_letter, settled_at),
	COLUMN_END,
};

/* ---- outbox list ---- */

static json_t *
json_of(struct work *work, const struct sent_letter *sent)
{
	json_t *item =
		json_pack("{s:s, s:s, s:s, s:s, s:I, s:s}", "id", id_text(sent->id).chars, "letter",
			  sent->letter, "channel", sent->channel, "state", sent->state, "tries",
			  (json_int_t)sent->tries, "made_at", rfc3339(work, sent->made_at));

	if (strcmp(sent->state, "ready") == 0)
		json_object_set_new(item, "due_at", json_string(rfc3339(work, sent->due_at)));
	else
		json_object_set_new(item, "settled_at",
				    json_string(rfc3339(work, sent->settled_at)));
	return item;
}

static void
print_json(struct work *work, const struct sent_letter *sent, size_t count)
{
	json_t *items = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(items, json_of(work, &sent[i]));
	json_dumpf(items, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(items);
}

static void
print_lines(struct work *work, const struct sent_letter *sent, size_t count)
{
	for (size_t i = 0; i < count; i++)
		printf("%s  %-24s %-5s %-7s %ld  %s\n", id_text(sent[i].id).chars, sent[i].letter,
		       sent[i].channel, sent[i].state, sent[i].tries,
		       rfc3339(work, sent[i].made_at));
}

static int
list(struct work *work, const struct ctl *ctl)
{
	bool chosen = ctl->argc == 3 && strcmp(ctl->argv[1], "--state") == 0;
	const struct sent_letter *sent;
	size_t count;

	if (ctl->argc != 1 && !chosen) {
		fputs(_("quarterctl: say --state ready, sent or failed, or nothing for all.\n"),
		      stderr);
		return CTL_USAGE;
	}
	sent = sql_deliveries(work, chosen ? ctl->argv[2] : NULL, ROWS_MOST, &count);
	if (ctl->json)
		print_json(work, sent, count);
	else
		print_lines(work, sent, count);
	return 0;
}

/* ---- jobs run ---- */

/* 0, or CTL_USAGE; *at stays 0 where no time is said. */
static int
read_moment(const struct ctl *ctl, time_t *at)
{
	bool once = false;

	for (int i = 1; i < ctl->argc; i++) {
		if (strcmp(ctl->argv[i], "--once") == 0)
			once = true;
		else if (strcmp(ctl->argv[i], "--now") != 0 || i + 1 == ctl->argc ||
			 !time_parse(ctl->argv[++i], true, at))
			return CTL_USAGE;
	}
	return once ? 0 : CTL_USAGE;
}

static int
run_jobs(struct work *work, const struct ctl *ctl)
{
	const char *language = language_tag();
	time_t at = 0;
	bool done;

	if (read_moment(ctl, &at) != 0) {
		fputs(_("quarterctl: say --once, and with --now TIME as of when.\n"), stderr);
		return CTL_USAGE;
	}
	if (at && !conf.test_clock) {
		fputs(_("quarterctl: the configuration has no test_clock, so time goes its way.\n"),
		      stderr);
		return 1;
	}
	done = jobs_run_once(work->db, at);
	language_use(language); /* and no more that of who was written to last */
	if (done)
		return 0;
	fputs(_("quarterctl: not everything could be done; the log says what.\n"), stderr);
	return 1;
}

const struct ctl_command outbox_commands[] = {
	{
		.name = "outbox list",
		.run = list,
		.arguments = "[--state ready|sent|failed]",
		.about = N_("Lists the messages that went out or are to, the newest first."),
	},
	{
		.name = "jobs run",
		.run = run_jobs,
		.arguments = "--once [--now TIME]",
		.about = N_("Does everything that is due, as the jobs process would."),
		.outside = true,
	},
	CTL_END,
};
