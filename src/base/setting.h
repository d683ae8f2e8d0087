/* setting.h - a number that those who run the network may change, for all of it or a part.
 *
 * A process keeps all settings, and the statement that identifies who asks also tells whether
 * they have changed: reading one costs no round trip. */
#ifndef SETTING_H
#define SETTING_H

#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/work.h"

struct setting {
	const char *key;
	int64_t otherwise; /* where nobody has set it */
	int64_t least, most;
};

/* What holds at a place now: set for the place itself, or for the nearest above it. */
int64_t setting_at(const struct work *work, struct id place, const struct setting *setting);

/* What holds for the network as a whole. */
int64_t setting_of_network(const struct work *work, const struct setting *setting);

/* A row; sorted by node and key; must stay until others are put in place. */
struct setting_value {
	struct id node_id;
	const char *setting_key;
	int64_t value;
};
void setting_use(const struct setting_value *values, size_t count, struct id root);

#endif
