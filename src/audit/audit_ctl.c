/* audit_ctl.c - quarterctl audit verify. */

#include "audit/audit_ctl.h"

#include <stdio.h>

#include "audit/verify.h"
#include "base/language.h"

static void
print_json(const struct audit_report *report)
{
	printf("{\"intact\":%s,\"entries\":%ld,\"streams\":%ld", report->wrong ? "false" : "true",
	       report->entries, report->streams);
	if (report->wrong)
		printf(",\"stream\":\"%s\",\"seq\":%ld,\"wrong\":\"%s\"",
		       id_text(report->stream).chars, report->seq, report->wrong);
	printf("}\n");
}

static void
print_words(const struct audit_report *report)
{
	if (report->wrong)
		printf(_("Stream %s, entry %ld %s.\n"), id_text(report->stream).chars, report->seq,
		       _(report->wrong));
	else
		printf(_("%ld entries in %ld streams, each as it was written.\n"), report->entries,
		       report->streams);
}

static int
verify(struct work *work, const struct ctl *ctl)
{
	struct audit_report report;
	bool intact = audit_verify(work, &report);

	if (ctl->json)
		print_json(&report);
	else if (!ctl->quiet || !intact)
		print_words(&report);
	return intact ? 0 : 1;
}

const struct ctl_command audit_commands[] = {
	{
		.name = "audit verify",
		.run = verify,
		.arguments = "",
		.about = N_(
			"Checks every entry of the audit log and names the first that is wrong."),
	},
	CTL_END,
};
