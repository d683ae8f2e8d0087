/* audit_ctl.c - quarterctl audit verify. */

#include "audit/audit_ctl.h"

#include <stdio.h>

#include "audit/verify.h"
#include "base/language.h"

static bool (*hours_verify)(struct work *work, struct audit_report *report);

void
audit_verify_hours(bool (*verify)(struct work *work, struct audit_report *report))
{
	hours_verify = verify;
}

/* Both logs; the second is looked at too where the first is wrong. */
struct reports {
	struct audit_report log, hours;
};

static void
print_wrong_json(const char *whose, const struct audit_report *report)
{
	if (report->wrong)
		printf(",\"%s\":\"%s\",\"seq\":%ld,\"wrong\":\"%s\"", whose,
		       id_text(report->stream).chars, report->seq, report->wrong);
}

static void
print_json(const struct reports *reports)
{
	bool intact = !reports->log.wrong && !reports->hours.wrong;

	printf("{\"intact\":%s,\"entries\":%ld,\"streams\":%ld", intact ? "true" : "false",
	       reports->log.entries, reports->log.streams);
	printf(",\"ledger_entries\":%ld,\"ledgers\":%ld", reports->hours.entries,
	       reports->hours.streams);
	if (reports->log.wrong)
		print_wrong_json("stream", &reports->log);
	else
		print_wrong_json("ledger_of", &reports->hours);
	printf("}\n");
}

static void
print_words(const struct reports *reports)
{
	const struct audit_report *log = &reports->log, *hours = &reports->hours;

	if (log->wrong)
		printf(_("Stream %s, entry %ld %s.\n"), id_text(log->stream).chars, log->seq,
		       _(log->wrong));
	else
		printf(_("%ld entries in %ld streams, each as it was written.\n"), log->entries,
		       log->streams);
	if (hours->wrong)
		printf(_("Hours of person %s, entry %ld %s.\n"), id_text(hours->stream).chars,
		       hours->seq, _(hours->wrong));
	else
		printf(_("%ld entries of hours in %ld ledgers, each as it was written.\n"),
		       hours->entries, hours->streams);
}

static int
verify(struct work *work, const struct ctl *ctl)
{
	struct reports reports = { 0 };
	bool intact = audit_verify(work, &reports.log);

	if (hours_verify)
		intact &= hours_verify(work, &reports.hours);
	if (ctl->json)
		print_json(&reports);
	else if (!ctl->quiet || !intact)
		print_words(&reports);
	return intact ? 0 : 1;
}

const struct ctl_command audit_commands[] = {
	{
		.name = "audit verify",
		.run = verify,
		.arguments = "",
		.about = N_("Checks every entry of the audit log and of the ledgers of hours, and "
			    "names the first "
			    "that is wrong."),
	},
	CTL_END,
};
