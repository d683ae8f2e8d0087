/* ledger_verify.h - checks every ledger of hours from its first entry to its last.
 *
 * The numbers have no gaps, every digest follows from the one before, and the audit log holds what
 * the end of each chain was whenever it was sealed. */
#ifndef LEDGER_VERIFY_H
#define LEDGER_VERIFY_H

#include <stdbool.h>

#include "audit/verify.h"

/* For `quarterctl audit verify`; a stream is a person. */
bool ledger_verify(struct work *work, struct audit_report *report);

#endif
