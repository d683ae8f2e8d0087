/* quarterctl.h - finding a command by its words, and telling how it is used. */
#ifndef QUARTERCTL_H
#define QUARTERCTL_H

#include <stddef.h>
#include <stdio.h>

#include "base/ctl.h"

/* The command whose name the words begin with, the longest one, and how many words that takes;
 * NULL if there is none. */
const struct ctl_command *command_find(int argc, char **argv, int *words);

/* How the command is used; or, without one, all that begin with these words.  False if none do. */
bool help_command(FILE *out, const struct ctl_command *command);
bool help_commands(FILE *out, int argc, char **argv);

/* Says on standard error that there is no such command, and which one may have been meant. */
void guess_command(int argc, char **argv);

#endif
