/* due.h - what is to happen at a time: a row, unique by kind and thing.
 *
 * Written, moved and taken back in the transaction of the thing.  When the time has come the job
 * of that kind is run as a unit of work of its own, which removes the row: it happens once. */
#ifndef DUE_H
#define DUE_H

#include <time.h>

#include "base/id.h"
#include "base/work.h"

/* A time that is past already is not noted. */
void due_at(struct work *work, const char *kind, struct id thing, time_t moment);
/* As soon as the jobs process comes round. */
void due_now(struct work *work, const char *kind, struct id thing);
void due_never(struct work *work, const char *kind, struct id thing);

#endif
