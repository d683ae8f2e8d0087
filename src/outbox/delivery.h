/* delivery.h - a message on its way out. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/id.h"
#include "base/work.h"
#include "db/column.h"
#include "outbox/job.h"
#include "outbox/outbox.h"

/* By what a sender says that the row is still the one that it took. */
struct delivery_mark {
	struct id id;
	struct id owner;
	int64_t epoch;
};
extern const struct column delivery_mark_columns[];

struct delivery {
	struct id id;
	struct id letter_id;
	struct id person_id; /* names nothing where it goes to an address */
	const char *person_name;
	const char *channel;
	const char *language;
	int64_t tries;
	struct bytes address, own_address, secret; /* sealed */
};
extern const struct column delivery_columns[];

/* A message as it leaves. */
struct message {
	const char *name; /* of its file, where it is one: by time, and unlike any other */
	const char *to;
	const char *content;
	size_t size;
};

/* A letter as mail: headers and parts, the same bytes each time. */
struct message mail_compose(struct work *work, const struct delivery *delivery, const char *to,
			    const struct letter *letter, const struct letter_words *words);

/* NULL once it is out; else why it is not, for the log: no addresses in it. */
const char *mail_deliver(struct work *work, const struct message *message);
const char *sms_deliver(struct work *work, const struct message *message);

/* Sends the next message that is ready: the job "outbox.send". */
enum errand send_next(struct work *work);

#endif
