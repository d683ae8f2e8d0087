/* connection.h - the one connection of a process, and the statements prepared on it. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/work.h"
#include "db/sql.h"

struct db;

/* Lists of statements, ended by NULL, as sqlc writes them. */
struct db *db_new(const char *user, const char *password,
		  struct sql_statement *const *const *lists);
void db_free(struct db *db);

/* Connects if it is not connected, and prepares every statement; faults FAULT_AWAY if the server
 * is away, FAULT_BUG with the statement's name if one does not fit the schema. */
void db_connect(struct db *db);
void db_disconnect(struct db *db);
bool db_connected(const struct db *db);

/* Seconds that a statement may take before the connection is given up; 10 unless said. */
void db_patience(struct db *db, unsigned seconds);

/* The transaction; unit.c alone calls these. */
bool db_in_transaction(const struct db *db);
/* Opens it, if it is not open, with the row of the command. */
void db_begin(struct work *work);
void db_commit(struct work *work);   /* FAULT_UNKNOWN when no answer came */
void db_rollback(struct work *work); /* never faults */

/* Statements executed and rows fetched since the process began, for the log and for metrics. */
int64_t db_round_trips(const struct db *db);
int64_t db_rows(const struct db *db);

/* Marks the transaction as one apart, without a command; unit.c alone calls this. */
void db_begin_apart(struct work *work);

/* The first column of the first row, as a number; false if there is no row or an error. */
bool db_query_int(struct db *db, const char *sql, int64_t *number);

/* Text that is not prepared, for migrations and tests; faults if it fails. */
void db_execute(struct db *db, const char *sql, size_t size);

/* As db_execute(), but an error is the answer: its number, 0 if there was none. */
unsigned db_try_execute(struct db *db, const char *sql, size_t size);

#endif
