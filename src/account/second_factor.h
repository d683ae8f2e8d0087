/* second_factor.h - six digits that an authenticator app shows (RFC 6238). */
#ifndef SECOND_FACTOR_H
#define SECOND_FACTOR_H

#include <stdint.h>

#include "account/account.h"
#include "base/bytes.h"
#include "base/id.h"
#include "base/setting.h"
#include "base/work.h"

/* 1: staff must have one; the demonstration alone sets 0. */
extern const struct setting second_factor;

/* The step of time whose digits these are, 30 seconds more or less; -1 if they are none of now. */
int64_t second_factor_step(struct work *work, struct id account, struct bytes sealed,
			   const char *digits);

/* A new secret, in base32; and the address that an app reads, otpauth://… */
const char *second_factor_secret(struct work *work);
const char *second_factor_address(struct work *work, const char *login, const char *secret);

/* Gives an account a new secret that holds at once; returns its address. */
const char *second_factor_enrol(struct work *work, const struct account *account,
				const char *login);

#endif
