/* ledger.c - entering what was earned. */

#include "ledger/ledger.h"

#include "audit/audit.h"
#include "base/quarter.h"
#include "base/text.h"
#include "ledger/ledger_part.h"
#include "ledger/ledger_sql.h"

REFUSAL(hours_overlap, REFUSED_CONFLICT, NULL,
	N_("Hours for a part of this time are in the ledger already. Look at the shifts before and "
	   "after it."));

static struct ledger_entry
entry_of(const struct earning *earning)
{
	return (struct ledger_entry){
		.person_id = earning->person_id,
		.kind = ledger_earned.word,
		.minutes = earning->minutes,
		.shift_id = earning->shift_id,
		.centre_id = earning->centre_id,
		.start_quarter = earning->start_quarter,
		.end_quarter = earning->end_quarter,
	};
}

/* The claim comes first, so that who loses has written nothing. */
static const struct refusal *
earn(struct work *work, struct ledger_end *end, const struct earning *earning, time_t made_at)
{
	struct ledger_entry entry = entry_of(earning);

	entry.actor = work->actor;
	entry.made_at = made_at;
	if (!sql_ledger_claim(work, &entry, end->seq + 1))
		return &hours_overlap;
	ledger_append(work, end, &entry);
	return NULL;
}

const struct refusal *
ledger_earn(struct work *work, const struct earning *earning)
{
	struct ledger_end end = ledger_end(work, earning->person_id);
	const struct refusal *refusal = earn(work, &end, earning, work->now);

	if (!refusal)
		audit_note_at(
			work, "hours_earned", earning->shift_id, earning->person_id,
			earning->centre_id,
			text(work, "{\"minutes\":%ld,\"seq\":%ld}", earning->minutes, end.seq));
	return refusal;
}

const struct refusal *
ledger_load(struct work *work, const struct earning *earnings, size_t count)
{
	struct ledger_end end = { 0 };
	const struct refusal *refusal = NULL;

	if (count > 0)
		end = ledger_end(work, earnings->person_id);
	for (size_t i = 0; i < count && !refusal; i++)
		refusal = earn(work, &end, &earnings[i], quarter_time(earnings[i].end_quarter));
	return refusal;
}

void
ledger_load_correction(struct work *work, const struct correction *correction, time_t made_at)
{
	struct ledger_end end = ledger_end(work, correction->person_id);
	struct ledger_entry entry = {
		.person_id = correction->person_id,
		.kind = correction->kind->word,
		.minutes = correction->minutes,
		.centre_id = correction->centre_id,
		.reason = correction->reason,
		.made_at = made_at,
	};

	ledger_append(work, &end, &entry);
}
