/* relay.h - a real mail server for a test: aiosmtpd, which puts each mail into a file. */
#ifndef RELAY_H
#define RELAY_H

#include "base/work.h"

/* Around the tests of a program. */
int relay_begin(void **state);
int relay_end(void **state);

void relay_start(void);
void relay_stop(void);

const char *relay_url(void);

/* A folder for whatever else the tests write. */
const char *relay_folder(void);

/* What has arrived since this was asked last. */
struct mails {
	size_t count;
	char text[400][4096];
};
const struct mails *relay_mails(struct work *work);

#endif
