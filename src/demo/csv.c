/* csv.c - reads a file twice by libcsv: to count, and to fill what was counted.
 *
 * So nothing is allocated, and nothing can fault, while the library calls back. */

#include "demo/csv.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/quarter.h"
#include "base/text.h"

#define FILE_MOST (4 << 20)

struct counting {
	size_t cells, rows, bytes;
	bool uneven; /* a row without as many cells as the first */
	size_t first, current;
};

struct filling {
	const char **cells;
	char *chars;
};

static void
count_cell(void *cell, size_t size, void *with)
{
	struct counting *counting = with;

	(void)cell;
	counting->cells++;
	counting->current++;
	counting->bytes += size + 1;
}

static void
count_row(int last, void *with)
{
	struct counting *counting = with;

	(void)last;
	if (counting->rows++ == 0)
		counting->first = counting->current;
	counting->uneven = counting->uneven || counting->current != counting->first;
	counting->current = 0;
}

static void
fill_cell(void *cell, size_t size, void *with)
{
	struct filling *filling = with;

	*filling->cells++ = filling->chars;
	if (size > 0)
		memcpy(filling->chars, cell, size);
	filling->chars += size + 1; /* which is cleared, and so ended */
}

static void
release(void *parser)
{
	csv_free(parser);
}

struct content {
	const char *chars;
	size_t size;
};

static void
parse(struct work *work, struct content content, void (*cell)(void *, size_t, void *),
      void (*row)(int, void *), void *with)
{
	struct csv_parser *parser = arena_one(work->arena, struct csv_parser);

	if (csv_init(parser, CSV_STRICT) != 0)
		fault("libcsv cannot begin");
	arena_defer(work->arena, release, parser);
	if (csv_parse(parser, content.chars, content.size, cell, row, with) != content.size ||
	    csv_fini(parser, cell, row, with) != 0)
		fault("a file of values is malformed");
}

static struct content
read_file(struct work *work, const char *path)
{
	struct content content = { NULL, 0 };
	FILE *in = fopen(path, "re");
	struct stat about;
	char *chars;

	if (!in || fstat(fileno(in), &about) != 0 || about.st_size > FILE_MOST)
		fault("%s cannot be read", path);
	chars = arena_array(work->arena, (size_t)about.st_size, 1);
	content.chars = chars;
	content.size = fread(chars, 1, (size_t)about.st_size, in);
	fclose(in);
	return content;
}

struct csv
csv_read(struct work *work, const char *folder, const char *name)
{
	struct content content = read_file(work, text(work, "%s/%s", folder, name));
	struct counting counting = { 0 };
	struct filling filling;
	struct csv csv = { .name = name };

	parse(work, content, count_cell, count_row, &counting);
	if (counting.uneven || counting.rows == 0)
		fault("%s: every row is to have as many cells as the first", name);
	csv.columns = counting.first;
	csv.count = counting.rows - 1;
	csv.cells = arena_array(work->arena, counting.cells, sizeof(*csv.cells));
	filling = (struct filling){ csv.cells, arena_array(work->arena, counting.bytes, 1) };
	parse(work, content, fill_cell, NULL, &filling);
	return csv;
}

const char *
csv_text(const struct csv *csv, size_t row, const char *column)
{
	for (size_t i = 0; i < csv->columns; i++) {
		if (strcmp(csv->cells[i], column) == 0)
			return csv->cells[(row + 1) * csv->columns + i];
	}
	fault("%s has no column %s", csv->name, column);
}

const char *
csv_given(const struct csv *csv, size_t row, const char *column)
{
	const char *cell = csv_text(csv, row, column);

	return *cell ? cell : NULL;
}

/* What stands in a cell that does not fit is a mistake in our own data. */
static _Noreturn void
misfit(const struct csv *csv, size_t row, const char *column)
{
	fault("%s, row %zu: %s does not fit", csv->name, row + 1, column);
}

int64_t
csv_int(const struct csv *csv, size_t row, const char *column)
{
	const char *cell = csv_text(csv, row, column);
	char *end;
	int64_t number = strtoll(cell, &end, 10);

	if (*end)
		misfit(csv, row, column);
	return number;
}

double
csv_real(const struct csv *csv, size_t row, const char *column)
{
	const char *cell = csv_text(csv, row, column);
	char *end;
	double number = strtod(cell, &end);

	if (*end)
		misfit(csv, row, column);
	return number;
}

bool
csv_yes(const struct csv *csv, size_t row, const char *column)
{
	return strcmp(csv_text(csv, row, column), "yes") == 0;
}

int64_t
csv_day(const struct csv *csv, size_t row, const char *column)
{
	const char *cell = csv_text(csv, row, column);
	int64_t day = DAY_NONE;

	if (*cell && !day_parse(cell, &day))
		misfit(csv, row, column);
	return day;
}

int64_t
csv_minute(const struct csv *csv, size_t row, const char *column)
{
	int hour, minute;

	if (sscanf(csv_text(csv, row, column), "%2d:%2d", &hour, &minute) != 2)
		misfit(csv, row, column);
	return hour * 60 + minute;
}
