/* certificate_find.c - reading certificates, and whether they hold. */

#include <jansson.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "certificate/certificate_part.h"
#include "certificate/certificate_reader_sql.h"

WORD(certificate_valid, "valid", N_("Valid"));
WORD(certificate_superseded, "superseded", N_("Superseded"));
WORD(certificate_void_word, "void", N_("Void"));

static const struct word *const statuses[] = {
	&certificate_valid,
	&certificate_superseded,
	&certificate_void_word,
	NULL,
};

const struct column certificate_columns[] = {
	COLUMN_ID(struct certificate, id, .as = "code"),
	COLUMN_REFERENCE(struct certificate, reference, .as = "number"),
	COLUMN_ID(struct certificate, person_id, .hidden = true),
	COLUMN_TEXT(struct certificate, person_name, .hidden = true),
	COLUMN_TEXT(struct certificate, name, .made = true),
	COLUMN_INT(struct certificate, minutes),
	COLUMN_INT(struct certificate, shifts),
	COLUMN_INT(struct certificate, stars),
	COLUMN_DAY(struct certificate, first_day, .as = "from"),
	COLUMN_DAY(struct certificate, last_day, .as = "to"),
	COLUMN_INT(struct certificate, entry_seq, .as = "entry"),
	COLUMN_TIME(struct certificate, issued_at, .as = "issued"),
	COLUMN_FLAG(struct certificate, valid, .made = true),
	COLUMN_WORD(struct certificate, status, statuses, .made = true),
	COLUMN_TIME(struct certificate, superseded_at),
	COLUMN_TIME(struct certificate, voided_at),
	COLUMN_TEXT(struct certificate, void_reason, .hidden = true),
	COLUMN_BYTES(struct certificate, public_key),
	COLUMN_BYTES(struct certificate, signature),
	COLUMN_FLAG(struct certificate, has_paper, .hidden = true),
	COLUMN_TEXT(struct certificate, url, .made = true),
	COLUMN_TEXT(struct certificate, signed_text, .made = true),
	COLUMN_TEXT(struct certificate, signature_text, .as = "signature", .made = true),
	COLUMN_TEXT(struct certificate, key_text, .as = "public_key", .made = true),
	COLUMN_END,
};

const struct column served_days_columns[] = {
	COLUMN_INT(struct served_days, first_quarter),
	COLUMN_INT(struct served_days, last_quarter),
	COLUMN_END,
};

const struct column guesses_columns[] = {
	COLUMN_INT(struct guesses, count),
	COLUMN_TIME(struct guesses, oldest),
	COLUMN_END,
};

const struct column paper_columns[] = {
	COLUMN_BYTES(struct paper, pdf),
	COLUMN_END,
};

const struct column certificate_key_columns[] = {
	COLUMN_BYTES(struct certificate_key, public_key),
	COLUMN_TIME(struct certificate_key, since),
	COLUMN_END,
};

static const struct word *
status_of(const struct certificate *certificate)
{
	if (certificate->voided_at)
		return &certificate_void_word;
	return certificate->superseded_at ? &certificate_superseded : &certificate_valid;
}

void
certificate_complete(struct work *work, struct certificate *certificate)
{
	const char *path = text(work, "/certificates/%s", id_text(certificate->id).chars);

	certificate->name = certificate_name(work, certificate->person_name);
	certificate->status = status_of(certificate);
	certificate->valid = certificate->status == &certificate_valid;
	certificate->url = whole_url(work, path);
	certificate->signed_text = certificate_signed_text(work, certificate);
	if (!certificate->signature.data)
		return;
	certificate->signature_text = hex_of(work, certificate->signature);
	certificate->key_text = hex_of(work, certificate->public_key);
}

const struct refusal *
certificate_find(struct work *work, struct id code, struct certificate *certificate)
{
	if (!id_given(code) || !sql_certificate_find(work, code, certificate))
		return &refused_missing;
	certificate_complete(work, certificate);
	return NULL;
}

struct certificate *
certificate_list(struct work *work, const struct cursor *cursor, size_t *count)
{
	struct certificate *certificates =
		cursor->backward ? sql_certificates_before(work, work->person, cursor, count)
				 : sql_certificates_from(work, work->person, cursor, count);

	for (size_t i = 0; i < *count; i++)
		certificate_complete(work, &certificates[i]);
	return certificates;
}

struct bytes
certificate_paper(struct work *work, struct id code)
{
	struct paper paper = { .pdf = { NULL, 0 } };

	return sql_certificate_paper(work, code, &paper) ? paper.pdf : (struct bytes){ NULL, 0 };
}

struct certificate_key *
certificate_keys(struct work *work, size_t *count)
{
	return sql_certificate_keys(work, count);
}
