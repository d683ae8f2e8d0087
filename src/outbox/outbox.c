/* outbox.c - writing letters: a row for the inbox, and one for each message that goes out. */

#include "outbox/outbox.h"

#include <string.h>

#include "base/conf.h"
#include "base/language.h"
#include "base/seal.h"
#include "outbox/outbox_sql.h"
#include "outbox/recipient.h"

const char channel_mail[] = "mail", channel_sms[] = "sms";

const struct column recipient_columns[] = {
	COLUMN_ID(struct recipient, person_id),
	COLUMN_TEXT(struct recipient, language),
	COLUMN_FLAG(struct recipient, by_mail),
	COLUMN_FLAG(struct recipient, by_sms),
	COLUMN_END,
};

static const struct id nobody = { 0 };
static const struct bytes nothing = { NULL, 0 };

static void
deliver_to(struct work *work, struct id letter, const struct recipient *recipient)
{
	if (recipient->by_mail)
		sql_delivery_insert(work, id_new(), letter, recipient->person_id, channel_mail,
				    nothing, nothing, recipient->language);
	if (recipient->by_sms)
		sql_delivery_insert(work, id_new(), letter, recipient->person_id, channel_sms,
				    nothing, nothing, recipient->language);
}

static const struct letter_kind *
known_kind(const char *letter)
{
	const struct letter_kind *kind = letter_kind_of(letter);

	if (!kind)
		fault("no feature writes the letter %s", letter);
	return kind;
}

void
outbox_write(struct work *work, struct id person, const char *letter, struct id subject,
	     const char *arguments)
{
	const struct letter_kind *kind = known_kind(letter);
	struct id id = id_new();
	const struct recipient *recipients;
	size_t count;

	sql_letter_insert(work, id, kind->inbox ? person : nobody, letter, subject,
			  arguments ? arguments : "{}");
	if (!kind->by_mail)
		return;
	recipients = sql_recipients(work, person, &count);
	for (size_t i = 0; i < count; i++)
		deliver_to(work, id, &recipients[i]);
}

void
outbox_write_to(struct work *work, const char *kind, const char *address, const char *letter,
		const char *secret)
{
	const char *channel = strcmp(kind, "phone") == 0 ? channel_sms : channel_mail;
	struct id id = id_new(), delivery = id_new();

	known_kind(letter);
	sql_letter_insert(work, id, nobody, letter, nobody, "{}");
	sql_delivery_insert(work, delivery, id, nobody, channel,
			    seal(work, SEAL_DELIVERY_ADDRESS, delivery, address),
			    secret ? seal(work, SEAL_DELIVERY_SECRET, delivery, secret) : nothing,
			    language_tag());
}

const char *
outbox_address(struct work *work)
{
	const char *bracket = strchr(conf.mail_from, '<');

	if (!bracket)
		return conf.mail_from;
	return arena_copy(work->arena, bracket + 1, strcspn(bracket + 1, ">"));
}
