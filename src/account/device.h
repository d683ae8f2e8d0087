/* device.h - with what somebody signed in, in words: enough to know it again, and no more. */
#ifndef DEVICE_H
#define DEVICE_H

#include "base/word.h"

struct device {
	const struct word *kind;
	const char *browser; /* its own name, or "" */
};

extern const struct word *const device_kinds[];

/* By what a browser says of itself, which may be anything, or NULL. */
struct device device_of(const char *user_agent);

#endif
