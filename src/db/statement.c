/* statement.c - prepares the statements, gives them their values and takes their rows. */

#include <mysql.h>
#include <mysqld_error.h>
#include <string.h>

#include "db/db.h"
#include "db/sql.h"

#define VALUES_MOST 40

struct sql_value
sql_id(struct id id)
{
	return id_given(id) ? sql_int(id.value) : (struct sql_value){ .type = SQL_NULL };
}

struct sql_value
sql_bytes(struct bytes bytes)
{
	return (struct sql_value){ .type = bytes.data ? SQL_BYTES : SQL_NULL,
				   .data = bytes.data,
				   .size = bytes.size };
}

struct sql_value
sql_text(const char *text)
{
	return (struct sql_value){ .type = text ? SQL_TEXT : SQL_NULL,
				   .data = text,
				   .size = text ? strlen(text) : 0 };
}

struct sql_value
sql_word(const struct word *word)
{
	return sql_text(word ? word->word : NULL);
}

/* ---- preparing ---- */

static const struct column *
find_column(const struct sql_statement *statement, const char *name)
{
	const struct column *column = statement->columns;

	while (column && column->member && strcmp(column->member, name) != 0)
		column++;
	return column && column->member ? column : NULL;
}

/* Every column of the result has a member, and every member that is not made by C a column. */
static void
match_columns(struct db *db, struct sql_statement *statement, MYSQL_RES *result)
{
	struct prepared *prepared = statement->handle;
	const MYSQL_FIELD *fields = mysql_fetch_fields(result);
	size_t expected = 0;

	prepared->field_count = mysql_num_fields(result);
	prepared->columns =
		arena_array(db->prepared, prepared->field_count, sizeof(*prepared->columns));
	for (size_t i = 0; i < prepared->field_count; i++) {
		prepared->columns[i] = find_column(statement, fields[i].name);
		if (!prepared->columns[i])
			fault("%s: no member for the column %s", statement->name, fields[i].name);
	}
	for (const struct column *column = statement->columns; column->member; column++)
		expected += !column->made;
	if (expected != prepared->field_count || expected > FIELDS_MOST)
		fault("%s: %zu columns for %zu members", statement->name, prepared->field_count,
		      expected);
}

static void
prepare(struct db *db, struct sql_statement *statement)
{
	MYSQL_STMT *handle = mysql_stmt_init(db->mysql);
	MYSQL_RES *result;

	if (!handle)
		fault_as(FAULT_AWAY, "no memory for a statement");
	statement->handle = arena_one(db->prepared, struct prepared);
	statement->handle->statement = handle;
	if (mysql_stmt_prepare(handle, statement->text, strlen(statement->text)) != 0)
		fault_as(db_is_gone(mysql_stmt_errno(handle)) ? FAULT_AWAY : FAULT_BUG, "%s: %s",
			 statement->name, mysql_stmt_error(handle));
	if (mysql_stmt_param_count(handle) != statement->parameters ||
	    statement->parameters > VALUES_MOST)
		fault("%s: %lu values for %zu parameters", statement->name,
		      mysql_stmt_param_count(handle), statement->parameters);
	result = mysql_stmt_result_metadata(handle);
	if (result && statement->columns)
		match_columns(db, statement, result);
	if (result)
		mysql_free_result(result);
}

void
statements_prepare(struct db *db)
{
	for (size_t i = 0; db->lists && db->lists[i]; i++)
		for (size_t j = 0; db->lists[i][j]; j++)
			prepare(db, db->lists[i][j]);
}

void
statements_forget(struct db *db)
{
	for (size_t i = 0; db->lists && db->lists[i]; i++) {
		for (size_t j = 0; db->lists[i][j]; j++) {
			struct sql_statement *statement = db->lists[i][j];

			if (statement->handle)
				mysql_stmt_close(statement->handle->statement);
			statement->handle = NULL;
		}
	}
	arena_reset(db->prepared);
}

/* ---- executing ---- */

/* Values that libmariadb reads but declares as if it wrote them. */
static void *
unconst(const void *data)
{
	union {
		const void *in;
		void *out;
	} both = { data };

	return both.out;
}

