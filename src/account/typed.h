/* typed.h - what was typed after a command of quarterctl, and how it answers. */
#ifndef TYPED_H
#define TYPED_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/ctl.h"
#include "base/refusal.h"
#include "base/work.h"

#define WORDS_MOST 3

struct typed {
	const char *words[WORDS_MOST];
	const char *name, *reason;
	const char *language; /* zh-CN unless said */
	int64_t days;         /* 0: not said */
	bool password;        /* one is on standard input */
};

/* Exactly so many words, and options that are right; else says what is wrong. */
bool typed_read(const struct ctl *ctl, int words, struct typed *typed);

extern const struct refusal password_needed;

/* Hashes a password, which is a line of standard input, if this person may have it. */
MUST_USE const struct refusal *password_read(struct work *work, const char *name, const char *login,
					     const char **hash);

/* A value of JSON, which is let go. */
void say_json(json_t *value);

/* One value, alone or named. */
int say_value(const struct ctl *ctl, const char *name, const char *value);

/* The refusal, or in a word what was done. */
int say_done(const struct ctl *ctl, const struct refusal *refusal, const char *what);

/* A name and its value, on a line. */
void say_line(const char *name, const json_t *value);

#endif
