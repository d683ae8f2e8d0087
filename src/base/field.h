/* field.h - how one input of a form, of a query or of a JSON object fits a struct. */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/id.h"
#include "base/word.h"

enum field_type {
	FIELD_TYPE_NONE,
	FIELD_TYPE_INT,
	FIELD_TYPE_TEXT,
	FIELD_TYPE_ID,
	FIELD_TYPE_QUARTER, /* RFC 3339 in JSON, the city's clock in a form; on a quarter hour */
	FIELD_TYPE_DAY,     /* YYYY-MM-DD; in a struct the number of the day, or DAY_NONE */
	FIELD_TYPE_WORD,    /* one of a few */
	FIELD_TYPE_FLAG,    /* true or false; in a form "true" or absent */
	FIELD_TYPE_POINT,   /* "LAT,LON" in degrees of WGS 84 */
	FIELD_TYPE_IDS,     /* an array in JSON; in a form the name once for each */
};

struct point {
	double latitude, longitude;
	bool given;
};

struct field {
	const char *member;
	enum field_type type;
	size_t offset;
	const char *as; /* its name outside, where that is not the member's */
	bool required;
	bool lines; /* of a text: line ends are allowed */
	bool key;  /* of a text: the name of a thing of ours, in plain letters, digits, - _ and , */
	bool list; /* of a key: several, separated by commas; in JSON an array of texts, in a
		    * form given once for each */
	const char *of, *language; /* a text in several languages: in JSON the member of an object
				    * that bears this name, `title` of {"title": {"en": ...}} */
	bool secret;               /* a password: taken as it is, and never shown again */
	int64_t min, max; /* of a number, or of a text's length in characters; 0 is no limit */
	const struct word *const *words;
	const char *label; /* msgid: what a person calls it, in messages about it; may be NULL */
};

/* The member must have exactly the C type of the field: checked by the compiler. */
#define FIELD(s, m, ctype, kind, ...)                                                              \
	{                                                                                          \
		.member = #m, .type = (kind),                                                      \
		.offset = _Generic(((s *)0)->m, ctype                                              \
				   : offsetof(s, m)),                                              \
		__VA_ARGS__                                                                        \
	}
#define FIELD_INT(s, m, ...) FIELD(s, m, int64_t, FIELD_TYPE_INT, __VA_ARGS__)
#define FIELD_TEXT(s, m, ...) FIELD(s, m, const char *, FIELD_TYPE_TEXT, __VA_ARGS__)
#define FIELD_ID(s, m, ...) FIELD(s, m, struct id, FIELD_TYPE_ID, __VA_ARGS__)
#define FIELD_QUARTER(s, m, ...) FIELD(s, m, int64_t, FIELD_TYPE_QUARTER, __VA_ARGS__)
#define FIELD_DAY(s, m, ...) FIELD(s, m, int64_t, FIELD_TYPE_DAY, __VA_ARGS__)
#define FIELD_FLAG(s, m, ...) FIELD(s, m, bool, FIELD_TYPE_FLAG, __VA_ARGS__)
#define FIELD_POINT(s, m, ...) FIELD(s, m, struct point, FIELD_TYPE_POINT, __VA_ARGS__)
#define FIELD_IDS(s, m, ...) FIELD(s, m, struct ids, FIELD_TYPE_IDS, __VA_ARGS__)
#define FIELD_WORD(s, m, set, ...)                                                                 \
	FIELD(s, m, const struct word *, FIELD_TYPE_WORD, .words = (set), __VA_ARGS__)
#define FIELD_END                                                                                  \
	{                                                                                          \
		.member = NULL                                                                     \
	}

/* Whether it is given as often as there are things in it. */
static inline bool
field_is_list(const struct field *field)
{
	return field->list || field->type == FIELD_TYPE_IDS;
}

static inline const char *
field_name(const struct field *field)
{
	return field->as ? field->as : field->member;
}

#endif
