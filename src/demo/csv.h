/* csv.h - a file of comma separated values, whole in memory; its first line names the columns. */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/work.h"

struct csv {
	const char *name;
	size_t columns;
	size_t count; /* of the rows below the header */
	const char **cells;
};

/* Faults if the file cannot be read, or a row has not as many cells as the header. */
struct csv csv_read(struct work *work, const char *folder, const char *name);

/* A cell; a column that the file does not have is a fault. */
const char *csv_text(const struct csv *csv, size_t row, const char *column);
/* NULL where the cell is empty. */
const char *csv_given(const struct csv *csv, size_t row, const char *column);
/* 0 where the cell is empty. */
int64_t csv_int(const struct csv *csv, size_t row, const char *column);
double csv_real(const struct csv *csv, size_t row, const char *column);
bool csv_yes(const struct csv *csv, size_t row, const char *column);
/* DAY_NONE where the cell is empty. */
int64_t csv_day(const struct csv *csv, size_t row, const char *column);
/* "08:30" as minutes of the day. */
int64_t csv_minute(const struct csv *csv, size_t row, const char *column);

#endif
