/* certificate.c - giving certificates, and declaring one void. */

#include "certificate/certificate.h"

#include "audit/audit.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "certificate/certificate_part.h"
#include "certificate/certificate_reader_sql.h"
#include "certificate/certificate_sql.h"
#include "db/unit.h"
#include "ledger/ledger.h"
#include "outbox/due.h"

#define WINDOW_SECONDS 60

const char certificate_sign[] = "certificate_sign";
const char certificate_print[] = "certificate_print";

const struct setting certificate_guesses = { "certificate.guesses_a_minute", 10, 1, 1000 };

REFUSAL(no_hours_yet, REFUSED_BY_RULE, NULL,
	N_("There are no hours to certify yet. When a shift of yours is confirmed, come back."));
REFUSAL(certificate_void_already, REFUSED_CONFLICT, NULL, N_("This certificate is void already."));
REFUSAL(too_many_guesses, REFUSED_TOO_OFTEN, NULL,
	N_("Too many codes that do not exist. Wait a minute, and read the code again from the "
	   "paper."));

/* ---- giving ---- */

static int64_t
day_or_none(int64_t quarter, int64_t besides)
{
	return quarter == 0 ? DAY_NONE : day_of(quarter_time(quarter) - besides);
}

static struct certificate
certify(struct work *work, const struct ledger_sums *sums)
{
	struct served_days days = { 0 };

	if (!sql_served_days(work, work->person, &days))
		fault("a first and a last day have no row");
	return (struct certificate){
		.id = id_new(),
		.reference = reference_new(work),
		.person_id = work->person,
		.minutes = sums->served,
		.shifts = sums->shifts,
		.stars = sums->stars,
		.first_day = day_or_none(days.first_quarter, 0),
		.last_day = day_or_none(days.last_quarter, 1),
		.entry_seq = sums->last_seq,
	};
}

const struct refusal *
certificate_make(struct work *work, struct certificate *certificate)
{
	struct ledger_sums sums = ledger_sums(work, work->person);

	if (sums.served <= 0)
		return &no_hours_yet;
	if (sql_certificate_of_entry(work, work->person, sums.last_seq, certificate)) {
		certificate_complete(work, certificate);
		return NULL;
	}
	*certificate = certify(work, &sums);
	if (!sql_certificate_insert(work, certificate))
		fault_as(FAULT_AGAIN, "the same sum was certified at the same moment");
	due_at(work, certificate_sign, certificate->id, work->now + 1);
	audit_note(work, "certificate_given", certificate->id, certificate->person_id,
		   text(work, "{\"minutes\":%ld,\"entry\":%ld}", certificate->minutes,
			certificate->entry_seq));
	return certificate_find(work, certificate->id, certificate);
}

/* ---- guessing ---- */

static const struct refusal *
wait_until(struct work *work, time_t moment)
{
	struct refusal *refusal = arena_one(work->arena, struct refusal);

	*refusal = too_many_guesses;
	refusal->retry_after = (int)(moment - work->now) + 1;
	return refusal;
}

static void
note_guess(struct work *work, void *with)
{
	const struct id *code = with;

	sql_guess_note(work, work->actor, *code);
}

/* Who has missed too often is told nothing, so that right and wrong codes are answered alike. */
const struct refusal *
certificate_look_up(struct work *work, struct id code, struct certificate *certificate)
{
	struct guesses guesses = { 0 };
	const struct refusal *refusal;

	if (id_given(work->actor) &&
	    sql_guesses_since(work, work->actor, work->now - WINDOW_SECONDS, &guesses) &&
	    guesses.count >= setting_of_network(work, &certificate_guesses))
		return wait_until(work, guesses.oldest + WINDOW_SECONDS);
	refusal = certificate_find(work, code, certificate);
	if (refusal && id_given(work->actor))
		unit_apart(work, note_guess, &code);
	return refusal;
}

/* ---- declaring void ---- */

bool
certificate_is_open(struct work *work, const struct certificate *certificate)
{
	struct volunteer volunteer;

	return id_same(certificate->person_id, work->person) ||
	       (work_may_somewhere(work, MAY_RUN_SHIFTS) &&
		!ledger_volunteer(work, certificate->person_id, &volunteer));
}

bool
certificate_can_void(struct work *work, const struct certificate *certificate)
{
	return !id_same(certificate->person_id, work->person) && !certificate->voided_at &&
	       certificate_is_open(work, certificate);
}

const struct refusal *
certificate_void(struct work *work, struct certificate *certificate, const char *reason)
{
	if (id_same(certificate->person_id, work->person))
		return &own_hours;
	if (!certificate_is_open(work, certificate))
		return &refused_missing;
	if (!sql_certificate_void(work, certificate->id, reason, work->actor))
		return &certificate_void_already;
	audit_note(work, "certificate_voided", certificate->id, certificate->person_id, NULL);
	return certificate_find(work, certificate->id, certificate);
}
