/* tree.c - finds nodes in the sorted list that was put in place. */

#include "base/tree.h"

#include <stdlib.h>

static const struct tree_node *list;
static size_t list_count;

void
tree_use(const struct tree_node *nodes, size_t count)
{
	list = nodes;
	list_count = count;
}

static int
compare(const void *wanted, const void *node)
{
	int64_t a = ((const struct id *)wanted)->value;
	int64_t b = ((const struct tree_node *)node)->id.value;

	return (a > b) - (a < b);
}

struct id
tree_parent(struct id id)
{
	const struct tree_node *node = NULL;

	if (list_count > 0)
		node = bsearch(&id, list, list_count, sizeof(*list), compare);
	return node ? node->parent_id : (struct id){ 0 };
}

bool
tree_within(struct id id, struct id above)
{
	if (!id_given(above))
		return false;
	/* Counted, so that a circle in the data would not hold us for ever. */
	for (size_t i = 0; i <= list_count && id_given(id); i++) {
		if (id_same(id, above))
			return true;
		id = tree_parent(id);
	}
	return false;
}
