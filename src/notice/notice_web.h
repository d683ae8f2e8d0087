/* notice_web.h - what the page of the inbox shows. */
#ifndef NOTICE_WEB_H
#define NOTICE_WEB_H

#include <stdbool.h>
#include <stddef.h>

#include "outbox/outbox.h"

/* A letter in the reader's words. */
struct inbox_line {
	const struct letter *letter;
	struct letter_words words;
	bool others; /* for one for whom the reader acts */
};

struct inbox {
	const struct inbox_line *lines;
	size_t count;
	bool unread; /* one of them, at least */
};

#endif
