/* lease.c - taking and keeping leases. */

#include "outbox/lease.h"

#include "outbox/outbox_jobs_sql.h"

struct id
lease_owner(void)
{
	static struct id owner;

	if (!id_given(owner))
		owner = id_new();
	return owner;
}

void
lease_prepare(struct work *work, const char *name)
{
	if (!sql_lease_exists(work, name))
		sql_lease_make(work, name);
}

bool
lease_hold(struct work *work, const char *name)
{
	return sql_lease_hold(work, name, lease_owner(), LEASE_SECONDS);
}

void
lease_let_go(struct work *work, const char *name)
{
	sql_lease_let_go(work, name, lease_owner());
}

bool
lease_turn(struct work *work, const char *name, int64_t every)
{
	return sql_lease_turn(work, name, every);
}
