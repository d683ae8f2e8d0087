/* routes_ctl.c - quarterctl routes: every address, and who may ask for it. */

#include "site/routes_ctl.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "http/request.h"
#include "site/roles.h"
#include "site/site.h"

static const char *const methods[] = {
	[GET] = "GET", [POST] = "POST", [PATCH] = "PATCH", [DELETE] = "DELETE"
};

/* Who may: those whom no role stands for have a name of their own. */
static const char *
name_of(enum permission permission)
{
	const struct word *word = permission_word(permission);

	if (word)
		return word->word;
	return permission == ANYONE ? "anyone" : "signed_in";
}

/* As the address calls them: of texts in each language a form names each, the API their object. */
static json_t *
names_of(const struct route *route, const struct field *fields)
{
	bool in_api = strncmp(route->path, "/api/", strlen("/api/")) == 0;
	json_t *names = json_array();

	for (; fields && fields->member; fields++)
		json_array_append_new(
			names, json_string(in_api && fields->of ? fields->of : field_name(fields)));
	return names;
}

static void
print_route(const struct route *route, bool as_json)
{
	json_t *object;

	if (!as_json) {
		printf("%-6s %-44s %s\n", methods[route->method], route->path,
		       name_of(route->permission));
		return;
	}
	object = json_pack("{s:s, s:s, s:s, s:i, s:o, s:o}", "method", methods[route->method],
			   "path", route->path, "permission", name_of(route->permission), "flags",
			   (int)route->flags, "query", names_of(route, route->query), "body",
			   names_of(route, route->body));
	json_dumpf(object, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(object);
}

static int
list_routes(struct work *work, const struct ctl *ctl)
{
	(void)work;
	for (const struct route *const *table = site_routes; *table; table++)
		for (const struct route *route = *table; route->path; route++)
			print_route(route, ctl->json);
	return 0;
}

const struct ctl_command routes_commands[] = {
	{ "routes", list_routes, "", "Lists every address, its method and who may ask for it.",
	  .outside = true, .unmigrated = true },
	CTL_END,
};
