/* export.h - accounts as a table for a spreadsheet.
 *
 * It holds what the list shows, addresses masked, of the same part of the network.  A cell that a
 * spreadsheet would take for a formula is made text.  Each export stands in the audit log. */
#ifndef EXPORT_H
#define EXPORT_H

#include "account/administer.h"
#include "base/refusal.h"
#include "base/setting.h"
#include "base/work.h"

extern const struct setting export_rows;
extern const struct refusal export_too_large;

MUST_USE const struct refusal *accounts_csv(struct work *work, const struct managed_query *query,
					    const char **csv);

/* A cell as RFC 4180 has it, and harmless. */
const char *csv_cell(struct work *work, const char *chars);

#endif
