/* second_factor.c - checks the digits of an authenticator app, and hands out its secret. */

#include "account/second_factor.h"

#include <oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "account/account_ctl_sql.h"
#include "audit/audit.h"
#include "base/seal.h"
#include "base/text.h"

const struct setting second_factor = { "account.second_factor", 1, 0, 1 };

#define STEPS_OFF 1
#define SECRET_SIZE 20 /* bytes: as long as the hash that is made with it */

int64_t
second_factor_step(struct work *work, struct id account, struct bytes sealed, const char *digits)
{
	const char *base32 = unseal(work, SEAL_TOTP, account, sealed);
	uint64_t step;
	char *secret;
	size_t size;
	int off;

	if (!base32 || oath_base32_decode(base32, strlen(base32), &secret, &size) != OATH_OK)
		fault("a second factor that cannot be read");
	arena_defer(work->arena, free, secret);
	if (oath_totp_validate3(secret, size, work->now, OATH_TOTP_DEFAULT_TIME_STEP_SIZE,
				OATH_TOTP_DEFAULT_START_TIME, STEPS_OFF, &off, &step, digits) < 0)
		return -1;
	return (int64_t)step;
}

const char *
second_factor_secret(struct work *work)
{
	char bytes[SECRET_SIZE], *base32;

	randombytes_buf(bytes, sizeof(bytes));
	if (oath_base32_encode(bytes, sizeof(bytes), &base32, NULL) != OATH_OK)
		fault("no memory for a secret");
	arena_defer(work->arena, free, base32);
	return base32;
}

const char *
second_factor_address(struct work *work, const char *login, const char *secret)
{
	return text(work, "otpauth://totp/Quarter:%s?secret=%s&issuer=Quarter", login, secret);
}

const char *
second_factor_enrol(struct work *work, const struct account *account, const char *login)
{
	const char *secret = second_factor_secret(work);

	sql_totp_set(work, account->id, seal(work, SEAL_TOTP, account->id, secret));
	audit_note(work, "second_factor_given", account->id, account->person_id, NULL);
	return second_factor_address(work, login, secret);
}
