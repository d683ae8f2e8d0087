/* export.c - writes accounts as CSV. */

#include "admin/export.h"

#include <string.h>

#include "audit/audit.h"
#include "base/buf.h"
#include "base/quarter.h"
#include "base/text.h"

#define CSV_MOST (2U << 20)

const struct setting export_rows = { "export.rows", 2000, 1, 5000 };

REFUSAL(export_too_large, REFUSED_BY_RULE, "q",
	N_("These are more accounts than one export holds. Choose a role, a place or a state, and "
	   "export each by itself."));

static bool
is_formula(const char *chars)
{
	return *chars && strchr("=+-@\t\r", *chars);
}

const char *
csv_cell(struct work *work, const char *chars)
{
	struct buf cell;

	buf_init(&cell, work->arena, 2 * strlen(chars) + 8);
	buf_text(&cell, is_formula(chars) ? "\"'" : "\"");
	for (; *chars; chars++) {
		if (*chars == '"')
			buf_char(&cell, '"');
		buf_char(&cell, *chars);
	}
	buf_char(&cell, '"');
	return cell.chars;
}

static void
add_line(struct work *work, struct buf *out, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_format(out, "%s%s", i > 0 ? "," : "", csv_cell(work, cells[i]));
	buf_text(out, "\r\n");
}

/* The roles in one cell, "manager@Sports Park Service Centre". */
static const char *
roles_cell(struct work *work, const struct managed *managed)
{
	struct buf cell;

	buf_init(&cell, work->arena, 8000);
	for (size_t i = 0; i < managed->role_count; i++) {
		const struct held_role *held = &managed->roles[i];

		buf_format(&cell, "%s%s @ %s", i > 0 ? "; " : "",
			   held->called ? _(held->called->label) : held->role, held->node_name);
	}
	return cell.chars;
}

static void
add_account(struct work *work, struct buf *out, const struct managed *managed)
{
	const char *const cells[] = {
		id_text(managed->id).chars,
		managed->name,
		_(managed->status->label),
		roles_cell(work, managed),
		managed->home_name ? managed->home_name : "",
		managed->phone ? managed->phone : "",
		managed->login_count > 0 ? managed->logins[0].shown : "",
		iso_day(work, day_of(managed->made_at)),
	};

	add_line(work, out, cells, COUNT(cells));
}

static void
add_heads(struct work *work, struct buf *out)
{
	const char *const heads[] = {
		_("Number"),   _("Name"),      _("Status"),        _("Roles"),
		_("Lives in"), _("Telephone"), _("Signs in with"), _("Since"),
	};

	buf_text(out, "\xef\xbb\xbf");
	add_line(work, out, heads, COUNT(heads));
}

const struct refusal *
accounts_csv(struct work *work, const struct managed_query *query, const char **csv)
{
	int64_t most = setting_of_network(work, &export_rows);
	const struct cursor all = { .rows = most + 1 };
	struct managed *list;
	struct buf out;
	size_t count;
	const struct refusal *refusal = managed_list(work, query, &all, &list, &count);

	if (!refusal && (int64_t)count > most)
		refusal = &export_too_large;
	if (refusal)
		return refusal;
	buf_init(&out, work->arena, CSV_MOST);
	add_heads(work, &out);
	for (size_t i = 0; i < count; i++)
		add_account(work, &out, &list[i]);
	audit_note(work, "accounts_exported", work->actor, work->person,
		   text(work, "{\"count\":%ld}", (int64_t)count));
	*csv = out.chars;
	return NULL;
}
