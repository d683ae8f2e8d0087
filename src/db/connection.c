/* connection.c - connecting, transactions, and what an error number means. */

#include "db/connection.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/hash.h"
#include "db/command_sql.h"
#include "db/db.h"

#define ERROR_NOT_PRIMARY 1047      /* of Galera: the node is cut off from the others */
#define ERROR_SNAPSHOT_CHANGED 1020 /* ER_CHECKREAD, of innodb_snapshot_isolation */
#define ARENA_OF_STATEMENTS (16U << 20)
#define COMMAND_KEPT_SECONDS 86400 /* a repeat within 24 hours */

/* What every connection must have, whatever the server's own settings are. */
static const char session_settings[] =
	"SET SESSION tx_isolation = 'REPEATABLE-READ', innodb_snapshot_isolation = ON,"
	" time_zone = '+00:00', innodb_lock_wait_timeout = 2, autocommit = 1,"
	" sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'";

struct db *
db_new(const char *user, const char *password, struct sql_statement *const *const *lists)
{
	struct arena *arena = arena_new(ARENA_OF_STATEMENTS);
	struct db *db = arena_one(arena, struct db);

	db->arena = arena;
	db->user = user;
	db->password = password;
	db->lists = lists;
	db->prepared = arena_new(ARENA_OF_STATEMENTS);
	db->patience = 10;
	return db;
}

void
db_free(struct db *db)
{
	db_disconnect(db);
	arena_free(db->prepared);
	arena_free(db->arena);
}

void
db_patience(struct db *db, unsigned seconds)
{
	db->patience = seconds;
}

bool
db_connected(const struct db *db)
{
	return db->ready;
}

