/* lease.h - what is done by one process at a time, however many there are.
 *
 * A lease is a row that is taken by a conditional UPDATE, in the transaction of what is done under
 * it.  The database's clock tells when it has run out, so that the clocks of two machines cannot
 * disagree; a holder that was asleep finds that it holds nothing any more. */
#ifndef LEASE_H
#define LEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/work.h"

#define LEASE_SECONDS 30

/* Makes the row of a lease, where there is none. */
void lease_prepare(struct work *work, const char *name);

/* Takes the lease, or renews it; false if another process holds it. */
bool lease_hold(struct work *work, const char *name);
void lease_let_go(struct work *work, const char *name);

/* Takes a turn at what is done every so many seconds, by the clock of the unit of work; false if
 * another process has had it. */
bool lease_turn(struct work *work, const char *name, int64_t every);

/* This process, as the rows name it. */
struct id lease_owner(void);

#endif
