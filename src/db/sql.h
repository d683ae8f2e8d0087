/* sql.h - what the functions generated from the .sql files call. */
#ifndef SQL_H
#define SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/cursor.h"
#include "base/id.h"
#include "base/language.h"
#include "base/word.h"
#include "base/work.h"
#include "db/column.h"

struct sql_value {
	enum { SQL_NULL, SQL_NUMBER, SQL_TEXT, SQL_BYTES, SQL_REAL } type;
	int64_t number;
	double real;
	const void *data;
	size_t size;
};

/* A process holds one connection, so a statement keeps its own handle. */
struct sql_statement {
	const char *name;
	const char *text;
	size_t parameters;
	const struct column *columns; /* of the rows that come back, or NULL */
	size_t row_size;
	bool writes;
	struct prepared *handle; /* made at start, and again on reconnection */
};

/* clang-format off */
static inline struct sql_value sql_int(int64_t number) { return (struct sql_value){ .type = SQL_NUMBER, .number = number }; }
static inline struct sql_value sql_flag(bool flag) { return sql_int(flag); }
static inline struct sql_value sql_real(double real) { return (struct sql_value){ .type = SQL_REAL, .real = real }; }
/* An id that names nothing is NULL. */
struct sql_value sql_id(struct id id);
struct sql_value sql_text(const char *text);
struct sql_value sql_bytes(struct bytes bytes);
struct sql_value sql_word(const struct word *word);

/* A time_t is an int64_t: a moment is kept as its seconds. */
#define sql_value(x) _Generic((x), \
	int64_t: sql_int, bool: sql_flag, double: sql_real, struct id: sql_id, \
	const char *: sql_text, char *: sql_text, struct bytes: sql_bytes, \
	const struct word *: sql_word)(x)
/* clang-format on */

/* A claim is false if it lost to a unique key, a change if it found no such row.
 * Any other error is a fault, or has the unit of work run again (1020, 1205, 1213). */
bool db_exists(struct work *, struct sql_statement *, const struct sql_value *);
bool db_one(struct work *, struct sql_statement *, const struct sql_value *, void *row);
void *db_many(struct work *, struct sql_statement *, const struct sql_value *, size_t *count);
void db_run(struct work *, struct sql_statement *, const struct sql_value *);
bool db_claim(struct work *, struct sql_statement *, const struct sql_value *);
bool db_change(struct work *, struct sql_statement *, const struct sql_value *);

#endif
