/* db.h - the connection, for the files of db/ alone. */
#ifndef DB_H
#define DB_H

#include <mysql.h>
#include <stdbool.h>
#include <stdint.h>

#include "db/connection.h"

/* A statement as it stands on the connection, with the columns of its result in their order. */
struct prepared {
	MYSQL_STMT *statement;
	size_t field_count;
	const struct column **columns;
};

struct db {
	struct arena *arena; /* which it lies in itself */
	MYSQL *mysql;
	bool ready; /* connected, and every statement is prepared on it */
	const char *user, *password;
	struct sql_statement *const *const *lists;
	struct arena *prepared; /* the memory of what is prepared */
	struct sql_statement *running;
	bool in_transaction;
	bool apart;     /* the transaction has no command of its own */
	bool beginning; /* the row of the command is being written */
	unsigned patience;
	int64_t round_trips, rows;
};

/* Prepares every statement of the lists. */
void statements_prepare(struct db *db);
void statements_forget(struct db *db);

#define FIELDS_MOST 60 /* of a result */

/* Takes the rows of a result that is here into structs, one after the other. */
void rows_take(struct work *work, struct sql_statement *statement, char *rows, size_t count);

/* Ends the unit of work by the fault that an error number stands for; statement: its name. */
_Noreturn void db_fault(struct db *db, unsigned error, const char *statement);

/* Whether an error number means that the connection is gone. */
bool db_is_gone(unsigned error);

#endif
