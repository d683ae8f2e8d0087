/* network.c - the tree and the settings that a process holds. */

#include "setting/network.h"

#include "base/arena.h"
#include "setting/network_sql.h"

#define HELD_LIMIT (256u << 20) /* some million nodes */

const struct column network_version_columns[] = {
	COLUMN_INT(struct network_version, caches),
	COLUMN_END,
};

const struct column tree_node_columns[] = {
	COLUMN_ID(struct tree_node, id),
	COLUMN_ID(struct tree_node, parent_id),
	COLUMN_END,
};

const struct column setting_value_columns[] = {
	COLUMN_ID(struct setting_value, node_id),
	COLUMN_TEXT(struct setting_value, setting_key),
	COLUMN_INT(struct setting_value, value),
	COLUMN_END,
};

/* Two arenas by turns: while one is held the other is filled, even where a fault cut that short. */
static struct arena *held, *spare;
static int64_t version;

static struct id
root_of(const struct tree_node *nodes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!id_given(nodes[i].parent_id))
			return nodes[i].id;
	}
	return (struct id){ 0 };
}

static struct arena *
empty_arena(void)
{
	if (!spare)
		spare = arena_new(HELD_LIMIT);
	arena_reset(spare);
	return spare;
}

/* The version is read first: what changes meanwhile has it read again. */
void
network_refresh(struct work *work)
{
	struct work reading = *work;
	struct network_version found;
	struct tree_node *nodes;
	struct setting_value *values;
	size_t node_count, value_count;

	reading.arena = empty_arena();
	if (!sql_network_version(&reading, &found))
		fault("the row of network_state is missing");
	nodes = sql_network_nodes(&reading, &node_count);
	values = sql_network_settings(&reading, &value_count);
	tree_use(nodes, node_count);
	setting_use(values, value_count, root_of(nodes, node_count));
	spare = held;
	held = reading.arena;
	version = found.caches;
}

int64_t
network_caches(void)
{
	return version;
}
