/* tree.h - the tree of areas, centres and venues, as a process keeps it between units of work.
 *
 * Only who stands below whom: setting_at() and work_may() climb it and cost no round trip.
 * setting/network.c reads it from the database and puts it in place as a whole. */
#ifndef TREE_H
#define TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/id.h"

struct tree_node {
	struct id id;
	struct id parent_id; /* names nothing at the root */
};

/* Sorted by id; must stay until another is put in place. */
void tree_use(const struct tree_node *nodes, size_t count);

/* What a node stands below; names nothing for the root and for what is not in the tree. */
struct id tree_parent(struct id id);

/* Whether a node is another, or stands below it. */
bool tree_within(struct id id, struct id above);

#endif
