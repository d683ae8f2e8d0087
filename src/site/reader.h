/* reader.h - what the frame of every page shows of the reader. */
#ifndef READER_H
#define READER_H

#include "db/column.h"
#include "http/page.h"

/* The telephone of the centre nearest to the reader's home, and the centre that they manage. */
void reader_know(struct request *req, struct reader *reader);

extern const struct column reader_columns[];

#endif
