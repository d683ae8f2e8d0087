/* migrate.h - brings the schema up to date: the files of sql/, in the order of their numbers.
 *
 * Each is run once, statement by statement; what was run stands in the table `migration`.  One
 * that was cut short is run again from its first statement that had not been run. */
#ifndef MIGRATE_H
#define MIGRATE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/connection.h"

/* Runs what is missing, telling each file on standard error; how many were run. */
int64_t migrate_run(struct work *work, const char *folder);

/* The number of the newest file. */
int64_t migrate_newest(const char *folder);

/* The number of the newest that is complete in the database; 0 if there is none. */
int64_t migrate_current(struct work *work);

#endif
