/* writer.h - writes the C of a page: its text, its expressions and its directives.
 *
 * Of the two files that a page becomes, the functions and their header, one is
 * written and the other goes nowhere. */
#ifndef WRITER_H
#define WRITER_H

#include <stdbool.h>
#include <stdio.h>

/* Where the scanner stands: for messages, and for the marks that lead back to the page. */
struct source {
	const char *file;
	int line;
};

extern struct source source;

/* Begins both files; the header is what is written to out, or the functions are. */
void write_begin(FILE *out, bool header, FILE *nowhere);

/* One character of the page's own text. */
void write_literal(char c);

/* A run of blanks, of which one is left where they mean no more than that. */
void write_blank(bool newline);

/* Whether a run of blanks here means no more than one. */
bool write_folds(void);

/* What stands between {{ and }}. */
void write_expression(const char *expression);

/* What stands between {% and %}. */
void write_directive(const char *directive);

/* Refuses a page that is not complete. */
void write_end(void);

#endif
