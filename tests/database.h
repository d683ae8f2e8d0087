/* database.h - a database of a test program's own, on the server that the check started. */
#ifndef TEST_DATABASE_H
#define TEST_DATABASE_H

#include "db/connection.h"

/* Reads the configuration that QUARTER_TEST_CONFIG names, and the keys it names; makes the database
 * quarter_test_NAME anew, brings its schema up to date, and has conf name it. */
void database_make(const char *name);

/* Another connection to it, with these statements prepared at its first use. */
struct db *database_connection(struct sql_statement *const *const *lists);

#endif
