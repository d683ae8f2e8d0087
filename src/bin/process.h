/* process.h - what the master and its children agree on.
 *
 * The master opens the sockets and starts the children: page workers, workers that hash passwords,
 * and the jobs process.  A child is this program, executed anew, so that a reload brings new code
 * and a new configuration; it inherits the listeners and the memory of the heartbeats.  From then
 * on a worker executes nothing; the jobs process may execute the command that sends text messages.
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <signal.h>
#include <stddef.h>

#include "http/serve.h"

enum kind { KIND_PAGES, KIND_HASH, KIND_JOBS, KIND_COUNT };

#define CHILDREN_MOST 128
#define EXIT_UNFIT 3 /* the schema is not the one that this program was made for */

/* Descriptors that a child finds open. */
#define FD_PAGES 3
#define FD_HASH 4
#define FD_HEARTBEATS 5

/* Starts and watches the children until it is told to stop; the exit code of the program. */
int master(const char *program, const char *config_path);

/* Runs as a child of a kind until it is told to stop; the exit code. */
int child(enum kind kind, size_t slot);

/* Reads all that a process needs before its work: configuration, zone, catalogues, keys. */
int begin_process(const char *config_path);

extern const char *const kind_names[KIND_COUNT];

#endif