static void
bind_value(MYSQL_BIND *bind, const struct sql_value *value)
{
	switch (value->type) {
	case SQL_NULL:
		bind->buffer_type = MYSQL_TYPE_NULL;
		break;
	case SQL_NUMBER:
		bind->buffer_type = MYSQL_TYPE_LONGLONG;
		bind->buffer = unconst(&value->number);
		break;
	case SQL_REAL:
		bind->buffer_type = MYSQL_TYPE_DOUBLE;
		bind->buffer = unconst(&value->real);
		break;
	case SQL_TEXT:
	case SQL_BYTES:
		bind->buffer_type = value->type == SQL_TEXT ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
		bind->buffer = unconst(value->data);
		bind->buffer_length = value->size;
		break;
	}
}

/* 0, or the number of the error. */
static unsigned
execute(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	MYSQL_BIND binds[VALUES_MOST] = { { 0 } };
	MYSQL_STMT *handle;

	if (!work->db->ready)
		fault_as(FAULT_AGAIN, "the connection was lost before %s", statement->name);
	if (!statement->handle)
		fault("%s is not prepared in this process", statement->name);
	handle = statement->handle->statement;
	for (size_t i = 0; i < statement->parameters; i++)
		bind_value(&binds[i], &values[i]);
	work->db->running = statement;
	work->db->round_trips++;
	if ((statement->parameters && mysql_stmt_bind_param(handle, binds)) ||
	    mysql_stmt_execute(handle))
		return mysql_stmt_errno(handle);
	return 0;
}

static void
finish(struct work *work, struct sql_statement *statement)
{
	mysql_stmt_free_result(statement->handle->statement);
	work->db->running = NULL;
}

/* Executes what reads, and has all rows here. */
static size_t
query(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	unsigned error = execute(work, statement, values);
	MYSQL_STMT *handle = statement->handle->statement;

	if (error == 0 && mysql_stmt_store_result(handle) != 0)
		error = mysql_stmt_errno(handle);
	if (error != 0)
		db_fault(work->db, error, statement->name);
	work->db->rows += (int64_t)mysql_stmt_num_rows(handle);
	return mysql_stmt_num_rows(handle);
}

/* ---- the kinds of statement ---- */

bool
db_exists(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	bool exists = query(work, statement, values) > 0;

	finish(work, statement);
	return exists;
}

bool
db_one(struct work *work, struct sql_statement *statement, const struct sql_value *values,
       void *row)
{
	bool found = query(work, statement, values) > 0;

	memset(row, 0, statement->row_size);
	if (found)
		rows_take(work, statement, row, 1);
	finish(work, statement);
	return found;
}

void *
db_many(struct work *work, struct sql_statement *statement, const struct sql_value *values,
	size_t *count)
{
	char *rows;

	*count = query(work, statement, values);
	/* One more, cleared, so that a list may be walked to its end. */
	rows = arena_array(work->arena, *count + 1, statement->row_size);
	rows_take(work, statement, rows, *count);
	finish(work, statement);
	return rows;
}

static unsigned
write_rows(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	unsigned error;

	db_begin(work);
	error = execute(work, statement, values);
	if (error == ER_LOCK_WAIT_TIMEOUT && work->db->beginning)
		fault_as(FAULT_BUSY, "the same command is under way");
	if (error != 0 && error != ER_DUP_ENTRY)
		db_fault(work->db, error, statement->name);
	return error;
}

void
db_run(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	if (write_rows(work, statement, values) != 0)
		fault("%s met a row that is there already", statement->name);
	finish(work, statement);
}

bool
db_claim(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	bool won = write_rows(work, statement, values) == 0;

	finish(work, statement);
	return won;
}

bool
db_change(struct work *work, struct sql_statement *statement, const struct sql_value *values)
{
	bool found;

	if (write_rows(work, statement, values) != 0)
		fault("%s met a row that is there already", statement->name);
	found = mysql_stmt_affected_rows(statement->handle->statement) > 0;
	finish(work, statement);
	return found;
}
