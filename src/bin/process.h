/* process.h - what the master and its children agree on.
 *
 * The master opens the sockets and starts the children: page workers, workers that hash passwords,
 * and the jobs process.  A worker is this program, executed anew, so that a reload brings new code
 * and a new configuration; the jobs process is the program that stands beside it.  Both inherit the
 * listeners and the memory of the heartbeats.  From then
 * on a worker executes nothing; the jobs process may execute the command that sends text messages.
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "db/connection.h"
#include "http/serve.h"

enum kind { KIND_PAGES, KIND_HASH, KIND_JOBS, KIND_COUNT };

#define CHILDREN_MOST 128
#define EXIT_UNFIT 3 /* the schema is not the one that this program was made for */

/* Descriptors that a child finds open. */
#define FD_PAGES 3
#define FD_HASH 4
#define FD_HEARTBEATS 5

/* How a process was started. */
struct start {
	const char *config; /* the file */
	enum kind kind;     /* KIND_COUNT: the master */
	size_t slot;        /* which of the children it is */
	bool helped;        /* asked how it is used, and told */
};

/* Reads them; 0, or the exit code after it has said what is wrong. */
int start_options(int argc, char **argv, struct start *start);

/* Reads all that a process needs before its work: configuration, zone, catalogues, keys; 0, or the
 * exit code after it has said what is missing. */
int start_reading(const char *config_path);

/* Both say it, and return the exit code. */
int start_usage(FILE *out, int code);
int start_failed(const char *what, const char *where);

/* Starts and watches the children until it is told to stop; the exit code of the program.  The
 * program that does jobs stands beside this one. */
int master(const char *program, const char *config_path);

/* Becomes a child: its limits, and its signals.  NULL if no master has started it. */
struct heartbeat *child_begin(const struct start *start);

/* Prepares all statements, before anyone is answered; false if the schema is not theirs.  A
 * database that is away may come back. */
bool child_fits(struct db *db);

extern volatile sig_atomic_t child_stop; /* SIGTERM came */

extern const char *const kind_names[KIND_COUNT];

#endif
