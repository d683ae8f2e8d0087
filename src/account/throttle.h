/* throttle.h - how often a sign-in may fail.
 *
 * Failures are counted by a hash of what was typed, whether anybody has such a login or not, and
 * by a hash of the address they come from.  Five from one address within a quarter of an hour
 * limit that login, from that address, for a quarter of an hour; many from anywhere have every
 * next try wait, twice as long each time, up to a quarter of an hour, but for browsers in which
 * that login was right before.  What comes while it is limited is not looked at and not counted,
 * so nobody can be locked out for good. */
#ifndef THROTTLE_H
#define THROTTLE_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "account/device.h"
#include "base/bytes.h"
#include "base/setting.h"
#include "base/work.h"
#include "db/column.h"

extern const struct setting sign_in_failures;
extern const struct setting sign_in_wait_minutes;

/* Where a sign-in comes from. */
struct origin {
	const char *address;
	const char *mark; /* what a former sign-in left in the browser, or NULL */
	struct device device;
};

struct attempt {
	struct bytes login;   /* a keyed hash */
	struct bytes address; /* a keyed hash */
	const char *mark;     /* what it leaves in the browser if it is right */
	bool known;           /* it was left there before */
};

/* Failures of a login, here (from one address) and anywhere. */
struct failures {
	int64_t here, anywhere;
	time_t last_here, last_anywhere;
};
extern const struct column failures_columns[];

struct attempt attempt_of(struct work *work, const char *login, const struct origin *origin);

/* Until when the attempt is limited; 0 if it is not. */
time_t throttle_until(struct work *work, const struct attempt *attempt);

/* Counts a failure, in the transaction at hand; true if it is the one that limits the login. */
bool throttle_failed(struct work *work, const struct attempt *attempt);

/* A success: what failed from there does not count any more. */
void throttle_forget(struct work *work, const struct attempt *attempt);

#endif
