/* rows.c - takes the rows of a result into structs, as their columns say. */

#include <mysql.h>
#include <string.h>

#include "base/quarter.h"
#include "db/db.h"
#include "db/sql.h"

struct cell {
	long long number;
	double real;
	unsigned long size;
	my_bool null, error;
};

static bool
holds_text(enum column_type type)
{
	return type == COLUMN_TYPE_TEXT || type == COLUMN_TYPE_WORD || type == COLUMN_TYPE_BYTES ||
	       type == COLUMN_TYPE_REFERENCE;
}

static void
bind_cell(MYSQL_BIND *bind, struct cell *cell, enum column_type type)
{
	bind->is_null = &cell->null;
	bind->error = &cell->error;
	bind->length = &cell->size;
	if (holds_text(type)) {
		bind->buffer_type = MYSQL_TYPE_STRING; /* fetched when its length is known */
	} else if (type == COLUMN_TYPE_REAL) {
		bind->buffer_type = MYSQL_TYPE_DOUBLE;
		bind->buffer = &cell->real;
	} else {
		bind->buffer_type = MYSQL_TYPE_LONGLONG;
		bind->buffer = &cell->number;
	}
}

static char *
fetch_text(struct work *work, MYSQL_STMT *handle, unsigned field, const struct cell *cell)
{
	char *chars = arena_array(work->arena, cell->size + 1, 1);
	unsigned long size;
	MYSQL_BIND bind = { .buffer_type = MYSQL_TYPE_STRING,
			    .buffer = chars,
			    .buffer_length = cell->size + 1,
			    .length = &size };

	if (cell->size > 0 && mysql_stmt_fetch_column(handle, &bind, field, 0) != 0)
		fault("a column could not be fetched");
	chars[cell->size] = '\0';
	return chars;
}

static const struct word *
read_word(const struct column *column, const char *chars)
{
	const struct word *word = word_find(column->words, chars);

	if (!word)
		fault("no word for a value of the column %s", column->member);
	return word;
}

static void
store_text(struct work *work, MYSQL_STMT *handle, unsigned field, const struct cell *cell,
	   const struct column *column, char *member)
{
	char *chars = cell->null ? NULL : fetch_text(work, handle, field, cell);
	struct bytes bytes = { chars, cell->size };

	if (!chars)
		return;
	if (column->type == COLUMN_TYPE_BYTES)
		memcpy(member, &bytes, sizeof(bytes));
	else if (column->type == COLUMN_TYPE_WORD)
		memcpy(member, &(const struct word *){ read_word(column, chars) }, sizeof(void *));
	else
		memcpy(member, &chars, sizeof(chars));
}

static void
store_number(const struct cell *cell, const struct column *column, char *member)
{
	int64_t number = cell->null ? 0 : cell->number;

	if (column->type == COLUMN_TYPE_DAY && cell->null)
		number = DAY_NONE;
	if (column->type == COLUMN_TYPE_REAL)
		memcpy(member, &cell->real, sizeof(cell->real));
	else if (column->type == COLUMN_TYPE_FLAG)
		memcpy(member, &(bool){ number != 0 }, sizeof(bool));
	else
		memcpy(member, &number, sizeof(number));
}

/* Takes the next row; a number that was cut is a fault, never a shorter truth. */
static void
take_row(struct work *work, struct sql_statement *statement, struct cell *cells, char *row)
{
	const struct prepared *prepared = statement->handle;

	for (size_t i = 0; i < prepared->field_count; i++) {
		const struct column *column = prepared->columns[i];

		if (holds_text(column->type))
			store_text(work, prepared->statement, (unsigned)i, &cells[i], column,
				   row + column->offset);
		else if (cells[i].error)
			fault("%s: the column %s does not fit", statement->name, column->member);
		else
			store_number(&cells[i], column, row + column->offset);
	}
}

void
rows_take(struct work *work, struct sql_statement *statement, char *rows, size_t count)
{
	const struct prepared *prepared = statement->handle;
	MYSQL_BIND binds[FIELDS_MOST] = { { 0 } };
	struct cell cells[FIELDS_MOST] = { { 0 } };

	for (size_t i = 0; i < prepared->field_count; i++)
		bind_cell(&binds[i], &cells[i], prepared->columns[i]->type);
	if (mysql_stmt_bind_result(prepared->statement, binds) != 0)
		fault("%s: its result cannot be bound", statement->name);
	for (size_t i = 0; i < count; i++) {
		int end = mysql_stmt_fetch(prepared->statement);

		if (end != 0 && end != MYSQL_DATA_TRUNCATED)
			fault("%s: a row could not be fetched", statement->name);
		take_row(work, statement, cells, rows + i * statement->row_size);
	}
}
