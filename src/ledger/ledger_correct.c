/* ledger_correct.c - what was wrong is put right by another entry, and never by changing one. */

#include "audit/audit.h"
#include "base/text.h"
#include "ledger/ledger_part.h"
#include "ledger/ledger_reader_sql.h"
#include "ledger/ledger_sql.h"
#include "outbox/outbox.h"

const struct setting ledger_adjust_most = { "ledger.adjust_minutes", 6000, 15, 600000 };

static const struct word *const correcting[] = { &ledger_adjusted, &ledger_spent, NULL };

const struct field correction_fields[] = {
	FIELD_WORD(struct correction, kind, correcting, .required = true, .label = N_("What for")),
	FIELD_ID(struct correction, centre_id, .as = "centre", .required = true),
	FIELD_INT(struct correction, minutes, .required = true, .min = -600000, .max = 600000,
		  .label = N_("Minutes")),
	FIELD_TEXT(struct correction, reason, .required = true, .max = 200, .label = N_("Reason")),
	FIELD_END,
};

REFUSAL(own_hours, REFUSED_FORBIDDEN, NULL,
	N_("Nobody changes their own hours: ask another coordinator to do it."));
REFUSAL(hours_spent, REFUSED_CONFLICT, "minutes",
	N_("These hours have been spent already, and nobody can owe hours. Take off what is left, "
	   "or correct what was spent first."));
REFUSAL(too_few_hours, REFUSED_CONFLICT, "minutes",
	N_("There are not so many hours left to spend."));
REFUSAL(adjusted_by_nothing, REFUSED_BY_RULE, "minutes",
	N_("Write how many minutes: to take some off, put a minus before them."));
REFUSAL(adjusted_too_much, REFUSED_BY_RULE, "minutes",
	N_("This is more than one correction may be. Look at the number again."));
REFUSAL(nothing_to_void, REFUSED_BY_RULE, NULL,
	N_("Only hours that were earned can be voided. Correct anything else by another entry."));
REFUSAL(voided_already, REFUSED_CONFLICT, NULL, N_("These hours were voided already."));

static const struct refusal *
may_correct(struct work *work, const struct correction *correction)
{
	struct volunteer volunteer;

	if (!work_may(work, MAY_RUN_SHIFTS, correction->centre_id))
		return refuse_about(work, &refused_missing, "centre");
	if (id_same(correction->person_id, work->person))
		return &own_hours;
	return ledger_volunteer(work, correction->person_id, &volunteer);
}

static const struct refusal *
check_size(struct work *work, const struct correction *correction)
{
	int64_t most = setting_at(work, correction->centre_id, &ledger_adjust_most);

	if (correction->minutes == 0 ||
	    (correction->kind == &ledger_spent && correction->minutes < 0))
		return &adjusted_by_nothing;
	return correction->minutes > most || correction->minutes < -most ? &adjusted_too_much
									 : NULL;
}

/* The sum is read behind the end of the chain to which the entry is to be appended: whoever adds
 * meanwhile takes the number, and this runs again. */
static const struct refusal *
append(struct work *work, struct ledger_entry *entry, const struct refusal *too_little)
{
	struct ledger_end end = ledger_end(work, entry->person_id);
	struct ledger_totals totals = { 0 };

	if (!sql_ledger_totals(work, entry->person_id, 0, &totals))
		fault("a sum has no row");
	if (entry->minutes < 0 && totals.minutes + entry->minutes < 0)
		return too_little;
	entry->actor = work->actor;
	entry->made_at = work->now;
	ledger_append(work, &end, entry);
	return NULL;
}

static void
tell(struct work *work, const struct ledger_entry *entry, const char *what)
{
	const char *told = ledger_told(work, entry);

	audit_note_at(work, what, entry->id, entry->person_id, entry->centre_id, told);
	outbox_write(work, entry->person_id, what, entry->id, told);
}

const struct refusal *
ledger_correct(struct work *work, const struct correction *correction)
{
	bool spent = correction->kind == &ledger_spent;
	const struct refusal *refusal = may_correct(work, correction);
	struct ledger_entry entry = {
		.person_id = correction->person_id,
		.kind = correction->kind->word,
		.minutes = spent ? -correction->minutes : correction->minutes,
		.centre_id = correction->centre_id,
		.reason = correction->reason,
	};

	if (!refusal)
		refusal = check_size(work, correction);
	if (!refusal)
		refusal = append(work, &entry, spent ? &too_few_hours : &hours_spent);
	if (!refusal)
		tell(work, &entry, spent ? "hours_spent" : "hours_adjusted");
	return refusal;
}

static const struct refusal *
may_void(struct work *work, const struct ledger_line *line)
{
	if (id_same(line->person_id, work->person))
		return &own_hours;
	if (line->kind != &ledger_earned)
		return &nothing_to_void;
	return line->voided ? &voided_already : NULL;
}

static int64_t
quarter_or_none(time_t moment)
{
	return moment / (60L * 15);
}

const struct refusal *
ledger_void(struct work *work, const struct ledger_line *line, const char *reason)
{
	const struct refusal *refusal = may_void(work, line);
	struct ledger_entry entry = {
		.person_id = line->person_id,
		.kind = ledger_voided.word,
		.minutes = -line->minutes,
		.shift_id = line->shift_id,
		.centre_id = line->centre_id,
		.start_quarter = quarter_or_none(line->start),
		.end_quarter = quarter_or_none(line->end),
		.voided_seq = line->seq,
		.reason = reason,
	};

	if (!refusal)
		refusal = append(work, &entry, &hours_spent);
	if (refusal)
		return refusal;
	sql_ledger_release(work, line->person_id, line->seq);
	tell(work, &entry, "hours_voided");
	return NULL;
}
