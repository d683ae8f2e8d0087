/* asset.c - the list of served names, read once. */

#include "http/asset.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/work.h"

struct served {
	char name[48];
	char address[68];
};

static struct served list[32];
static size_t count;

static bool
read_line(const char *line)
{
	struct served *served = &list[count];
	char file[64];

	if (count == COUNT(list) || sscanf(line, "%47s %63s", served->name, file) != 2)
		return false;
	snprintf(served->address, sizeof(served->address), "/a/%s", file);
	count++;
	return true;
}

bool
asset_load(const char *path)
{
	char line[128];
	FILE *in = fopen(path, "re");
	bool right = in != NULL;

	count = 0;
	while (right && fgets(line, sizeof(line), in))
		right = read_line(line);
	if (in)
		fclose(in);
	return right && count > 0;
}

const char *
asset(const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(list[i].name, name) == 0)
			return list[i].address;
	}
	fault("no file of web/ is called %s", name);
}
