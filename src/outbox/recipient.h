/* recipient.h - who is reached by a letter, and how. */
#ifndef RECIPIENT_H
#define RECIPIENT_H

#include <stdbool.h>

#include "base/id.h"
#include "db/column.h"

struct recipient {
	struct id person_id;
	const char *language;
	bool by_mail, by_sms;
};
extern const struct column recipient_columns[];

/* The channels, as the database names them. */
extern const char channel_mail[], channel_sms[];

#endif
