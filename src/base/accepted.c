/* accepted.c - reads what languages a browser asks for, and how much it wants each. */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/language.h"

/* Which of ours a range such as "zh-Hans-CN" means; NULL if none. */
static const char *
meant(const char *range, size_t size)
{
	size_t first = strcspn(range, "-");

	if (first > size)
		first = size;
	if (first != 2)
		return NULL;
	if (strncasecmp(range, "zh", 2) == 0)
		return "zh-CN";
	return strncasecmp(range, "en", 2) == 0 ? "en" : NULL;
}

/* From 0 to 1, of ";q=0.8"; 1 if nothing is said. */
static double
wanted(const char *parameters, size_t size)
{
	const char *q = memchr(parameters, '=', size);
	double weight = q ? strtod(q + 1, NULL) : 1;

	return weight >= 0 && weight <= 1 ? weight : 0;
}

const char *
language_accepted(const char *header)
{
	const char *best = NULL;
	double most = 0;

	while (header && *header) {
		size_t size = strcspn(header, ","), name;

		while (size > 0 && *header == ' ') {
			header++;
			size--;
		}
		name = strcspn(header, ";,");
		if (meant(header, name) && wanted(header + name, size - name) > most) {
			best = meant(header, name);
			most = wanted(header + name, size - name);
		}
		header += size + (header[size] == ',');
	}
	return best;
}
