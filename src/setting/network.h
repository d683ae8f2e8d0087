/* network.h - what a process keeps of the network between units of work: the tree and the
 * settings, read as a whole and put in place as a whole.
 *
 * network_state.caches rises when either changes; whoever sees another version than the one held
 * has them read anew. */
#ifndef NETWORK_H
#define NETWORK_H

#include <stdint.h>

#include "base/id.h"
#include "base/setting.h"
#include "base/tree.h"
#include "base/work.h"
#include "db/column.h"

/* Reads tree and settings; what was held before stays until both are read. */
void network_refresh(struct work *work);

/* The version held; 0 before the first. */
int64_t network_caches(void);

/* Rows of the statements. */
struct network_version {
	int64_t caches;
};
extern const struct column network_version_columns[];
extern const struct column tree_node_columns[];
extern const struct column setting_value_columns[];

#endif
