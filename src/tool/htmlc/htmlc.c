/* htmlc.c - compiles .html templates to C functions.
 *
 * usage: htmlc FILE.html > FILE_html.c        (htmlc -h FILE.html for the header)
 *
 *   {% template name(parameters) %} ... {% end %}   a function, name_html()
 *   {{ expression }}             written, escaped for the place it stands in
 *   {{ "format", a, b }}         formatted, then escaped
 *   {% if c %} {% else if c %} {% else %} {% for a; b; c %} {% end %}
 *   {% call name(arguments) %}   another template
 *   {% in name(arguments) %}     name_top_html() before, name_bottom_html() after
 *   {% include "other.h" %}      before the templates: what they need
 *   {# comment #}
 *
 * A block ends in the same place of the HTML as it began, and so does each branch;
 * it may stand in text, in a value, and in a tag where an attribute may begin. */

#include <ctype.h>
#include <string.h>

#include "place.h"
#include "writer.h"

static bool
starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

static void
ignore(const char *comment)
{
	(void)comment;
}

static int
lines_in(const char *from, const char *end)
{
	int lines = 0;

	while (from < end)
		lines += *from++ == '\n';
	return lines;
}

/* Hands what stands between two marks to a function, trimmed; returns what follows. */
static const char *
between(const char *from, const char *mark, void (*use)(const char *))
{
	static char inside[4096];
	const char *end = strstr(from, mark);
	const char *last = end;
	int lines;

	if (!end || (size_t)(end - from) >= sizeof(inside))
		fail("not closed, or too long: ", mark);
	lines = lines_in(from, end);
	while (from < last && isspace((unsigned char)*from))
		from++;
	while (from < last && isspace((unsigned char)last[-1]))
		last--;
	memcpy(inside, from, (size_t)(last - from));
	inside[last - from] = '\0';
	use(inside);
	source.line += lines;
	return end + strlen(mark);
}

/* Blanks between tags and words fold into one, and stand for nothing outside a template. */
static const char *
fold(const char *from)
{
	const char *end = from + strspn(from, " \t\r\n");
	int lines = lines_in(from, end);

	write_blank(lines > 0);
	source.line += lines;
	return end;
}

static void
compile(const char *text)
{
	while (*text) {
		if (starts_with(text, "{{")) {
			text = between(text + 2, "}}", write_expression);
		} else if (starts_with(text, "{%")) {
			text = between(text + 2, "%}", write_directive);
		} else if (starts_with(text, "{#")) {
			text = between(text + 2, "#}", ignore);
		} else if (strchr(" \t\r\n", *text) && write_folds()) {
			text = fold(text);
		} else {
			source.line += *text == '\n';
			write_literal(*text++);
		}
	}
	write_end();
}

int
main(int argc, char **argv)
{
	static char text[1 << 20];
	bool header = argc == 3 && strcmp(argv[1], "-h") == 0;
	FILE *nowhere = fopen("/dev/null", "w");
	FILE *in;
	size_t size;

	if (!header && argc != 2)
		fail("usage: htmlc [-h] FILE.html", "");
	source.file = argv[argc - 1];
	in = fopen(source.file, "r");
	if (!in || !nowhere)
		fail("cannot be read", "");
	size = fread(text, 1, sizeof(text) - 1, in);
	if (size == sizeof(text) - 1 || memchr(text, '\0', size))
		fail("not a page", "");
	write_begin(stdout, header, nowhere);
	compile(text);
	fclose(in);
	fclose(nowhere);
	return fflush(stdout) == 0 ? 0 : 1;
}