static void
set_limits(struct db *db)
{
	const unsigned connect = 2, no_file = 0;
	const my_bool no = 0;

	mysql_optionsv(db->mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_optionsv(db->mysql, MYSQL_OPT_READ_TIMEOUT, &db->patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_WRITE_TIMEOUT, &db->patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_LOCAL_INFILE, &no_file);
	mysql_optionsv(db->mysql, MYSQL_OPT_RECONNECT, &no);
	mysql_optionsv(db->mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
}

void
db_connect(struct db *db)
{
	unsigned error;

	if (db->ready)
		return;
	db_disconnect(db); /* a fault may have left it half prepared */
	db->mysql = mysql_init(NULL);
	if (!db->mysql)
		fault_as(FAULT_AWAY, "no memory for a connection");
	set_limits(db);
	/* Found rows, not changed ones: an UPDATE that finds its row has done what was asked. */
	if (!mysql_real_connect(db->mysql, NULL, db->user, db->password, conf.database_name, 0,
				conf.database_socket, CLIENT_FOUND_ROWS) ||
	    mysql_real_query(db->mysql, session_settings, sizeof(session_settings) - 1)) {
		error = mysql_errno(db->mysql);
		db_disconnect(db);
		fault_as(FAULT_AWAY, "no connection to the database: error %u", error);
	}
	statements_prepare(db);
	db->ready = true;
}

void
db_disconnect(struct db *db)
{
	db->ready = false;
	statements_forget(db);
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->in_transaction = false;
	db->running = NULL;
}

bool
db_is_gone(unsigned error)
{
	return error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST ||
	       error == CR_SERVER_LOST_EXTENDED || error == ER_CONNECTION_KILLED ||
	       error == ER_SERVER_SHUTDOWN || error == ER_QUERY_INTERRUPTED ||
	       error == CR_COMMANDS_OUT_OF_SYNC || error == CR_CONNECTION_ERROR;
}

void
db_fault(struct db *db, unsigned error, const char *statement)
{
	if (db_is_gone(error)) {
		db_disconnect(db);
		fault_as(FAULT_AGAIN, "the connection was lost in %s: error %u", statement, error);
	}
	if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT ||
	    error == ERROR_SNAPSHOT_CHANGED || error == ERROR_NOT_PRIMARY)
		fault_as(FAULT_AGAIN, "%s lost to another: error %u", statement, error);
	fault("%s failed: error %u", statement, error);
}

bool
db_in_transaction(const struct db *db)
{
	return db->in_transaction;
}

int64_t
db_round_trips(const struct db *db)
{
	return db->round_trips;
}

int64_t
db_rows(const struct db *db)
{
	return db->rows;
}

/* The row of the command comes first: whoever comes with the same key waits for it. */
static void
begin_command(struct work *work)
{
	struct command *command = &work->command;

	if (!command->key.data)
		command->key = hash_of_text(work, token_new(work));
	if (!command->body_hash.data)
		command->body_hash = command->key;
	command->expires_at = work->now + COMMAND_KEPT_SECONDS;
	work->db->beginning = true;
	if (!sql_command_insert(work, work->actor.value, command))
		fault_as(FAULT_DONE, "the command was done before");
	work->db->beginning = false;
}

void
db_begin(struct work *work)
{
	struct db *db = work->db;

	if (db->in_transaction)
		return;
	if (!work->may_write)
		fault("a write while only reading was announced: %s", work->name);
	db_execute(db, "START TRANSACTION", strlen("START TRANSACTION"));
	db->in_transaction = true;
	db->apart = false;
	begin_command(work);
}

void
db_begin_apart(struct work *work)
{
	if (work->db->in_transaction)
		fault("a transaction of its own, within another");
	db_execute(work->db, "START TRANSACTION", strlen("START TRANSACTION"));
	work->db->in_transaction = true;
	work->db->apart = true;
}

void
db_commit(struct work *work)
{
	struct db *db = work->db;
	unsigned error;

	db->round_trips++;
	db->in_transaction = false;
	if (mysql_real_query(db->mysql, "COMMIT", strlen("COMMIT")) == 0)
		return;
	error = mysql_errno(db->mysql);
	if (error == ER_LOCK_DEADLOCK)
		db_fault(db, error, "COMMIT");
	db_disconnect(db);
	/* What is written apart may be written twice: it is counted by a key, or only counted. */
	fault_as(db->apart ? FAULT_AGAIN : FAULT_UNKNOWN, "COMMIT got no answer: error %u", error);
}

void
db_rollback(struct work *work)
{
	struct db *db = work->db;

	if (db->running && db->running->handle)
		mysql_stmt_free_result(db->running->handle->statement);
	db->running = NULL;
	db->beginning = false;
	if (!db->in_transaction)
		return;
	db->in_transaction = false;
	db->round_trips++;
	if (mysql_real_query(db->mysql, "ROLLBACK", strlen("ROLLBACK")) != 0)
		db_disconnect(db);
}

unsigned
db_try_execute(struct db *db, const char *sql, size_t size)
{
	MYSQL_RES *result;

	if (!db->mysql)
		return CR_SERVER_GONE_ERROR;
	db->round_trips++;
	if (mysql_real_query(db->mysql, sql, size) != 0)
		return mysql_errno(db->mysql);
	result = mysql_store_result(db->mysql);
	if (result)
		mysql_free_result(result);
	return 0;
}

void
db_execute(struct db *db, const char *sql, size_t size)
{
	unsigned error = db_try_execute(db, sql, size);

	if (error != 0)
		db_fault(db, error, "a statement that is not prepared");
}

bool
db_query_int(struct db *db, const char *sql, int64_t *number)
{
	MYSQL_RES *result;
	MYSQL_ROW row = NULL;

	if (!db->mysql)
		return false;
	db->round_trips++;
	if (mysql_real_query(db->mysql, sql, strlen(sql)) != 0)
		return false;
	result = mysql_store_result(db->mysql);
	if (result)
		row = mysql_fetch_row(result);
	if (row && row[0])
		*number = strtoll(row[0], NULL, 10);
	else
		row = NULL;
	if (result)
		mysql_free_result(result);
	return row != NULL;
}
