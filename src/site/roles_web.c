/* roles_web.c - the page that tells what each role may do, made of the tables that decide it. */

#include "site/roles.h"

#include "account/role.h"
#include "base/arena.h"
#include "base/language.h"
#include "http/page.h"
#include "http/respond.h"
#include "site/roles_html.h"
#include "site/site.h"

static const struct word words[PERMISSION_COUNT] = {
	[MAY_RUN_VENUES] = { "run_venues", N_("See who holds which room, decide, cancel") },
	[MAY_RUN_ACTIVITIES] = { "run_activities",
				 N_("Make, change, publish and cancel activities") },
	[MAY_RUN_SHIFTS] = { "run_shifts", N_("Make shifts, confirm and correct hours") },
	[MAY_SEE_REPORTS] = { "see_reports", N_("Read reports") },
	[MAY_READ_AUDIT] = { "read_audit", N_("Read the audit log") },
	[MAY_ADMINISTER] = { "administer", N_("Administer accounts and roles") },
};

static const char *const methods[] = {
	[GET] = "GET", [POST] = "POST", [PATCH] = "PATCH", [DELETE] = "DELETE"
};

const struct word *
permission_word(size_t permission)
{
	return permission < PERMISSION_COUNT && words[permission].word ? &words[permission] : NULL;
}

bool
role_allows(const struct word *role, size_t permission)
{
	return role_may(role->word) >> permission & 1;
}

static size_t
count_routes(void)
{
	size_t count = 0;

	for (const struct route *const *table = site_routes; *table; table++)
		for (const struct route *route = *table; route->path; route++)
			count++;
	return count;
}

const struct opened *
routes_opened(struct work *work, size_t permission)
{
	struct opened *opened = arena_array(work->arena, count_routes() + 1, sizeof(*opened));
	size_t count = 0;

	for (const struct route *const *table = site_routes; *table; table++) {
		for (const struct route *route = *table; route->path; route++) {
			if (route->permission != (enum permission)permission)
				continue;
			opened[count++] = (struct opened){ methods[route->method], route->path,
							   route->about };
		}
	}
	return opened;
}

/* Who administers or audits anything at all. */
static const struct refusal *
show_roles(struct request *req)
{
	if (!page_administers(req))
		return &refused_forbidden;
	roles_page_html(respond_html(req, 200), req);
	return NULL;
}

const struct route roles_web_routes[] = {
	{ GET, "/admin/roles", show_roles, SIGNED_IN, .flags = ROUTE_APART },
	ROUTES_END,
};
