/* place.h - follows HTML, and knows how an expression must be written where it stands.
 *
 * It understands less than a browser, and refuses the rest: no unquoted value, no
 * comment, no script or style within the page, and no expression but in text and
 * in the attributes that it knows. */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>

enum where { IN_TEXT, IN_TAG, IN_NAME, IN_EQUALS, IN_VALUE, IN_RAW };

struct place {
	enum where where;
	char tag[32];    /* the last that was opened or closed */
	char name[32];   /* of the attribute */
	char value[256]; /* what stands in it already, as far as it is literal */
	bool written;    /* an expression stands in the value already */
	char quote;      /* that will end the value */
	const char *end; /* of a script or style: what must still follow */
};

/* Ends the program with the file and the line. */
_Noreturn void fail(const char *why, const char *what);

/* Follows one character. */
void place_follow(struct place *place, char c);

/* The macro of http/html.h that writes an expression here. */
const char *place_writer(struct place *place);

/* Refuses a directive where it could hide what the page becomes. */
void place_directive(const struct place *place);

/* Refuses another template anywhere but in text, where each begins. */
void place_call(const struct place *place);

/* Whether the blanks of the page mean nothing here. */
bool place_folds(const struct place *place);

bool place_same(const struct place *a, const struct place *b);

#endif
