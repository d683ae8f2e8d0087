/* throttle.c - counts failed sign-ins and has the next ones wait. */

#include "account/throttle.h"

#include <arpa/inet.h>
#include <sodium.h>
#include <string.h>

#include "account/credential_sql.h"
#include "base/hash.h"
#include "base/seal.h"
#include "base/text.h"

const struct setting sign_in_failures = { "sign_in.failures", 5, 3, 20 };
const struct setting sign_in_wait_minutes = { "sign_in.wait_minutes", 15, 1, 60 };

#define FREE_ANYWHERE 10 /* failures from anywhere before the next has to wait */

const struct column failures_columns[] = {
	COLUMN_INT(struct failures, here),
	COLUMN_INT(struct failures, anywhere),
	COLUMN_TIME(struct failures, last_here),
	COLUMN_TIME(struct failures, last_anywhere),
	COLUMN_END,
};

/* What is no address is counted too. */
static struct bytes
login_hash(struct work *work, const char *typed)
{
	const char *kind;
	const char *address = address_normal(work, typed, &kind);

	return address ? seal_lookup(work, kind, address)
		       : seal_lookup(work, "none", text_folded(work, typed));
}

#define NETWORK_BYTES 8 /* of an IPv6 address: whoever has one has all of its network */

static struct bytes
address_hash(struct work *work, const char *remote)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_INDEX);
	struct in6_addr wide;

	hash_add_text(hasher, "remote address");
	if (remote && inet_pton(AF_INET6, remote, &wide) == 1)
		hash_add(hasher, &wide, NETWORK_BYTES);
	else
		hash_add_text(hasher, remote);
	return hash_end(work, hasher);
}

/* A code over the login, by which nobody can tell the login. */
static const char *
mark_of(struct work *work, struct bytes login)
{
	struct hasher *hasher = hash_begin_keyed(work, KEY_COOKIE);

	hash_add_text(hasher, "known browser");
	hash_add(hasher, login.data, login.size);
	return hex_of(work, hash_end(work, hasher));
}

static bool
same_mark(const char *mark, const char *shown)
{
	return shown && strlen(shown) == strlen(mark) &&
	       sodium_memcmp(shown, mark, strlen(mark)) == 0;
}

struct attempt
attempt_of(struct work *work, const char *login, const struct origin *origin)
{
	struct attempt attempt = {
		.login = login_hash(work, login),
		.address = address_hash(work, origin->address),
	};

	attempt.mark = mark_of(work, attempt.login);
	attempt.known = same_mark(attempt.mark, origin->mark);
	return attempt;
}

static int64_t
wait_seconds(const struct work *work)
{
	return 60 * setting_of_network(work, &sign_in_wait_minutes);
}

/* A limit outlasts the failures that led to it, so what is counted reaches back twice as far. */
static struct failures
failures_of(struct work *work, const struct attempt *attempt)
{
	struct failures failures = { 0 };

	(void)!sql_sign_in_failures(work, attempt->login, attempt->address,
				    work->now - 2 * wait_seconds(work), &failures);
	return failures;
}

/* 1, 2, 4 … seconds. */
static int64_t
growing_wait(int64_t failures, int64_t most)
{
	int64_t doublings = failures - FREE_ANYWHERE;
	int64_t wait = doublings < 0 ? 0 : doublings > 20 ? most : INT64_C(1) << doublings;

	return wait < most ? wait : most;
}

time_t
throttle_until(struct work *work, const struct attempt *attempt)
{
	struct failures failures = failures_of(work, attempt);
	int64_t most = wait_seconds(work);
	time_t here = 0, anywhere = 0;

	if (failures.here >= setting_of_network(work, &sign_in_failures))
		here = failures.last_here + most;
	if (!attempt->known)
		anywhere = failures.last_anywhere + growing_wait(failures.anywhere, most);
	if (anywhere > here)
		here = anywhere;
	return here > work->now ? here : 0;
}

bool
throttle_failed(struct work *work, const struct attempt *attempt)
{
	int64_t before = failures_of(work, attempt).here;

	sql_sign_in_failed(work, attempt->login, id_new(), attempt->address);
	return before + 1 == setting_of_network(work, &sign_in_failures);
}

void
throttle_forget(struct work *work, const struct attempt *attempt)
{
	sql_sign_in_forget(work, attempt->login, attempt->address);
}
