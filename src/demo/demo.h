/* demo.h - the demonstration: a real city's tree, made-up centres, rooms and people.
 *
 * The network and its sign-ins are loaded once; a second time changes nothing of them.  Made-up
 * residents are added each time, as many as are asked for, and each is the same wherever the seed
 * is the same.  What is a secret, a token, is random all the same. */
#ifndef DEMO_H
#define DEMO_H

#include <stdint.h>
#include <stdio.h>

#include "base/refusal.h"
#include "base/work.h"

#define DEMO_ROOT "410100" /* the code of the city, which is the root of the network */
#define DEMO_PASSWORD "quarter-demo-2026"

struct demo_options {
	const char *folder; /* where the .csv files are */
	int64_t residents;  /* to add */
	int64_t days;       /* of their history */
	int64_t seed;
	FILE *tokens; /* a bearer token of each, a line; or NULL */
	void (*progress)(void *with, int64_t done, int64_t of); /* or NULL */
	void *with;
};

/* Runs units of work of its own; false, with the reason in the log, if one failed. */
bool demo_load(struct work *work, const struct demo_options *options);

/* The network and the sign-ins within a unit of work, without the residents that make the days
 * look alive: for tests. */
MUST_USE const struct refusal *demo_load_ground(struct work *work, const char *folder);

#endif
