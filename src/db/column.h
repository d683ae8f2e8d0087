/* column.h - how a column of the database fits a struct, and what JSON calls it. */
#ifndef COLUMN_H
#define COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/bytes.h"
#include "base/id.h"
#include "base/word.h"

enum column_type {
	COLUMN_TYPE_NONE,
	COLUMN_TYPE_INT,
	COLUMN_TYPE_TEXT,
	COLUMN_TYPE_ID,        /* text in JSON; NULL names nothing */
	COLUMN_TYPE_QUARTER,   /* RFC 3339 in JSON */
	COLUMN_TYPE_TIME,      /* seconds in the database, RFC 3339 in JSON */
	COLUMN_TYPE_DAY,       /* days in the database (NULL: DAY_NONE), YYYY-MM-DD in JSON */
	COLUMN_TYPE_WORD,      /* its word in both */
	COLUMN_TYPE_FLAG,      /* 0 or 1 in the database, a bool in the struct */
	COLUMN_TYPE_REAL,      /* a double: degrees */
	COLUMN_TYPE_BYTES,     /* never in JSON */
	COLUMN_TYPE_REFERENCE, /* text in the database; with its dash in JSON */
};

struct column {
	const char *member; /* and the column's name */
	enum column_type type;
	size_t offset;
	const char *as; /* its name in JSON, where that is not the member's */
	const struct word *const *words;
	bool list;   /* of a text: several, separated by commas; an array in JSON */
	bool hidden; /* not in JSON */
	bool given;  /* of a number: 0 was not given, and is null in JSON */
	bool made;   /* set by C, not read from the database: only in JSON */
};

/* The member must have exactly the C type of the column: checked by the compiler. */
#define COLUMN(s, m, ctype, kind, ...)                                                             \
	{                                                                                          \
		.member = #m, .type = (kind),                                                      \
		.offset = _Generic(((s *)0)->m, ctype                                              \
				   : offsetof(s, m)),                                              \
		__VA_ARGS__                                                                        \
	}
#define COLUMN_INT(s, m, ...) COLUMN(s, m, int64_t, COLUMN_TYPE_INT, __VA_ARGS__)
#define COLUMN_TEXT(s, m, ...) COLUMN(s, m, const char *, COLUMN_TYPE_TEXT, __VA_ARGS__)
#define COLUMN_REFERENCE(s, m, ...) COLUMN(s, m, const char *, COLUMN_TYPE_REFERENCE, __VA_ARGS__)
#define COLUMN_ID(s, m, ...) COLUMN(s, m, struct id, COLUMN_TYPE_ID, __VA_ARGS__)
#define COLUMN_QUARTER(s, m, ...) COLUMN(s, m, int64_t, COLUMN_TYPE_QUARTER, __VA_ARGS__)
#define COLUMN_TIME(s, m, ...) COLUMN(s, m, time_t, COLUMN_TYPE_TIME, __VA_ARGS__)
#define COLUMN_DAY(s, m, ...) COLUMN(s, m, int64_t, COLUMN_TYPE_DAY, __VA_ARGS__)
#define COLUMN_FLAG(s, m, ...) COLUMN(s, m, bool, COLUMN_TYPE_FLAG, __VA_ARGS__)
#define COLUMN_REAL(s, m, ...) COLUMN(s, m, double, COLUMN_TYPE_REAL, __VA_ARGS__)
#define COLUMN_BYTES(s, m, ...) COLUMN(s, m, struct bytes, COLUMN_TYPE_BYTES, __VA_ARGS__)
#define COLUMN_WORD(s, m, set, ...)                                                                \
	COLUMN(s, m, const struct word *, COLUMN_TYPE_WORD, .words = (set), __VA_ARGS__)
#define COLUMN_END                                                                                 \
	{                                                                                          \
		.member = NULL                                                                     \
	}

#endif
