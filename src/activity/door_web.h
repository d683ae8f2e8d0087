/* door_web.h - what the page of the door shows. */
#ifndef DOOR_WEB_H
#define DOOR_WEB_H

#include "activity/door.h"
#include "http/request.h"

struct door_page {
	struct activity activity;
	const struct entrance *entrance; /* who was let in just now, or NULL */
	const struct refusal *refusal;   /* why somebody was not, or NULL */
	const struct guest *guests;
	size_t count;
	struct door_count counted;
};

/* The answer in a word or two, to be read from afar. */
const char *door_word(const struct refusal *refusal);

#endif
