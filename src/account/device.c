/* device.c - reads from what a browser says of itself what it is. */

#include "account/device.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"

static WORD(phone, "phone", N_("Phone"));
static WORD(tablet, "tablet", N_("Tablet"));
static WORD(computer, "computer", N_("Computer"));
static WORD(program, "program", N_("A program"));
const struct word *const device_kinds[] = { &phone, &tablet, &computer, &program, NULL };

/* The first that is found holds: browsers also name those that they are like. */
static const struct {
	const char *mark;
	const struct word *kind;
} kinds[] = {
	{ "iPad", &tablet },    { "iPhone", &phone },        { "Mobile", &phone },
	{ "Android", &tablet }, { "Windows NT", &computer }, { "Macintosh", &computer },
	{ "X11", &computer },   { "CrOS", &computer },
};

static const struct {
	const char *mark, *name;
} browsers[] = {
	{ "MicroMessenger", "WeChat" }, { "Edg", "Edge" },        { "OPR/", "Opera" },
	{ "QQBrowser", "QQ" },          { "Firefox", "Firefox" }, { "FxiOS", "Firefox" },
	{ "Chrome", "Chrome" },         { "CriOS", "Chrome" },    { "Safari", "Safari" },
};

struct device
device_of(const char *user_agent)
{
	struct device device = { &program, "" };

	for (size_t i = 0; user_agent && i < COUNT(kinds); i++)
		if (strstr(user_agent, kinds[i].mark)) {
			device.kind = kinds[i].kind;
			break;
		}
	for (size_t i = 0; device.kind != &program && i < COUNT(browsers); i++)
		if (strstr(user_agent, browsers[i].mark)) {
			device.browser = browsers[i].name;
			break;
		}
	return device;
}
