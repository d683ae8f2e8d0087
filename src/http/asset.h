/* asset.h - under which name a file of web/ is served.
 *
 * The name changes with the content, so a browser keeps a file for good and never shows an old
 * one; the build of web/ writes the list, and each process reads it once, when it starts. */
#ifndef ASSET_H
#define ASSET_H

#include <stdbool.h>

/* False if the list cannot be read, or if one of its lines is not a name and the served name. */
bool asset_load(const char *path);

/* "quarter.css" -> "/a/quarter.1a2b3c4d.css"; a fault if the build made no such file. */
const char *asset(const char *name);

#endif
