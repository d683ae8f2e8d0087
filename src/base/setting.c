/* setting.c - finds what holds at a place, in the sorted rows that were put in place. */

#include "base/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/tree.h"

static const struct setting_value *rows;
static size_t row_count;
static struct id network;

void
setting_use(const struct setting_value *values, size_t count, struct id root)
{
	rows = values;
	row_count = count;
	network = root;
}

static int
compare(const void *wanted, const void *row)
{
	const struct setting_value *a = wanted, *b = row;

	if (id_same(a->node_id, b->node_id))
		return strcmp(a->setting_key, b->setting_key);
	return a->node_id.value < b->node_id.value ? -1 : 1;
}

static const struct setting_value *
row_of(struct id node, const struct setting *setting)
{
	const struct setting_value wanted = { .node_id = node, .setting_key = setting->key };

	return row_count > 0 ? bsearch(&wanted, rows, row_count, sizeof(*rows), compare) : NULL;
}

/* A row may have been written by hand: what is used is within the limits. */
static int64_t
within_limits(const struct setting *setting, int64_t value)
{
	if (value < setting->least)
		return setting->least;
	return value > setting->most ? setting->most : value;
}

int64_t
setting_at(const struct work *work, struct id place, const struct setting *setting)
{
	for (; id_given(place) && !id_same(place, network); place = tree_parent(place)) {
		const struct setting_value *row = row_of(place, setting);

		if (row)
			return within_limits(setting, row->value);
	}
	return setting_of_network(work, setting);
}

int64_t
setting_of_network(const struct work *work, const struct setting *setting)
{
	const struct setting_value *row = row_of(network, setting);

	(void)work; /* so that a unit of work may come to have settings of its own */
	return row ? within_limits(setting, row->value) : setting->otherwise;
}
