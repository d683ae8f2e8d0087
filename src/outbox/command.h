/* command.h - runs a program, without a shell. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stddef.h>

/* Runs the program with one argument and with the input on its standard input.  NULL if it ended
 * well within twenty seconds; else why not, for the log. */
const char *command_run(const char *program, const char *argument, const char *input, size_t size);

/* The same without an argument; what it prints goes into an open file. */
const char *command_filter(const char *program, const char *input, size_t size, int output);

#endif
