/* notice.h - the inbox: the letters to a person and to those for whom the person acts. */
#ifndef NOTICE_H
#define NOTICE_H

#include <stddef.h>

#include "base/cursor.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/work.h"
#include "outbox/outbox.h"

/* A page of them, the newest first. */
struct letter *notice_list(struct work *work, const struct cursor *cursor, size_t *count);

/* Marks one as read; others' letters are missing. */
MUST_USE const struct refusal *notice_read(struct work *work, struct id letter);
void notice_read_all(struct work *work);

#endif
